"""What an institution can decide for itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from application.adapters.ports import FileStore
from application.done import Done
from application.institution.decisions import institution_of
from application.partner.universities import read_universities
from application.store.store import Store
from domain.institution.institution import INSTITUTION_ID, Institution
from domain.shared.act import Act


class InstitutionCommands:
    """The commands of the one institution; its record is opened by whichever comes first.

    Beside what the guards raise: `Conflict` where it has another version than the one expected; `Unavailable` and
    `OutcomeUnknown` as the store does. Nothing is stored then.
    """

    def __init__(self, store: Store, files: FileStore) -> None:
        self._store = store
        self._files = files

    def open(self, act: Act, expected_version: int | None = None) -> Done:
        """Begin the record of the institution; nothing, if it is begun."""
        with self._change(act, expected_version) as institution:
            pass
        return Done.of(institution)

    def define_kind(
        self, act: Act, expected_version: int | None = None, *, kind: str, labels: Mapping[str, str]
    ) -> Done:
        """Define a further kind of memorandum, or label it anew; see `Institution.define_kind`."""
        with self._change(act, expected_version) as institution:
            institution.define_kind(act, kind=kind, labels=labels)
        return Done.of(institution)

    def set_review_route(
        self, act: Act, expected_version: int | None = None, *, route: Sequence[str], kind: str | None = None
    ) -> Done:
        """Set the roles that must clear a text before our side approves it; see `Institution.set_review_route`."""
        with self._change(act, expected_version) as institution:
            institution.set_review_route(act, route=route, kind=kind)
        return Done.of(institution)

    def permit_overrides(self, act: Act, expected_version: int | None = None, *, roles: Sequence[str]) -> Done:
        """Name the roles that may nominate beyond the places granted; see `Institution.permit_overrides`."""
        with self._change(act, expected_version) as institution:
            institution.permit_overrides(act, roles=roles)
        return Done.of(institution)

    def load_universities(
        self, act: Act, expected_version: int | None = None, *, content: bytes, filename: str
    ) -> Done:
        """Take a list of universities to look partners up in; see `Institution.load_universities`.

        Args:
            act, expected_version: as for every command.
            content: the bytes of the list; see `read_universities`.
            filename: the name of its file.

        Raises:
            Invalid: it is no such list.
            DocumentTooLarge: more bytes than the institution allows.
        """
        size, digest = len(read_universities(content)), hashlib.sha256(content).hexdigest()
        with self._change(act, expected_version) as institution:
            institution.load_universities(act, filename=filename, sha256=digest, size=size)
            self._files.put(content)  # before the event is stored, which must not name bytes that are nowhere
        return Done.of(institution)

    @contextmanager
    def _change(self, act: Act, expected_version: int | None) -> Iterator[Institution]:
        with self._store.command() as unit:
            if not expected_version and institution_of(self._store) is None:
                yield unit.add(Institution.open(act))
            else:
                yield unit.load(Institution, INSTITUTION_ID, expected_version)

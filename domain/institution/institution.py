"""The institution: the kinds of memorandum it defines, their review routes, and who may go beyond places granted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self
from uuid import UUID

from domain.institution.events import (
    InstitutionKindDefined,
    InstitutionOpened,
    InstitutionOverridesPermitted,
    InstitutionReviewRouteSet,
    InstitutionUniversitiesLoaded,
)
from domain.memorandum.content import KINDS
from domain.shared.act import Act
from domain.shared.codes import by_language
from domain.shared.codes import sha256 as document_digest
from domain.shared.errors import Invalid, Refused
from domain.shared.event import Aggregate
from domain.shared.text import code, line

INSTITUTION_ID = UUID("0e6d2c1f-5f5b-5c43-8b38-6a3f6f0a7f11")
"""The id of the one institution of an installation."""

DEFAULT_ROUTE = ("legal",)
"""The review route of a kind for which none is set."""

LONGEST_ROUTE = 20
MOST_KINDS = 100


class Institution(Aggregate):
    """What one institution decides; there is one in an installation."""

    TOPIC = "institution"

    def __init__(self) -> None:
        self.kinds: dict[str, dict[str, str]] = {}
        self.routes: dict[str | None, tuple[str, ...]] = {}
        self.override_roles: tuple[str, ...] = ()
        self.universities: dict[str, Any] | None = None

    @classmethod
    def open(cls, act: Act) -> Self:
        """Begin the record of the institution."""
        act.days()
        return cls._create(InstitutionOpened, id=INSTITUTION_ID, **act.plain())

    def knows_kind(self, kind: str) -> bool:
        """Whether memorandums may be of this kind: one of every institution's, or one of its own."""
        return kind in KINDS or kind in self.kinds

    def review_route(self, kind: str) -> tuple[str, ...]:
        """The roles that must clear a memorandum of this kind, in order."""
        return self.routes.get(kind, self.routes.get(None, DEFAULT_ROUTE))

    def define_kind(self, act: Act, *, kind: str, labels: Mapping[str, str]) -> None:
        """Define a further kind of memorandum, or label it anew.

        Args:
            act: who defines it.
            kind: its code for ever, such as ``olympiad_agreement``.
            labels: what people read, by language, one at least.

        Raises:
            Refused: every institution has this kind.
            Invalid: a part out of form, or too many kinds.
        """
        kind = code(kind, "kind")
        named = {tag: line(text, f"labels.{tag}", 100) for tag, text in by_language(labels, "labels", least=1)}
        act.days()
        if kind in KINDS:
            raise Refused("kind_of_every_institution", kind=kind)
        if kind not in self.kinds and len(self.kinds) >= MOST_KINDS:
            raise Invalid("kind", kind, "at_most", maximum=MOST_KINDS)
        if self.kinds.get(kind) != named:
            self.trigger(InstitutionKindDefined, act, kind=kind, labels=named)

    def set_review_route(self, act: Act, *, route: Sequence[str], kind: str | None = None) -> None:
        """Set the roles that must clear a text before our side approves it.

        Texts that are under review keep the route to which they were submitted.

        Args:
            act: who sets it.
            route: the roles in order; none, if nobody needs to clear it.
            kind: of memorandum; none for every kind without a route of its own.

        Raises:
            Invalid: an unknown kind, a role out of form or twice on the route.
        """
        if kind is not None and not self.knows_kind(kind):
            raise Invalid("kind", kind, "one_of", values=(*KINDS, *self.kinds))
        roles = _roles(route, "route")
        act.days()
        now = self.routes.get(kind, DEFAULT_ROUTE if kind is None else None)
        if now != tuple(roles):
            self.trigger(InstitutionReviewRouteSet, act, kind=kind, route=roles)

    def permit_overrides(self, act: Act, *, roles: Sequence[str]) -> None:
        """Name the roles that may nominate beyond the places that a memorandum grants; none, and it is refused to all.

        Args:
            act: who permits it.
            roles: their codes.

        Raises:
            Invalid: a role out of form or named twice, or too many.
        """
        permitted = _roles(roles, "roles")
        act.days()
        if self.override_roles != tuple(permitted):
            self.trigger(InstitutionOverridesPermitted, act, roles=permitted)

    def load_universities(self, act: Act, *, filename: str, sha256: str, size: int) -> None:
        """Take a list of universities to look partners up in, instead of the one there was.

        Args:
            act: who loads it, from which source.
            filename: the name of its file.
            sha256: of its bytes.
            size: how many universities it has.

        Raises:
            Invalid: a part out of form.
        """
        name, digest = line(filename, "filename", 255), document_digest(sha256)
        act.days()
        if self.universities is None or self.universities["sha256"] != digest:
            self.trigger(InstitutionUniversitiesLoaded, act, filename=name, sha256=digest, size=size)


def _roles(value: Sequence[str], field: str) -> list[str]:
    if not isinstance(value, (list, tuple)) or len(value) > LONGEST_ROUTE:
        raise Invalid(field, value, "at_most", maximum=LONGEST_ROUTE)
    roles = [code(role, f"{field}.{index}") for index, role in enumerate(value)]
    if len(set(roles)) < len(roles):
        raise Invalid(field, value, "each_once")
    return roles

"""Guards of registration from paper: what was concluded before or outside Bitim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Self
from uuid import UUID

from domain.memorandum import content as contents
from domain.memorandum.edition import Edition
from domain.memorandum.events import MemorandumEditionRecorded, MemorandumRegistered, MemorandumStubCompleted
from domain.memorandum.guarding import Guarding, require_source
from domain.memorandum.reference import parse_number
from domain.shared.act import Act
from domain.shared.dates import parse_partial
from domain.shared.errors import Invalid, Refused
from domain.shared.moment import current_moment
from domain.shared.text import code, line, one_of

_EDITION = {"signed_on", "certainty", "signatures", "stub", "follows", "amends", *contents.PARTS}
MOST_EDITIONS = 50


class Registering(Guarding):
    """Instruments entered from paper, in as many editions as are known."""

    @classmethod
    def register(
        cls,
        act: Act,
        *,
        memorandum_id: UUID,
        reference: str,
        kind: str,
        owner: str,
        editions: Sequence[Mapping[str, Any]],
        updated_form: bool = False,
    ) -> Self:
        """Enter a memorandum from paper, with its editions from the oldest to the newest.

        Args:
            act: who enters it, from which source.
            memorandum_id: its id, for ever.
            reference: its number, already reserved for it.
            kind: as for a draft.
            owner: as for a draft.
            editions: each ``{"signed_on", "certainty", "signatures", "stub", "follows", "amends"}`` and the parts of
                `contents.PARTS`, all of which may be unknown. ``follows`` and ``amends`` are places in this list, from
                0; one that says neither follows the last before it that is no amendment.
            updated_form: the first of them is said to renew an edition of which nothing else is known; that one becomes
                a predecessor stub.

        Raises:
            Invalid: no source is named; a part out of form; no edition, or none with parties.
        """
        require_source(act)
        act.days()
        if not 1 <= len(editions) <= MOST_EDITIONS:
            raise Invalid("editions", editions, "between", minimum=1, maximum=MOST_EDITIONS)
        if not any(edition.get("parties") for edition in editions):
            raise Invalid("editions.parties", None, "required")
        memorandum = cls._create(
            MemorandumRegistered,
            id=memorandum_id,
            reference=parse_number(reference),
            kind=code(kind, "kind"),
            owner=line(owner, "owner", 100),
            **act.plain(),
        )
        renewed: str | None = None
        if updated_form:
            memorandum._record(act, {"stub": True})  # noqa: SLF001  a method of its own class
            renewed = f"e{memorandum.version}"
        ids: list[str] = []
        for index, edition in enumerate(editions):
            places = _places(edition, ids, index) or {"follows": renewed}
            try:
                memorandum._record(act, {**edition, **places})  # noqa: SLF001  a method of its own class
            except Invalid as error:
                raise error.within(f"editions.{index}") from None
            ids.append(f"e{memorandum.version}")
            renewed = renewed if "amends" in places else ids[-1]
        return memorandum

    def record_edition(self, act: Act, *, edition: Mapping[str, Any]) -> None:
        """Enter a further edition that was concluded outside: an older one found, or a newer one signed.

        Args:
            act: who enters it, from which source.
            edition: as for `register`; ``follows`` and ``amends`` are edition ids.

        Raises:
            Invalid: no source is named; a part out of form.
            Refused: another memorandum had taken over by the day it was signed.
        """
        require_source(act)
        for link in ("follows", "amends"):
            if edition.get(link) is not None:
                linked = self.edition(edition[link])
                if not linked.concluded or (link == "amends" and linked.amends):
                    raise Refused("edition_not_concluded", edition_id=linked.edition_id)
        days = parse_partial(edition.get("signed_on"), "signed_on")
        self.require_standing("record_edition", days)
        self._record(act, edition)

    def _record(self, act: Act, edition: Mapping[str, Any]) -> None:
        """Enter one edition whose place among the others is settled.

        Raises:
            Invalid: a part out of form; a term that contradicts itself or the day from which it runs.
        """
        unknown = set(edition) - _EDITION
        if unknown:
            raise Invalid(sorted(unknown)[0], None, "one_of", values=sorted(_EDITION))
        stub = edition.get("stub", False)
        if not isinstance(stub, bool):
            raise Invalid("stub", stub, "boolean")
        signed_on = edition.get("signed_on")
        parse_partial(signed_on, "signed_on")
        concluded = replace(act, occurred_on=signed_on, certainty=edition.get("certainty", act.certainty))
        try:
            concluded.days()
        except Invalid as error:
            raise Invalid("signed_on", signed_on, error.data["accepts"], **error.data["limits"]) from None
        plain = contents.content(
            {part: edition.get(part) for part in contents.PARTS}, self.parties_known(), from_paper=True
        )
        if signed_on and plain["effective_on"] is None and not self.editions:
            contents.check_term({**plain, "effective_on": signed_on})  # the first one runs from its signing
        self.trigger(
            MemorandumEditionRecorded,
            concluded,
            stub=stub,
            follows=edition.get("follows"),
            amends=edition.get("amends"),
            signatures=signatures(edition.get("signatures") or [], plain["parties"] or []),
            **plain,
        )

    def complete_stub(self, act: Act, *, edition_id: str, known: Mapping[str, Any]) -> None:
        """Enter what has become known of an edition from paper: unknown parts only.

        Args:
            act: who enters it, from which source.
            edition_id: the edition.
            known: parts of `contents.PARTS`, and ``signed_on``, the day it was concluded.

        Raises:
            Refused: a part is known already (the way is a correction); the edition is not from paper.
            Invalid: no source is named; a part out of form.
        """
        edition = self.edition(edition_id)
        if not edition.from_paper:
            raise Refused("not_from_paper", edition_id=edition_id)
        changes = dict(known)
        signed = {"signed_on": changes.pop("signed_on")} if "signed_on" in changes else {}
        found = contents.changes(changes, edition.content, self.parties_known()) | self._newly_signed(edition, signed)
        settled = [part for part in found if part != "signed_on" and edition.content[part] is not None]
        if "signed_on" in found and edition.introduced_on is not None:
            settled.append("signed_on")
        if settled:
            raise Refused("known_already", edition_id=edition_id, fields=settled, instead=["correct"])
        require_source(act)
        act.days()
        if found:
            self.trigger(MemorandumStubCompleted, act, edition_id=edition_id, changes=found)

    def _newly_signed(self, edition: Edition, signed: dict[str, Any]) -> dict[str, Any]:
        if not signed or signed["signed_on"] == edition.introduced_on:
            return {}
        days = parse_partial(signed["signed_on"], "signed_on")
        if days.earliest > current_moment().today:
            raise Invalid("signed_on", signed["signed_on"], "not_after", day=current_moment().today.isoformat())
        return signed


def _places(edition: Mapping[str, Any], ids: list[str], index: int) -> dict[str, str | None]:
    """The ids of the editions that one of a registration says it follows or amends."""
    places: dict[str, str | None] = {}
    for link in ("follows", "amends"):
        place = edition.get(link)
        if place is not None:
            if not isinstance(place, int) or isinstance(place, bool) or not 0 <= place < index:
                raise Invalid(f"editions.{index}.{link}", place, "between", minimum=0, maximum=index - 1)
            places[link] = ids[place]
    return places


def signatures(value: Any, parties: list[dict[str, Any]], field: str = "signatures") -> list[dict[str, Any]]:
    """Signatures on a paper edition: party, signatory, office that day, place and day, as far as known.

    Raises:
        Invalid: a part out of form, an unknown party, the same person twice for one party.
    """
    if not isinstance(value, list) or len(value) > 100:
        raise Invalid(field, value, "signatures")
    known = tuple(party["party_id"] for party in parties)
    found: list[dict[str, Any]] = []
    for index, entry in enumerate(value):
        at = f"{field}.{index}"
        if not isinstance(entry, Mapping) or not set(entry) <= {
            "party_id",
            "signatory",
            "office",
            "place",
            "signed_on",
        }:
            raise Invalid(at, entry, "signature")
        parse_partial(entry.get("signed_on"), f"{at}.signed_on")
        found.append(
            {
                "party_id": one_of(entry.get("party_id"), f"{at}.party_id", known),
                "signatory": line(entry.get("signatory") or "", f"{at}.signatory", 200, empty=True),
                "office": line(entry.get("office") or "", f"{at}.office", 200, empty=True),
                "place": line(entry.get("place") or "", f"{at}.place", 200, empty=True),
                "signed_on": entry.get("signed_on"),
            }
        )
    persons = [(entry["party_id"], entry["signatory"].casefold()) for entry in found]
    if len(set(persons)) < len(persons):
        raise Invalid(field, value, "each_once")
    return found

"""One row is one command: it makes a memorandum, is found to belong to one, or corrects one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Protocol
from uuid import UUID, uuid4

from application.done import Begun
from application.exchange.importing.changes import Change, written
from application.exchange.importing.directory import KnownPartners
from application.exchange.importing.entries import Doubt, Entry
from application.exchange.importing.readings.names import Organisation
from application.memorandum.commands.base import Commands
from application.naming import require_named
from application.store.store import Unit
from domain.memorandum.events import MemorandumEditionRecorded, MemorandumRegistered
from domain.memorandum.memorandum import Memorandum
from domain.partner.partner import Partner
from domain.shared.act import Act
from domain.shared.correction import as_corrected
from domain.shared.errors import Invalid, NotFound, Refused

LANGUAGE_NOT_TOLD = "und"
_OTHER = "other"
_LONGEST_COUNTERPARTY = 200


class Taken(Protocol):
    """Remembers, together with what a row made or changed, that it was taken, and what of it is left to a person."""

    def __call__(self, unit: Unit, memorandum_id: UUID, changes: Sequence[Change] = (), /) -> None: ...


class NotStored(Exception):
    """What was rehearsed is let go."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person has said of a whole register.

    Args:
        ours: the partner that is our institution; none: as in the edition before.
        owner: answers for memorandums of which the register names nobody.
        kind: of memorandums of which the register does not tell it; none, if it is not known.
    """

    ours: UUID | None
    owner: str
    kind: str | None = None


class Rows(Commands):
    """The commands of rows; each raises what the guards raise, and then nothing of the row is stored."""

    def make(self, act: Act, entry: Entry, settled: Settled, known: KnownPartners, taken: Taken) -> Begun | None:
        """Register the memorandum that a row is about, with the partners that are not on record yet.

        Returns:
            what was begun; none in a rehearsal.
        """
        sides, new = _sides(entry, known)
        edition = {
            "signed_on": entry.signed_on,
            "parties": [{"partner_id": str(settled.ours), "ours": True, "unit": entry.our_unit}, *sides],
            "signatures": _signatures(entry),
            "areas": list(entry.areas) if entry.areas else None,
            "titles": {LANGUAGE_NOT_TOLD: entry.title} if entry.title else None,
            "term": entry.term,
            "effective_on": entry.effective_on,
        }

        def memorandum(memorandum_id: UUID, number: str) -> Memorandum:
            return Memorandum.register(
                act,
                memorandum_id=memorandum_id,
                reference=number,
                kind=_kind(entry, settled),
                owner=entry.owner or settled.owner,
                editions=[edition],
            )

        def together(unit: Unit, memorandum_id: UUID) -> None:
            for partner_id, one in new.items():
                unit.add(_partner(act, partner_id, one, entry))
            taken(unit, memorandum_id)

        begun = None
        with suppress(NotStored):
            begun = self._begin(act, None, memorandum, together)
        for partner_id, one in new.items():
            known.add(partner_id, one.name, one.aliases, _country(entry))
        return begun

    def merge(self, memorandum_id: UUID, taken: Taken) -> None:
        """Remember that a row is about a memorandum that another row has made."""
        with suppress(NotStored), self._store.command() as unit:
            taken(unit, memorandum_id)

    def change(
        self, memorandum_id: UUID, act: Act, *, changes: list[Change], settled: Settled, taken: Taken
    ) -> list[Change]:
        """Correct what a row says otherwise than in the edition before.

        Returns:
            the changes, each with the reason why a person must decide, if one must after all.
        """
        with suppress(NotStored), self._store.command() as unit:
            memorandum = unit.load(Memorandum, memorandum_id)
            reads = {event.originator_version: event for event in as_corrected(memorandum.recorded)}
            decided = [_correct(memorandum, reads, act, change, settled) for change in changes]
            require_named(self._store, memorandum, unit)
            taken(unit, memorandum_id, decided)
        return decided


def _kind(entry: Entry, settled: Settled) -> str:
    return entry.kind or settled.kind or _OTHER


def _sides(entry: Entry, known: KnownPartners) -> tuple[list[dict[str, Any]], dict[UUID, Organisation]]:
    """The other parties of a row, and the partners among them that are not on record."""
    sides: list[dict[str, Any]] = []
    new: dict[UUID, Organisation] = {}
    for one in entry.partners:
        found = known.named(one.name)
        if len(found) > 1 or any(doubt.reason == "several_partners" for doubt in entry.doubts):
            sides.append({"counterparty": one.name[:_LONGEST_COUNTERPARTY]})
            continue
        partner_id = next(iter(found), None)
        if partner_id is None:
            partner_id = uuid4()
            new[partner_id] = one
        sides.append({"partner_id": str(partner_id), "unit": one.unit})
    if not sides:
        sides.append({"counterparty": (entry.title or "")[:_LONGEST_COUNTERPARTY]})
    return sides, new


def _signatures(entry: Entry) -> list[dict[str, str]]:
    """Who signed, for our side and for the only other one."""
    signed = {"p1": entry.our_signatory, "p2": entry.signatory}
    return [{"party_id": party_id, "signatory": name} for party_id, name in signed.items() if name]


def _partner(act: Act, partner_id: UUID, one: Organisation, entry: Entry) -> Partner:
    return Partner.register(
        act,
        partner_id=partner_id,
        name=one.name,
        kind=one.kind or _OTHER,
        country=_country(entry),
        aliases=one.aliases,
    )


def _country(entry: Entry) -> str | None:
    """The country of the partners of a row; none is told of several."""
    return entry.country if len(entry.partners) == 1 else None


def doubts_of_partners(entry: Entry, known: KnownPartners) -> Iterator[Doubt]:
    """What a person must decide of the partners of a row that is about to be taken."""
    for one in entry.partners:
        found = known.named(one.name)
        if len(found) > 1:
            yield Doubt("partner", "", one.name, "several_partners_of_this_name", tuple(map(str, sorted(found))))
        if not found and (alike := known.alike(one.name, _country(entry))):
            yield Doubt("partner", "", one.name, "partner_like_another", alike)
        if not found and one.kind is None:
            yield Doubt("partner_kind", "", one.name, "partner_kind_unknown")


def _correct(memorandum: Memorandum, reads: dict[int, Any], act: Act, change: Change, settled: Settled) -> Change:
    """Correct one field, or complete it where it was not known; unless a person has changed it since."""
    if change.decide:
        return change
    event_type = MemorandumRegistered if change.field == "kind" else MemorandumEditionRecorded
    event = next((one for one in reads.values() if isinstance(one, event_type)), None)
    field = _FIELDS[change.field]
    before, after = (_value(change.field, value, settled) for value in (change.before, change.after))
    if event is None or event.value_of(field) not in (before, after):
        return replace(change, decide="changed_by_a_person")
    because = replace(act, reason=f"{change.field}: {written(change.before)} → {written(change.after)}"[:2000])
    try:
        with memorandum.trial():
            if event.value_of(field) == after:
                return change
            if before is None:
                known = {"signed_on" if field == "occurred_on" else field: after}
                memorandum.complete_stub(because, edition_id=f"e{event.originator_version}", known=known)
            else:
                memorandum.correct(because, event_version=event.originator_version, field=field, value=after)
    except (Invalid, Refused, NotFound) as error:
        return replace(change, decide=error.code)
    return change


_FIELDS = {
    "title": "titles",
    "kind": "kind",
    "signed_on": "occurred_on",
    "effective_on": "effective_on",
    "term": "term",
    "areas": "areas",
}
"""The fields of events by those of rows."""


def _value(field: str, value: Any, settled: Settled) -> Any:
    """What a row says, as the event stores it."""
    if field == "kind":
        return value or settled.kind or _OTHER
    if field == "areas" and value:
        return [{"area": area, "fields": []} for area in value]
    return {LANGUAGE_NOT_TOLD: value} if field == "title" and value else value

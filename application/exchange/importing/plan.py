"""What is to become of each row, before anything is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from application.exchange.importing.changes import Change, changes_of, written
from application.exchange.importing.entries import Doubt, Entry
from application.exchange.importing.matching import Matched, alike, group
from domain.imported_file.imported_file import Place

_FILLED = ("country", "title", "kind", "owner", "areas", "effective_on")
_OF_THE_END = ("until", "length")


@dataclass(slots=True)
class Step:
    """What is to become of one row.

    Args:
        entry: what it says; of a row that makes a memorandum, together with the rows that are merged with it.
        outcome: one of `OUTCOMES`, as planned.
        memorandum_id: that it belongs to, if that is known already.
        leads: the row that makes the memorandum of this one, if that is another.
        reason: as a code.
        changes: against the edition before.
    """

    entry: Entry
    outcome: str
    memorandum_id: str | None = None
    leads: Place | None = None
    reason: str | None = None
    changes: list[Change] = field(default_factory=list)


def place(entry: Entry) -> Place:
    """Where a row stands."""
    return entry.sheet, entry.row


def plan(entries: Sequence[Entry], matched: Matched | None, links: Mapping[Place, str], done: set[Place]) -> list[Step]:
    """What is to become of the rows of an edition, in their order.

    Args:
        entries: the rows.
        matched: with those of the edition before; none, if there is none.
        links: the memorandums of rows that have one already.
        done: rows that were taken from this very edition.
    """
    before = {place(entry): old for entry, old in matched.pairs} if matched else {}
    unclear = {place(entry) for entry in matched.unclear} if matched else set()
    steps = {place(entry): Step(entry, "rejected", reason=entry.rejected) for entry in entries if entry.rejected}
    groups = group([entry for entry in entries if not entry.rejected])
    for entry, others in alike(groups):
        entry.doubts.append(Doubt("row", "", "", "may_be_the_same", tuple(f"{one.sheet}!{one.row}" for one in others)))
    for rows in groups:
        known = next((links[place(entry)] for entry in rows if place(entry) in links), None)
        leader: Entry | None = None
        for entry in rows:
            at = place(entry)
            if at in links:
                step = _known(entry, links[at], before.get(at), is_done=at in done)
            elif at in unclear:
                step = Step(entry, "undecided", reason="may_be_one_of_several")
            elif known or leader:
                reason = "repeats" if leader and leader.cells == entry.cells else "same_memorandum"
                step = Step(entry, "merged", known, place(leader) if leader else None, reason)
            else:
                leader = entry
                step = Step(_together(entry, rows), "made")
            steps[at] = step
    return [steps[place(entry)] for entry in entries]


def _known(entry: Entry, memorandum_id: str, before: Entry | None, *, is_done: bool) -> Step:
    """A row whose memorandum is known: with its changes, if it has any that have not been made."""
    changes = [] if is_done or before is None else changes_of(entry, before)
    return Step(entry, "changed" if changes else "unchanged", memorandum_id, changes=changes)


def _together(first: Entry, rows: Sequence[Entry]) -> Entry:
    """What the rows about one memorandum say together; where they say two things, a person decides."""
    others = [entry for entry in rows if entry is not first]
    if not others:
        return first
    together = replace(first, doubts=list(first.doubts))
    for name in _FILLED:
        said = {getattr(entry, name) for entry in rows} - {None}
        setattr(together, name, said.pop() if len(said) == 1 else None)
        if said and getattr(together, name) is None:
            together.doubts.append(_disagreement(name, rows))
    terms = [entry.term for entry in rows if entry.term]
    if any(term != terms[0] for term in terms):
        together.term = None
        together.doubts.append(_disagreement("until", rows))
    elif terms and all(doubt.reason == "not_stated" for doubt in first.doubts if doubt.field in _OF_THE_END):
        together.term = terms[0]
        together.doubts = [doubt for doubt in together.doubts if doubt.field not in _OF_THE_END]
    return together


def _disagreement(name: str, rows: Sequence[Entry]) -> Doubt:
    said = (entry.term if name == "until" else getattr(entry, name) for entry in rows)
    candidates = tuple(
        f"{entry.sheet}!{entry.row}: {written(value)}" for entry, value in zip(rows, said, strict=True) if value
    )
    return Doubt(name, "", "", "rows_disagree", candidates)

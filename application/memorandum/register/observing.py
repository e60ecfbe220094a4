"""What the register remembers of a memorandum after each event: the rows of its tables, without the time of knowledge.

A part that an event has not changed is the very object that it was before, so that it is neither made, compared nor
written again; where nothing has changed, the whole observation is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import is_
from typing import NamedTuple
from zoneinfo import ZoneInfo

from application.memorandum.register.editions import Dated, SeenEdition, see_edition
from application.memorandum.register.intervals import interval_rows
from application.memorandum.register.links import FRAMEWORK, SUPERSEDED_BY
from application.plain import to_json
from application.projecting.projection import Row
from application.projecting.recorded_rows import Rows
from application.searching import folded
from domain.memorandum.events import MemorandumEvent
from domain.memorandum.leaving import leavings
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.standing import timeline
from domain.shared.event import Event


class Whole(NamedTuple):
    """What is kept about a memorandum as a whole."""

    reference: str
    kind: str
    owner: str
    archived: bool
    framework_id: str | None
    superseded_by: str | None
    partner_references: dict[str, str]


class Seen(NamedTuple):
    """A memorandum after an event: what the register depends on, and the rows that it makes, by table."""

    dated: Dated
    whole: Whole
    parts: tuple[SeenEdition, ...]
    words: tuple[str, ...]
    states: Rows
    editions: Rows
    facets: Rows
    titles: Rows


def observer(zone: ZoneInfo) -> Callable[[Memorandum, Sequence[Event], Seen | None], Seen]:
    """The observer of memorandums, whose days are counted in ``zone``."""

    def observe(memorandum: Memorandum, events: Sequence[Event], before: Seen | None) -> Seen:
        if before is None:
            return _see(memorandum, _date(memorandum, zone, None), None)
        touched = any(isinstance(event, MemorandumEvent) and event.TOUCHES_STANDING for event in events)
        return _see(memorandum, _date(memorandum, zone, before.dated) if touched else before.dated, before)

    return observe


def _date(memorandum: Memorandum, zone: ZoneInfo, before: Dated | None) -> Dated:
    life = memorandum.life(zone)
    living = tuple(edition.edition_id for edition in memorandum.living_editions)
    if before is not None and life == before.life and living == before.living:
        return before
    telling = life.telling
    if before is not None and telling == before.telling:
        found, rows = before.timeline, before.rows
    else:
        found = timeline(life)
        rows = interval_rows(found, {edition.edition_id: edition.term for edition in life.editions})
    return Dated(
        life,
        telling,
        living,
        found,
        rows,
        memorandum.numbers(zone),
        {edition.edition_id: edition.concluded for edition in life.editions},
        leavings(life, found),
    )


def _see(memorandum: Memorandum, dated: Dated, before: Seen | None) -> Seen:
    whole = Whole(
        memorandum.reference,
        memorandum.kind,
        memorandum.owner,
        memorandum.archived,
        memorandum.framework_id,
        memorandum.superseded_by,
        memorandum.partner_references,
    )
    known = {} if before is None else {part.text.edition_id: part for part in before.parts}
    parts = tuple(see_edition(edition, dated, known.get(id_)) for id_, edition in memorandum.editions.items())
    if before is None or not _same(whole, parts, before):
        return _made(dated, whole, parts, before)
    if dated is before.dated:
        return before
    return Seen(dated, *before[1:])


def _same(whole: Whole, parts: tuple[SeenEdition, ...], before: Seen) -> bool:
    """Whether nothing has changed but the dates."""
    return len(parts) == len(before.parts) and all(map(is_, parts, before.parts)) and whole == before.whole


def _made(dated: Dated, whole: Whole, parts: tuple[SeenEdition, ...], before: Seen | None) -> Seen:
    """The observation with its rows, those taken from ``before`` that are the same."""
    words = tuple(_words(whole, parts))
    states, facets = (_state(whole, parts),), tuple(_facets(whole, parts))
    editions = tuple(part.row for part in parts)
    if before is None:
        return Seen(dated, whole, parts, words, states, editions, facets, _titles(words))
    return Seen(
        dated,
        whole,
        parts,
        words,
        before.states if states == before.states else states,
        before.editions if editions == before.editions else editions,
        before.facets if facets == before.facets else facets,
        before.titles if words == before.words else _titles(words),
    )


def _titles(words: tuple[str, ...]) -> Rows:
    return (("\n".join(map(_folded, words)),),)


_folded = lru_cache(maxsize=2000)(folded)  # most words are those of the event before


def _state(whole: Whole, parts: tuple[SeenEdition, ...]) -> Row:
    working = [part.working for part in parts if part.working is not None]
    return (
        whole.reference,
        whole.kind,
        whole.owner,
        int(whole.archived),
        whole.framework_id,
        whole.superseded_by,
        _stage(parts),
        to_json(working) if working else "[]",
    )


def _stage(parts: tuple[SeenEdition, ...]) -> str:
    """The stage of the edition in preparation; where there is none, whether anything was concluded."""
    working = [part.working for part in parts if part.working is not None]
    if working:
        return str(working[-1]["stage"])
    return "withdrawn" if all(part.text.withdrawn for part in parts) else "signed"


def _facets(whole: Whole, parts: tuple[SeenEdition, ...]) -> Iterator[Row]:
    yield "kind", whole.kind, ""
    yield "owner", whole.owner, ""
    yield "stage", _stage(parts), ""
    if whole.archived:
        yield "archived", "archived", ""
    for link, other in ((FRAMEWORK, whole.framework_id), (SUPERSEDED_BY, whole.superseded_by)):
        if other is not None:
            yield link, other, ""
    for part in parts:
        yield from part.facets


def _words(whole: Whole, parts: tuple[SeenEdition, ...]) -> Iterator[str]:
    """What a memorandum is found by: its numbers, and the titles of its editions, but for withdrawn renewals."""
    yield whole.reference
    yield from whole.partner_references.values()
    for part in parts:
        if not part.text.withdrawn or part.text.nature == "first":
            yield from (part.text.content["titles"] or {}).values()

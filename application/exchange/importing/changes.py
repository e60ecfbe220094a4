"""What the next edition of a file changed, and what of it only a person can decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from application.exchange.importing.editions import Edition
from application.exchange.importing.entries import Entry
from domain.memorandum.term import Length
from domain.shared.dates import parse_partial
from domain.shared.errors import Refused

CORRECTABLE = ("title", "kind", "areas", "signed_on", "effective_on", "term")
"""Of the fields of a row, those that a correction may change; who the partners are, a person says."""

_LEAST_FILLED = 5
_LOST_SHARE = 0.5
_LEAST_SHIFTED = 3
_NEARLY_A_YEAR = timedelta(days=330)


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a row that says something else than in the edition before.

    Args:
        field: a key of `Entry.said`.
        before, after: what was said, and is.
        decide: why a person must decide, as a code; none if it is a correction.
    """

    field: str
    before: Any
    after: Any
    decide: str | None = None


def changes_of(entry: Entry, before: Entry) -> list[Change]:
    """What a row says otherwise than the same row of the edition before."""
    said, was = entry.said, before.said
    return [
        Change(name, was[name], said[name], _decided_by_a_person(name, was[name], said[name], entry))
        for name in said
        if said[name] != was[name]
    ]


def written(value: Any) -> str:
    """What a row says in one field, for reading: dates, codes and numbers, and a dash for nothing."""
    if isinstance(value, dict):  # a term
        return ", ".join(_part(name, said) for name, said in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    return "–" if value is None else str(value)


def _part(name: str, said: Any) -> str:
    """A part of a term: its kind or end as it is, or one of its lengths."""
    return f"{name} {said['count']} {said['unit']}" if isinstance(said, dict) else str(said)


def _decided_by_a_person(field: str, before: Any, after: Any, entry: Entry) -> str | None:
    if field not in CORRECTABLE:
        return "not_correctable"
    if field == "term" and entry.looks_renewed:
        return "further_period"
    if after is None:
        return "no_longer_certain"
    if field == "term" and before is not None and _ends_later(before, after):
        return "ends_later"
    if field in ("signed_on", "effective_on") and before is not None and _is_years_later(before, after):
        return "further_period"
    return None


def _is_years_later(before: str, after: str) -> bool:
    """Whether a day has moved so far that it may be that of a renewal."""
    return parse_partial(after).earliest - parse_partial(before).latest >= _NEARLY_A_YEAR


def _ends_later(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether a term ends later than it did, or no longer: that may be a renewal, which no file can record."""
    if after["kind"] != before["kind"]:
        return bool(after["kind"] != "fixed")
    if "until" in before and "until" in after:
        return parse_partial(after["until"]).latest > parse_partial(before["until"]).latest
    if "length" in before and "length" in after:
        return Length(**after["length"]).nominal_days > Length(**before["length"]).nominal_days
    return "until" in after or "length" in after


def refuse_losses(edition: Edition, before: Edition, accepted: Sequence[str]) -> None:
    """Stop where a column has lost most of its values: more likely a slip of a hand than so many decisions.

    Args:
        edition, before: the new and the old one.
        accepted: fields of which a person has said that they are to be lost.

    Raises:
        Refused: a column has.
    """
    was, now = before.filled(), edition.filled()
    for name, filled in was.items():
        share = filled / max(len(before.entries), 1)
        expected = share * min(len(edition.entries), len(before.entries))
        if filled >= _LEAST_FILLED and now[name] < _LOST_SHARE * expected and name not in accepted:
            raise Refused("column_lost", field=name, before=filled, after=now[name])


def refuse_shift(pairs: Sequence[tuple[Entry, Entry]]) -> None:
    """Stop where the dates of a column have all moved by one day: a program has taken midnight for another time zone.

    Raises:
        Refused: they have; ``days`` says which way.
    """
    for name in ("signed_on", "effective_on", "until"):
        moved: Counter[int] = Counter()
        stayed = 0
        for entry, before in pairs:
            new, old = _day(entry, name), _day(before, name)
            if new and old:
                stayed += new == old
                moved[(new - old).days] += new != old
        days, count = max(moved.items(), key=lambda one: one[1], default=(0, 0))
        if abs(days) == 1 and count >= _LEAST_SHIFTED and count > stayed + sum(moved.values()) - count:
            raise Refused("dates_shifted", field=name, days=days, rows=count)


def _day(entry: Entry, name: str) -> date | None:
    value = (entry.term or {}).get("until") if name == "until" else getattr(entry, name)
    if not value:
        return None
    days = parse_partial(value)
    return days.earliest if days.certain else None

"""One memorandum in full: how it stands on a day and why, its timeline, editions and renewal chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

from application.asking import Asked, instant
from application.memorandum.editions import edition_in_full
from application.memorandum.register.editions import days_shown
from application.memorandum.register.showing import row_shown, without_leavers
from application.memorandum.register.tables import INTERVALS, STATES
from application.memorandum.streams import Known
from domain.memorandum.chain import Link, current_on, next_on
from domain.memorandum.possible import possible_commands
from domain.memorandum.standing import NOT_BEGUN, NOT_IN_REGISTER, Interval
from domain.shared.dates import Days
from domain.shared.period import until

_INTERVAL = tuple(column.name for column in INTERVALS.columns)[1:-2]
_STATE = tuple(column.name for column in STATES.columns)[1:-2]
_NO_INTERVAL = dict.fromkeys(_INTERVAL)


def in_full(known: Known, asked: Asked, today: date) -> dict[str, Any]:
    """A memorandum as it was known, on the day asked.

    Args:
        known: the memorandum.
        asked: the two times.
        today: the day that decides which commands are possible.
    """
    memorandum, interval = known.memorandum, known.timeline.on(asked.day)
    now = known.timeline.on(today)
    links = known.chain()
    row = _row(known, asked)
    if row["edition"] is not None:
        row["edition"]["texts"] = memorandum.editions[row["edition"]["edition_id"]].content["texts"]
    return {
        **row,
        "no_standing": None if interval else NOT_BEGUN,
        "version": known.version,
        "version_known": memorandum.version,
        **asked.shown,
        "request_id": memorandum.request_id,
        "partner_references": memorandum.partner_references,
        "contacts": list(memorandum.contacts.values()),
        "notes": list(memorandum.notes),
        "documents": list(memorandum.documents),
        "why": None if interval is None else _why(known, interval, asked.day, row["objection_on"]),
        "current": current_on(asked.day, known.timeline),
        "next": next_on(asked.day, known.seen.dated.life.editions, links),
        "timeline": [_interval_shown(one) for one in known.timeline.intervals],
        "editions": [edition_in_full(known, edition, links) for edition in known.editions],
        "working": _working(known),
        "chain": [_link_shown(link, known) for link in links],
        "commands": [
            possible._asdict() for possible in possible_commands(memorandum, now.standing if now else NOT_BEGUN)
        ],
    }


def not_in_register(memorandum_id: str, version: int, asked: Asked) -> dict[str, Any]:
    """A memorandum that had not been entered by the instant asked."""
    nothing: dict[str, Any] = dict.fromkeys(_ONE_VALUE) | {name: [] for name in _SEVERAL}
    return {
        **nothing,
        "id": memorandum_id,
        "no_standing": NOT_IN_REGISTER,
        "version": version,
        "version_known": 0,
        "archived": False,
        "partner_references": {},
        **asked.shown,
    }


_ONE_VALUE = (
    "reference",
    "kind",
    "owner",
    "stage",
    "framework_id",
    "superseded_by",
    "standing",
    "since",
    "until",
    "period",
    "cause",
    "objection_on",
    "edition",
    "request_id",
    "why",
    "current",
    "next",
    "working",
)
_SEVERAL = (
    "awaited",
    "candidates",
    "contacts",
    "notes",
    "documents",
    "timeline",
    "editions",
    "editions_possible",
    "links",
    "chain",
    "commands",
)


def _row(known: Known, asked: Asked) -> dict[str, Any]:
    """The row that the lists show of it, made of the very rows that the register keeps."""
    day = asked.day.toordinal()
    intervals = (dict(zip(_INTERVAL, row, strict=True)) for row in known.seen.dated.rows)
    interval = next((one for one in intervals if one["valid_from"] <= day < one["valid_to"]), _NO_INTERVAL)
    state = dict(zip(_STATE, known.seen.states[0], strict=True))
    editions = {row[0]: row[1] for row in known.seen.editions}
    edition = editions.get(interval["edition_id"])
    row = row_shown(SimpleNamespace(memorandum_id=str(known.memorandum.id), **interval, **state, edition=edition))
    return {**row, "edition": without_leavers(row["edition"], asked.day)}


def _why(known: Known, interval: Interval, day: date, objection_on: str | None) -> dict[str, Any]:
    after = known.timeline.on(interval.out)
    return {
        "code": interval.cause[0] if interval.cause else None,
        "edition_id": interval.edition_id,
        "rests_on": list(_grounds(known, interval)),
        "period": interval.period,
        "until": days_shown(interval.until),
        "days_left": _days_left(interval.until, day),
        "objection_on": objection_on,
        "next": None if after is None else {"on": interval.out.isoformat(), "standing": after.standing},
        "undetermined_because": list(_open_dates(known, interval)) if len(interval.candidates) > 1 else [],
    }


def _days_left(last: Days | None, day: date) -> int | None:
    return (last.earliest - day).days if last is not None and last.certain else None


def _grounds(known: Known, interval: Interval) -> Iterator[dict[str, Any]]:
    """The events that the standing rests on: its cause, and those by which its editions were concluded."""
    versions = {interval.cause[1]} if interval.cause else set()
    for edition_id in interval.editions:
        edition = known.memorandum.editions[edition_id]
        versions |= {edition.version, *(signature.version for signature in edition.signatures)}
    events = known.as_corrected()
    for version in sorted(versions & set(events)):
        event = events[version]
        yield {
            "version": version,
            "topic": event.TOPIC,
            "occurred_on": event.occurred_on,
            "recorded_at": instant(event.recorded_at),
        }


def _open_dates(known: Known, interval: Interval) -> Iterator[dict[str, Any]]:
    """What is not known to the day, or not at all, of the editions that it may be."""
    for life in known.seen.dated.life.editions:
        if life.concluded is None or life.edition_id not in interval.editions:
            continue
        dates = {"signed_on": life.concluded, "effective_on": life.effective, "term.until": life.term.end_days}
        for part, days in dates.items():
            if days is not None and not days.certain:
                yield {"edition_id": life.edition_id, "part": part, "days": days_shown(days)}
        if life.term.kind == "unknown" or (life.term.kind == "fixed" and not (life.term.until or life.term.length)):
            yield {"edition_id": life.edition_id, "part": "term", "days": None}
        if life.term.kind == "tacit" and not (life.term.renewal and (life.term.until or life.term.length)):
            yield {"edition_id": life.edition_id, "part": "term.length", "days": None}


def _interval_shown(interval: Interval) -> dict[str, Any]:
    last = until(interval.out)
    return {
        "first": interval.first.isoformat(),
        "until": last.isoformat() if last else None,
        "standing": interval.standing,
        "candidates": list(interval.candidates),
        "edition_id": interval.edition_id,
        "editions": list(interval.editions),
        "period": interval.period,
        "period_until": days_shown(interval.until),
        "cause": None if interval.cause is None else {"code": interval.cause[0], "version": interval.cause[1]},
    }


def _working(known: Known) -> dict[str, Any] | None:
    working = [part.working for part in known.seen.parts if part.working is not None]
    return working[-1] if working else None


def _link_shown(link: Link, known: Known) -> dict[str, Any]:
    edition = known.memorandum.editions[link.edition_id]
    lapse = link.lapse
    return {
        "edition_id": link.edition_id,
        "number": known.numbers[link.edition_id],
        "nature": edition.nature,
        "stub": edition.stub,
        "signed_on": days_shown(known.seen.dated.concluded[link.edition_id]),
        "effective": days_shown(link.effective),
        "until": days_shown(link.until),
        "ended_by": link.ended_by,
        "lapse_before": None if lapse is None else (lapse.out - lapse.first).days,
        "lapse": None if lapse is None else {"first": lapse.first.isoformat(), "until": str(lapse.until)},
        "amendments": [
            {
                "edition_id": amendment.edition_id,
                "effective": days_shown(amendment.effective),
                "until": days_shown(amendment.until),
            }
            for amendment in link.amendments
        ],
    }

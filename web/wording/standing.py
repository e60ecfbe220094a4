"""The standing on a day, in words.

A *row* is what the register says of one memorandum on one day as known at one instant: ``standing`` (or
``no_standing``, the reason for none), ``candidates``, ``since`` (the days on which it may have begun), ``until`` (those
that the last day of the running period may be), ``period``, ``cause``, ``objection_on``, and ``edition``, the one in
effect. A single memorandum also has its ``timeline`` and ``editions``, from which its row can tell what follows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from domain.shared.dates import FIRST_DAY, Days, day_after, day_before, parse_day
from web.wording import dates, terms, values
from web.wording.language import either
from web.wording.language import gettext as _

Row = Mapping[str, Any]
Interval = Mapping[str, Any]

LIVING = ("in_force", "suspended")


def sentence(row: Row, as_of: date | str | None = None) -> str:
    """The standing, with what limits it: one line for a list or a heading.

    Args:
        row: as above.
        as_of: the day asked about, if the row does not say it.
    """
    if row.get("standing") is None:
        return none(row.get("no_standing"))
    day = as_of or row.get("as_of")
    return _SENTENCES[row["standing"]](_running_on(row, day), day)


def _running_on(row: Row, day: date | str | None) -> Row:
    """The row with a running period that has not ended before the day on which it runs."""
    until = _until(row)
    if day is None or until is None or until.certain or parse_day(day) <= until.earliest:
        return row
    return {**row, "until": {"earliest": parse_day(day).isoformat(), "latest": until.latest.isoformat()}}


def limit(row: Row) -> str:
    """What limits the standing, for the line below the word: ``until 31 December 2026``; empty where nothing does."""
    if row.get("standing") in LIVING:
        until = _until(row)
        if until and row["standing"] == "suspended":
            return _("its term runs on %(until)s", until=dates.until(until))  # the suspension may end sooner
        return dates.until(until) if until else _OPEN.get(str(term_of(row).get("kind")), _no_end)()
    return _LIMITS[row["standing"]](row) if row.get("standing") in _LIMITS else ""


def none(reason: str | None) -> str:
    """Why there is no standing."""
    if reason == "not_in_register":
        return _("Not in the register: nothing had been recorded by then")
    return _("Not begun: nothing is known to have happened by that day")


def candidates(row: Row) -> list[str]:
    """The standings that an undetermined one may be, each in a word."""
    return [values.standing(code) for code in row.get("candidates") or ()]


def _in_force(row: Row, as_of: date | str | None) -> str:
    until, term = _until(row), term_of(row)
    if until is None:
        return _in_force_without_end(term)
    if row.get("period"):
        said = _("In force, tacitly renewed %(until)s", until=dates.until(until))
    else:
        said = _("In force %(until)s", until=dates.until(until))
    follows = _what_follows(row, term, as_of)
    return _("%(standing)s; %(following)s", standing=said, following=follows) if follows else said


def _in_force_without_end(term: Mapping[str, Any]) -> str:
    match term.get("kind"):
        case "evergreen" if term.get("notice"):
            notice = terms.length(term["notice"])
            return _("In force without an end, until a notice of %(notice)s is given", notice=notice)
        case "evergreen":
            return _("In force without an end, until a party gives notice")
        case "perpetual":
            return _("In force for ever")
        case "tacit":
            return _("In force; it renews itself, but when its periods end is not known")
        case _other:
            return _("In force; no end is known")


def _what_follows(row: Row, term: Mapping[str, Any], as_of: date | str | None) -> str:
    """What comes after the running period, where that is not simply its end; or sooner, where the text changes."""
    changed = _changed_text(row)
    if changed is not None:
        return _as_amended(row, changed)
    following = _after_the_last_day(row)
    if following is None:
        return _renews_itself(row, term, as_of) if row.get("objection_on") else ""
    if following["standing"] in (*LIVING, "signed"):
        if _in_another_edition(row, following):
            return _("then the next edition, from %(day)s", day=_takes_effect(row, following))
        return _renews_itself(row, term, as_of) if term.get("kind") == "tacit" else ""
    return _ENDS.get((following.get("cause") or {}).get("code"), _nothing_more)()


def _changed_text(row: Row) -> Interval | None:
    """The interval in which another edition takes effect before the running period is over."""
    until = _until(row)
    days = [one for one in _later(row) if until is None or parse_day(one["first"]) <= until.earliest]
    return next((one for one in days if one["standing"] in LIVING and _in_another_edition(row, one)), None)


def _as_amended(row: Row, changed: Interval) -> str:
    if (edition(row, changed["edition_id"]) or {}).get("amends"):
        return _("as amended from %(day)s", day=_takes_effect(row, changed))
    return _("in the next edition from %(day)s", day=_takes_effect(row, changed))


def _takes_effect(row: Row, interval: Interval) -> str:
    """The first day of the edition of an interval, which may lie before it."""
    effective = (edition(row, interval["edition_id"]) or {}).get("effective")
    return dates.a_day(days_of(effective)) if effective else dates.day(interval["first"])


def _in_another_edition(row: Row, interval: Interval) -> bool:
    return bool(interval["edition_id"]) and interval["edition_id"] != edition_id(row)


def _nothing_more() -> str:
    return ""


_ENDS: dict[str | None, Callable[[], str]] = {
    "objection": lambda: _("then it ends, because a party objected"),
    "notice": lambda: _("then it ends, because a party gave notice"),
    "termination": lambda: _("then it ends before its time"),
    "superseded": lambda: _("then another memorandum takes over"),
}


def _renews_itself(row: Row, term: Mapping[str, Any], as_of: date | str | None) -> str:
    if not term.get("renewal"):
        return _("then it renews itself")
    renewal, last = terms.length(term["renewal"]), row.get("objection_on")
    if last is None:
        return _("then renews itself for %(renewal)s unless a party objects", renewal=renewal)
    if as_of is not None and parse_day(last) < parse_day(as_of):
        return _("then renews itself for %(renewal)s: nobody objected by %(day)s", renewal=renewal, day=dates.day(last))
    return _(
        "then renews itself for %(renewal)s unless a party objects by %(day)s", renewal=renewal, day=dates.day(last)
    )


def _signed(row: Row, _as_of: date | str | None) -> str:
    following = after_period(row)
    if following and following["standing"] in LIVING:
        return _("Signed; in force from %(day)s", day=dates.day(following["first"]))
    return values.standing("signed")


def _suspended(row: Row, _as_of: date | str | None) -> str:
    following = after_period(row)
    if following and following["standing"] == "in_force":
        return _("Suspended until %(day)s", day=dates.day(day_before(parse_day(following["first"]))))
    until = _until(row)
    if until is None:
        return _("Suspended, with no end set to it")
    return _("Suspended; its term runs on %(until)s", until=dates.until(until))


def _over(row: Row, _as_of: date | str | None) -> str:
    if row["standing"] == "terminated":  # perhaps before it was ever in force
        return _("Terminated from %(day)s", day=since(row))
    return _("Expired; the last day in force was %(day)s", day=_last_day_in_force(row))


def _last_day_in_force(row: Row) -> str:
    begun = days_of(row["since"])
    return dates.a_day(Days(max(FIRST_DAY, day_before(begun.earliest)), max(FIRST_DAY, day_before(begun.latest))))


def _since(row: Row, _as_of: date | str | None) -> str:
    match row["standing"]:
        case "superseded":
            return _("Superseded on %(day)s", day=since(row))
        case "withdrawn":
            return _("Withdrawn on %(day)s", day=since(row))
        case _in_preparation:
            return _("In preparation since %(day)s", day=since(row))


def _undetermined(row: Row, _as_of: date | str | None) -> str:
    if len(row.get("candidates") or ()) < 2:
        return values.standing("undetermined")
    return _("Undetermined: %(alternatives)s", alternatives=_alternatives(row))


def _alternatives(row: Row) -> str:
    return either([option[:1].lower() + option[1:] for option in candidates(row)])


_SENTENCES: dict[str, Callable[[Row, date | str | None], str]] = {
    "in_preparation": _since,
    "signed": _signed,
    "in_force": _in_force,
    "suspended": _suspended,
    "expired": _over,
    "terminated": _over,
    "superseded": _since,
    "withdrawn": _since,
    "undetermined": _undetermined,
}


def _no_end() -> str:
    return _("no end is known")


_OPEN: dict[str, Callable[[], str]] = {
    "evergreen": lambda: _("without an end"),
    "perpetual": lambda: _("for ever"),
}

_LIMITS: dict[str, Callable[[Row], str]] = {
    "expired": lambda row: _("last day %(day)s", day=_last_day_in_force(row)),
    "terminated": lambda row: _("from %(date)s", date=since(row)),
    "superseded": lambda row: _("on %(date)s", date=since(row)),
    "withdrawn": lambda row: _("on %(date)s", date=since(row)),
    "in_preparation": lambda row: _("since %(day)s", day=since(row)),
    "undetermined": _alternatives,
}


# What a row holds


def edition_id(row: Row) -> str | None:
    """The edition in effect, if there is one."""
    edition = row.get("edition")
    return str(edition["edition_id"]) if edition else None


def edition(row: Row, edition_id: str | None) -> Mapping[str, Any] | None:
    """One of its editions in full; none where the row has none."""
    return next((one for one in row.get("editions") or () if one["edition_id"] == edition_id), None)


def term_of(row: Row) -> Mapping[str, Any]:
    """The term of the edition in effect; empty where it is not stated."""
    return (row.get("edition") or {}).get("term") or {}


def since(row: Row) -> str:
    """The day on which it began, as far as it is known, in words."""
    return dates.a_day(days_of(row["since"]))


def after_period(row: Row) -> Interval | None:
    """The interval of the timeline that comes after the one asked about; none where the row has no timeline."""
    return next(iter(_later(row)), None)


def _later(row: Row) -> list[Interval]:
    return [interval for interval in row.get("timeline") or () if interval["first"] > row["as_of"]]


def _after_the_last_day(row: Row) -> Interval | None:
    """What holds on the day after the running period; a suspension or an amendment inside the period is not it."""
    out = first_day_after(row)
    if out is None:
        return after_period(row)
    begun = [interval for interval in _later(row) if parse_day(interval["first"]) <= out]
    return begun[-1] if begun else None


def first_day_after(row: Row) -> date | None:
    """The first day after the running period, if its end is known to the day."""
    until = _until(row)
    return day_after(until.latest) if until and until.certain else None


def _until(row: Row) -> Days | None:
    return days_of(row["until"]) if row.get("until") else None


def days_of(given: Mapping[str, str]) -> Days:
    """The days that a date may mean, as answers write them."""
    return Days(parse_day(given["earliest"]), parse_day(given["latest"]))

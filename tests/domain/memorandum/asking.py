"""What stands on a day, asked of a memorandum as it is known at the moment."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from domain.memorandum.memorandum import Memorandum
from domain.memorandum.standing import NOT_BEGUN, Interval, timeline
from domain.shared.moment import TASHKENT
from tests import given
from tests.domain.memorandum.clerk import as_known


def interval(memorandum: Memorandum, day: str) -> Interval | None:
    """The interval that holds on a day."""
    return memorandum.timeline(TASHKENT).on(date.fromisoformat(day))


def standing(memorandum: Memorandum, day: str) -> str:
    """The standing on a day."""
    found = interval(memorandum, day)
    return found.standing if found else NOT_BEGUN


def candidates(memorandum: Memorandum, day: str) -> set[str]:
    """The standings that are possible on a day."""
    found = interval(memorandum, day)
    return set(found.candidates) if found else {NOT_BEGUN}


def edition(memorandum: Memorandum, day: str) -> str | None:
    """The edition that makes the standing of a day, if that is known."""
    found = interval(memorandum, day)
    return found.edition_id if found else None


def until(memorandum: Memorandum, day: str) -> str | None:
    """The last day of the period running on a day: a day, a range of days, or none."""
    found = interval(memorandum, day)
    if found is None or found.until is None:
        return None
    days = found.until
    return f"{days.earliest}" if days.certain else f"{days.earliest}…{days.latest}"


def stretches(memorandum: Memorandum) -> list[tuple[str, str, str]]:
    """First day, last day and standing of each interval."""
    return [(f"{i.first}", f"{date.fromordinal(i.out.toordinal() - 1)}", i.standing) for i in _line(memorandum)]


def _line(memorandum: Memorandum) -> tuple[Interval, ...]:
    return timeline(memorandum.life(TASHKENT)).intervals


def as_known_at(memorandum: Memorandum, instant: datetime) -> Memorandum:
    """The memorandum as the events recorded by an instant tell it."""
    known = as_known(memorandum.recorded, instant)
    assert known is not None, "nothing was recorded by then"
    return known


def from_paper(signed_on: str | None, term: dict[str, Any] | None, **parts: Any) -> Memorandum:
    """A memorandum entered from paper, with one edition (e2)."""
    return given.a_memorandum_from_paper(given.an_edition_from_paper(signed_on, term=term, **parts))


def renewed(memorandum: Memorandum, signed_on: str | None, term: dict[str, Any] | None, **parts: Any) -> str:
    """Enter from paper that the last edition was renewed in an updated form; gives the id of the new one."""
    last = [e for e in memorandum.living_editions if e.concluded and not e.amends][-1].edition_id
    edition = given.an_edition_from_paper(signed_on, term=term, follows=last, **parts)
    memorandum.record_edition(given.an_act(None, source=given.SCAN), edition=edition)
    return f"e{memorandum.version}"


def amended(memorandum: Memorandum, signed_on: str | None, term: dict[str, Any] | None, **parts: Any) -> str:
    """Enter from paper that the first edition was amended; gives the id of the amendment."""
    base = next(iter(memorandum.editions))
    edition = given.an_edition_from_paper(signed_on, term=term, amends=base, **parts)
    memorandum.record_edition(given.an_act(None, source=given.SCAN), edition=edition)
    return f"e{memorandum.version}"


def months(count: int) -> dict[str, Any]:
    """A length in months."""
    return {"count": count, "unit": "months"}


def years(count: int) -> dict[str, Any]:
    """A length in years."""
    return {"count": count, "unit": "years"}


def fixed(**parts: Any) -> dict[str, Any]:
    """A fixed term."""
    return {"kind": "fixed", **parts}


def tacit(**parts: Any) -> dict[str, Any]:
    """A term that rolls over."""
    return {"kind": "tacit", **parts}

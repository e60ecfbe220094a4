"""How long an edition lasts: lengths, ends of periods, objection dates, and terms that contradict themselves."""

from datetime import date
from typing import Any

import pytest

from domain.memorandum import content
from domain.memorandum.term import Length, Term, add, add_months, notice_takes_effect, objection_date
from domain.shared.dates import END_OF_TIME, day_before
from domain.shared.errors import Invalid


def ends(first_day: str, term: dict[str, Any], number: int) -> list[str]:
    """The last days of the first periods of a term, counted from its first day in force."""
    read = Term.parse(term)
    stated = date.fromisoformat(read.until) if read.until else None
    return [day_before(out).isoformat() for out in read.ends(date.fromisoformat(first_day), stated)[:number]]


def length(count: int, unit: str = "months") -> dict[str, Any]:
    return {"count": count, "unit": unit}


def test_r02_months_are_counted_from_the_anchor_and_the_day_returns_in_longer_months() -> None:
    monthly = {"kind": "tacit", "length": length(1), "renewal": length(1)}

    assert ends("2026-01-31", monthly, 3) == ["2026-02-28", "2026-03-30", "2026-04-30"]
    assert ends("2023-12-30", monthly, 3) == ["2024-01-29", "2024-02-29", "2024-03-29"]


@pytest.mark.parametrize(
    ("first_day", "lasts", "until"),
    [
        ("2024-02-29", length(12), "2025-02-28"),
        ("2024-02-29", length(4, "years"), "2028-02-28"),
        ("2024-02-28", length(12), "2025-02-27"),
        ("2025-03-31", length(11), "2026-02-28"),
        ("2026-07-01", length(6), "2026-12-31"),
        ("2026-01-01", length(1, "days"), "2026-01-01"),
        ("2023-12-31", length(60, "days"), "2024-02-28"),
    ],
)
def test_r02_a_length_ends_with_the_last_day_in(first_day: str, lasts: dict[str, Any], until: str) -> None:
    assert ends(first_day, {"kind": "fixed", "length": lasts}, 1) == [until]


def test_r02_months_counted_back_follow_the_same_rule() -> None:
    assert add_months(date(2026, 8, 31), -6) == date(2026, 3, 1)
    assert add_months(date(2024, 8, 29), -6) == date(2024, 2, 29)
    assert add_months(date(2026, 1, 15), -1) == date(2025, 12, 15)


def test_s17_months_from_the_end_of_a_month_and_after_a_stated_end() -> None:
    half_yearly = {"kind": "tacit", "until": "2026-06-30", "renewal": length(6)}

    assert ends("2024-02-29", {"kind": "fixed", "length": length(12)}, 1) == ["2025-02-28"]
    assert ends("2025-07-01", half_yearly, 3) == ["2026-06-30", "2026-12-31", "2027-06-30"]


def test_r03_the_anchor_is_the_first_day_of_a_length_and_the_day_after_a_stated_end() -> None:
    five_years, sixty_months = {"kind": "fixed", "length": length(5, "years")}, length(60)

    assert ends("2019-05-20", five_years, 1) == ["2024-05-19"]
    assert ends("2020-01-15", {"kind": "tacit", "length": sixty_months, "renewal": length(12)}, 2)[1] == "2026-01-14"
    assert ends("2019-11-05", {"kind": "tacit", "until": "2024-02-29", "renewal": length(12)}, 2)[1] == "2025-02-28"


def test_r03_a_stated_end_wins_over_a_length() -> None:
    assert ends("2020-01-15", {"kind": "fixed", "until": "2025-01-15", "length": length(5, "years")}, 1) == [
        "2025-01-15"
    ]


@pytest.mark.parametrize("until", ["2025-01-13", "2025-01-14", "2025-01-15"])
def test_r03_an_end_a_day_off_its_length_is_accepted(until: str) -> None:
    term = {"kind": "fixed", "until": until, "length": length(5, "years")}

    content.check_term({"term": term, "effective_on": "2020-01-15"})


@pytest.mark.parametrize("until", ["2025-01-12", "2025-01-16"])
def test_r03_an_end_further_off_its_length_is_refused(until: str) -> None:
    term = {"kind": "fixed", "until": until, "length": length(5, "years")}

    with pytest.raises(Invalid) as refusal:
        content.check_term({"term": term, "effective_on": "2020-01-15"})

    assert (refusal.value.field, refusal.value.data["accepts"]) == ("term.length", "agreeing_with_until")


def test_r03_an_end_before_the_first_day_is_refused() -> None:
    with pytest.raises(Invalid) as refusal:
        content.check_term({"term": {"kind": "fixed", "until": "2020-01"}, "effective_on": "2020-02"})

    assert refusal.value.field == "term.until"


def test_lengths_of_days_and_months_are_counted_one_after_the_other() -> None:
    monthly_after_thirty_days = {"kind": "tacit", "length": length(30, "days"), "renewal": length(1)}

    assert ends("2026-01-31", monthly_after_thirty_days, 3) == ["2026-03-01", "2026-04-01", "2026-05-01"]
    assert add(date(2026, 1, 31), Length(1, "months"), Length(30, "days")) == date(2026, 3, 31)


def test_periods_of_days_are_counted_to_the_end_of_2100() -> None:
    periods = Term("tacit", length=Length(1, "years"), renewal=Length(30, "days")).ends(date(1900, 1, 1), None)

    assert periods[1] == date(1901, 1, 31)
    assert periods[-2:] == (date(2100, 12, 3), END_OF_TIME)


@pytest.mark.parametrize(
    ("term", "field", "accepts"),
    [
        ({"kind": "tacit", "renewal": length(27, "days")}, "term.renewal", "at_least_one_month"),
        ({"kind": "tacit", "length": length(6), "notice": length(7)}, "term.notice", "at_most_the_period"),
        ({"kind": "tacit", "renewal": length(1, "years"), "notice": length(400, "days")}, "term.notice", None),
        ({"kind": "tacit", "length": length(11), "notice": length(1, "academic_years")}, "term.notice", None),
        ({"kind": "fixed", "length": length(1, "academic_years")}, "term.length.unit", "one_of"),
        ({"kind": "tacit", "renewal": length(1, "weeks")}, "term.renewal.unit", "one_of"),
        ({"kind": "fixed", "length": length(0)}, "term.length.count", "between"),
        ({"kind": "fixed", "length": length(1201)}, "term.length.count", "between"),
        ({"kind": "fixed", "length": length(101, "years")}, "term.length.count", "between"),
        ({"kind": "evergreen", "notice": length(21, "academic_years")}, "term.notice.count", "between"),
        ({"kind": "fixed", "length": {"count": True, "unit": "years"}}, "term.length.count", "between"),
        ({"kind": "fixed", "length": {"count": "5", "unit": "years"}}, "term.length.count", "between"),
        ({"kind": "fixed", "length": {"years": 5}}, "term.length", "length"),
        ({"kind": "fixed", "renewal": length(12)}, "term.renewal", "absent_for_term"),
        ({"kind": "perpetual", "notice": length(6)}, "term.notice", "absent_for_term"),
        ({"kind": "evergreen", "until": "2030-12-31"}, "term.until", "absent_for_term"),
        ({"kind": "fixed", "until": "2026-02-30"}, "term.until", "partial_date"),
        ({"kind": "for_ever"}, "term.kind", "one_of"),
        ({"kind": None}, "term.kind", "one_of"),
        ({"until": "2026"}, "term.kind", "one_of"),
        ({"kind": "fixed", "ends": "2026"}, "term", "term"),
        ("five years", "term", "term"),
        (None, "term", "term"),
    ],
)
def test_r04_a_term_that_contradicts_itself_or_is_none_is_refused(term: Any, field: str, accepts: str | None) -> None:
    with pytest.raises(Invalid) as refusal:
        Term.parse(term)

    assert refusal.value.field == field
    assert accepts in (None, refusal.value.data["accepts"])


@pytest.mark.parametrize(
    "term",
    [
        {"kind": "fixed", "length": length(100, "years")},
        {"kind": "fixed", "length": length(36500, "days")},
        {"kind": "tacit", "length": length(1, "days"), "renewal": length(31, "days")},
        {"kind": "tacit", "length": length(12), "renewal": length(1, "years"), "notice": length(1, "academic_years")},
        {"kind": "evergreen", "notice": length(20, "academic_years")},
        {"kind": "unknown"},
        {"kind": "perpetual"},
    ],
)
def test_r04_a_term_at_the_bounds_is_read_and_stored_as_stated(term: dict[str, Any]) -> None:
    assert Term.parse(term).plain() == term
    assert Term.stored(term) == Term.parse(term)


def test_r31_the_objection_date_is_the_day_before_the_notice_begins() -> None:
    assert objection_date(date(2027, 1, 1), Length(6, "months")) == date(2026, 6, 30)
    assert objection_date(date(2026, 8, 31), Length(6, "months")) == date(2026, 2, 28)
    assert objection_date(date(2027, 1, 1), Length(90, "days")) == date(2026, 10, 2)
    assert objection_date(date(2027, 1, 1), None) == date(2026, 12, 31)


def test_r31_a_notice_in_academic_years_is_counted_back_from_the_last_first_of_september() -> None:
    assert objection_date(date(2027, 9, 1), Length(1, "academic_years")) == date(2026, 8, 31)
    assert objection_date(date(2027, 8, 31), Length(1, "academic_years")) == date(2025, 8, 31)


@pytest.mark.parametrize(
    ("given_on", "notice", "first_day_out"),
    [
        ("2026-09-01", Length(1, "academic_years"), "2027-09-01"),
        ("2026-09-02", Length(1, "academic_years"), "2028-09-01"),
        ("2026-01-10", Length(2, "academic_years"), "2028-09-01"),
        ("2026-08-31", Length(6, "months"), "2027-03-01"),
        ("2026-06-30", Length(6, "months"), "2026-12-30"),
        ("2026-02-28", Length(30, "days"), "2026-03-30"),
    ],
)
def test_r33_a_notice_takes_effect_after_its_length(given_on: str, notice: Length, first_day_out: str) -> None:
    assert notice_takes_effect(date.fromisoformat(given_on), notice) == date.fromisoformat(first_day_out)

"""The renewal chain: when each edition was in effect, what ended it, and the lapses between."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.memorandum.chain import Amendment, Link, chain, current_on, next_on
from domain.memorandum.memorandum import Memorandum
from domain.shared.dates import Days
from domain.shared.moment import TASHKENT
from tests import given

Facts = tuple[str, Days | None, Days | None, str | None]


def links_of(memorandum: Memorandum) -> list[Link]:
    life = memorandum.life(TASHKENT)
    return chain(life.editions, memorandum.numbers(TASHKENT), memorandum.timeline(TASHKENT))


def days(first: str, last: str | None = None) -> Days:
    return Days(date.fromisoformat(first), date.fromisoformat(last or first))


def told(memorandum: Memorandum) -> list[Facts]:
    return [(link.edition_id, link.effective, link.until, link.ended_by) for link in links_of(memorandum)]


def from_paper(*editions: dict[str, Any]) -> Memorandum:
    with given.on("2026-09-14"):
        return given.a_memorandum_from_paper(*editions)


def test_one_edition_has_its_days_and_what_ended_it() -> None:
    memorandum = from_paper(given.an_edition_from_paper("2019-05-20"))

    assert told(memorandum) == [("e2", days("2019-05-20"), days("2024-05-19"), "term")]


def test_s18_a_lapse_is_the_days_between_the_end_and_the_next_effective_date() -> None:
    memorandum = from_paper(
        given.an_edition_from_paper("2020-07-01", term={"kind": "fixed", "until": "2025-06-30"}),
        given.an_edition_from_paper("2025-07-12"),
    )

    first, second = links_of(memorandum)

    assert first.lapse is None
    assert second.lapse is not None
    assert (second.lapse.first, second.lapse.until) == (date(2025, 7, 1), date(2025, 7, 11))


def test_s16_there_is_no_lapse_where_the_next_begins_the_day_after() -> None:
    memorandum = from_paper(
        given.an_edition_from_paper("2023-11-01", term={"kind": "fixed", "until": "2026-10-31"}),
        given.an_edition_from_paper("2026-09-10", term={"kind": "fixed", "length": {"count": 1, "unit": "years"}}),
    )

    first, second = links_of(memorandum)

    assert (first.until, first.ended_by) == (days("2026-10-31"), "renewal")
    assert (second.effective, second.until, second.lapse) == (days("2026-11-01"), days("2027-10-31"), None)
    line, editions = memorandum.timeline(TASHKENT), memorandum.life(TASHKENT).editions
    assert current_on(date(2026, 10, 31), line) == "e2"
    assert next_on(date(2026, 10, 31), editions, [first, second]) == "e3"
    assert next_on(date(2026, 9, 9), editions, [first, second]) is None, "not concluded yet"
    assert current_on(date(2026, 11, 1), line) == "e3"


def test_a_renewal_before_the_end_ends_the_old_edition() -> None:
    memorandum = from_paper(
        given.an_edition_from_paper("2019-05-20"),
        given.an_edition_from_paper("2021-01-10", effective_on="2021-02-01", term={"kind": "perpetual"}),
    )

    assert told(memorandum) == [
        ("e2", days("2019-05-20"), days("2021-01-31"), "renewal"),
        ("e3", days("2021-02-01"), None, None),
    ]


def test_an_edition_with_its_amendment_is_one_link() -> None:
    memorandum = from_paper(
        given.an_edition_from_paper("2019-05-20"),
        given.an_edition_from_paper("2023-01-10", amends=0, areas=["training"]),
    )

    (link,) = links_of(memorandum)

    assert (link.edition_id, link.until) == ("e2", days("2024-05-19"))
    assert link.amendments == (Amendment("e3", days("2023-01-10"), days("2024-05-19")),)


def test_partial_dates_leave_ranges() -> None:
    memorandum = from_paper(given.an_edition_from_paper("2019-05"), given.an_edition_from_paper("2024-12-03"))

    first, second = links_of(memorandum)

    assert (first.effective, first.until) == (days("2019-05-01", "2019-05-31"), days("2024-04-30", "2024-05-30"))
    assert second.lapse is None, "its first day is not known"


def test_what_has_no_known_end_has_none() -> None:
    memorandum = from_paper(given.an_edition_from_paper("2024-12-03", term=None))

    assert told(memorandum) == [("e2", days("2024-12-03"), None, None)]


def test_a_termination_and_a_draft_are_told() -> None:
    memorandum = from_paper(given.an_edition_from_paper("2024-12-03"))
    with given.on("2026-09-14"):
        memorandum.terminate(given.an_act(), effective_on="2026-10-01")
        memorandum.propose_renewal(given.an_act(), changes={"texts": {"en": "1."}})

    assert told(memorandum) == [("e2", days("2024-12-03"), days("2026-09-30"), "termination")]
    with given.on("2026-09-14"):
        assert links_of(given.a_drafted_memorandum()) == []

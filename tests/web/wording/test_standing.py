"""The standing in words, and why."""

from typing import Any

import pytest

from web.wording import standing
from web.wording.names import Names
from web.wording.why import why

TACIT = {
    "kind": "tacit",
    "length": {"count": 5, "unit": "years"},
    "renewal": {"count": 5, "unit": "years"},
    "notice": {"count": 6, "unit": "months"},
}
NAMES = Names(editions={"e1": "1", "e2": "2"})


def on(earliest: str, latest: str = "") -> dict[str, str]:
    """A day that may be uncertain."""
    return {"earliest": earliest, "latest": latest or earliest}


def a_row(**other: Any) -> dict[str, Any]:
    """In force from 2022 until the end of 2026, in its first edition."""
    row: dict[str, Any] = {
        "standing": "in_force",
        "candidates": ["in_force"],
        "since": on("2022-01-01"),
        "until": {"earliest": "2026-12-31", "latest": "2026-12-31"},
        "period": 0,
        "cause": {"code": "effective", "version": 1},
        "objection_on": None,
        "edition": {"edition_id": "e1", "number": "1", "term": {"kind": "fixed", "until": "2026-12-31"}},
        "editions": [{"edition_id": "e1", "amends": None, "effective": on("2022-01-01")}],
        "as_of": "2026-01-10",
    }
    return row | other


def followed_by(standing: str, code: str, edition_id: str = "e1") -> list[dict[str, Any]]:
    """A timeline in which this comes after the end of 2026."""
    return [
        {"first": "2022-01-01", "until": "2026-12-31", "standing": "in_force", "edition_id": "e1"},
        {
            "first": "2027-01-01",
            "until": None,
            "standing": standing,
            "edition_id": edition_id,
            "cause": {"code": code, "version": 2},
        },
    ]


def of_tacit_term(**other: Any) -> dict[str, Any]:
    """The same, with a term that renews itself."""
    return a_row(edition={"edition_id": "e1", "number": "1", "term": TACIT}, objection_on="2026-06-30", **other)


def test_in_force_says_until_when() -> None:
    assert standing.sentence(a_row(timeline=followed_by("expired", "term"))) == "In force until 31 December 2026"


def test_a_term_that_renews_itself_says_who_can_stop_it_and_by_when() -> None:
    said = standing.sentence(of_tacit_term(timeline=followed_by("in_force", "tacit_renewal")))

    assert said == (
        "In force until 31 December 2026; then renews itself for 5 years unless a party objects by 30 June 2026"
    )
    assert standing.sentence(of_tacit_term()) == said  # in a list, without a timeline


def test_after_the_objection_date_it_says_that_nobody_objected() -> None:
    said = standing.sentence(of_tacit_term(timeline=followed_by("in_force", "tacit_renewal"), as_of="2026-07-01"))

    assert said == "In force until 31 December 2026; then renews itself for 5 years: nobody objected by 30 June 2026"


def test_once_renewed_it_says_so() -> None:
    row = of_tacit_term(period=1, until={"earliest": "2031-12-31", "latest": "2031-12-31"}, timeline=[])

    assert standing.sentence(row | {"objection_on": None}) == "In force, tacitly renewed until 31 December 2031"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("objection", "then it ends, because a party objected"),
        ("notice", "then it ends, because a party gave notice"),
        ("termination", "then it ends before its time"),
    ],
)
def test_an_end_that_is_not_the_terms_own_says_why(code: str, said: str) -> None:
    row = of_tacit_term(timeline=followed_by("expired", code))

    assert standing.sentence(row) == f"In force until 31 December 2026; {said}"


def test_a_suspension_inside_the_period_does_not_hide_what_ends_it() -> None:
    first, end = followed_by("terminated", "termination")
    inside = {"standing": "suspended", "first": "2026-07-10", "until": "2026-07-20", "edition_id": "e1"}
    again = {"standing": "in_force", "first": "2026-07-21", "until": "2026-12-31", "edition_id": "e1"}

    said = standing.sentence(of_tacit_term(timeline=[first, inside, again, end]))

    assert said == "In force until 31 December 2026; then it ends before its time"


def test_what_is_not_determined_afterwards_adds_nothing() -> None:
    said = standing.sentence(a_row(timeline=followed_by("undetermined", "unknown_end")))

    assert said == "In force until 31 December 2026"


@pytest.mark.parametrize(
    ("amends", "said"),
    [
        ("e1", "In force until 31 December 2026; as amended from 1 March 2026"),
        (None, "In force until 31 December 2026; in the next edition from 1 March 2026"),
    ],
)
def test_a_text_that_changes_inside_the_period_is_told_with_its_day(amends: str | None, said: str) -> None:
    first, end = followed_by("expired", "term", "e2")
    changed = {"standing": "in_force", "first": "2026-03-01", "until": "2026-12-31", "edition_id": "e2"}
    editions = [{"edition_id": "e2", "amends": amends, "effective": None}]

    assert standing.sentence(a_row(timeline=[first, changed, end], editions=editions)) == said


def test_a_renewal_that_waits_is_named() -> None:
    row = a_row(timeline=followed_by("in_force", "effective", "e2"))

    assert standing.sentence(row) == "In force until 31 December 2026; then the next edition, from 1 January 2027"


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ({"kind": "perpetual"}, "In force for ever"),
        (
            {"kind": "evergreen", "notice": {"count": 6, "unit": "months"}},
            "In force without an end, until a notice of 6 months is given",
        ),
        ({"kind": "evergreen"}, "In force without an end, until a party gives notice"),
        ({"kind": "tacit"}, "In force; it renews itself, but when its periods end is not known"),
    ],
)
def test_without_an_end_it_says_what_kind_of_term_it_is(term: dict[str, Any], said: str) -> None:
    row = a_row(until=None, edition={"edition_id": "e1", "number": "1", "term": term})

    assert standing.sentence(row) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            a_row(standing="expired", since=on("2027-01-01"), until=None),
            "Expired; the last day in force was 31 December 2026",
        ),
        (
            a_row(standing="terminated", since=on("2025-09-01"), until=None),
            "Terminated from 1 September 2025",
        ),
        (a_row(standing="superseded", since=on("2025-09-01"), until=None), "Superseded on 1 September 2025"),
        (a_row(standing="withdrawn", since=on("2025-09-01"), until=None), "Withdrawn on 1 September 2025"),
        (a_row(standing="in_preparation", since=on("2025-09-01"), until=None), "In preparation since 1 September 2025"),
        (a_row(standing="suspended"), "Suspended; its term runs on until 31 December 2026"),
        (a_row(standing="suspended", until=None), "Suspended, with no end set to it"),
        (
            a_row(standing="suspended", timeline=followed_by("in_force", "effective")),
            "Suspended until 31 December 2026",
        ),
        (
            a_row(standing="signed", until=None, timeline=followed_by("in_force", "effective")),
            "Signed; in force from 1 January 2027",
        ),
        (a_row(standing="signed", until=None), "Signed, not yet in force"),
        (
            a_row(standing="undetermined", candidates=["expired", "in_force"], until=None),
            "Undetermined: expired or in force",
        ),
        (
            {"standing": None, "no_standing": "not_begun"},
            "Not begun: nothing is known to have happened by that day",
        ),
        (
            {"standing": None, "no_standing": "not_in_register"},
            "Not in the register: nothing had been recorded by then",
        ),
    ],
    ids=lambda given: None if isinstance(given, str) else str(given.get("standing")),
)
def test_every_standing_says_what_limits_it(row: dict[str, Any], said: str) -> None:
    assert standing.sentence(row) == said


@pytest.mark.parametrize(
    ("row", "said", "limit"),
    [
        (
            a_row(standing="expired", since=on("2024-06-02", "2024-07-01"), until=None),
            "Expired; the last day in force was a day in June 2024",
            "last day a day in June 2024",
        ),
        (
            a_row(standing="expired", since=on("1900-01-01", "2024-07-01"), until=None),
            "Expired; the last day in force was 30 June 2024 or earlier",
            "last day 30 June 2024 or earlier",
        ),
        (
            a_row(standing="terminated", since=on("2024-06-10", "2024-06-12"), until=None),
            "Terminated from a day between 10 June 2024 and 12 June 2024",
            "from a day between 10 June 2024 and 12 June 2024",
        ),
        (
            a_row(standing="withdrawn", since=on("2023-09-01", "2023-09-30"), until=None),
            "Withdrawn on a day in September 2023",
            "on a day in September 2023",
        ),
        (
            a_row(standing="in_preparation", since=on("2023-01-01", "2023-12-31"), until=None),
            "In preparation since a day in 2023",
            "since a day in 2023",
        ),
    ],
    ids=lambda given: None if isinstance(given, str) else str(given.get("standing")),
)
def test_a_day_that_nobody_recorded_is_not_told(row: dict[str, Any], said: str, limit: str) -> None:
    assert standing.sentence(row) == said
    assert standing.limit(row) == limit


def test_a_running_period_has_not_ended_before_the_day_asked() -> None:
    row = a_row(until=on("2026-01-01", "2026-01-31"), as_of="2026-01-10")

    assert standing.sentence(row) == "In force until a day between 10 January 2026 and 31 January 2026"


def test_the_day_of_a_change_to_come_is_told_as_far_as_it_is_known() -> None:
    first, end = followed_by("expired", "term", "e2")
    changed = {"standing": "in_force", "first": "2026-03-31", "until": "2026-12-31", "edition_id": "e2"}
    editions = [{"edition_id": "e2", "amends": "e1", "effective": on("2026-03-01", "2026-03-31")}]

    said = standing.sentence(a_row(timeline=[first, changed, end], editions=editions))

    assert said == "In force until 31 December 2026; as amended from a day in March 2026"


def test_a_later_piece_of_the_same_standing_does_not_follow_it() -> None:
    row = a_row(standing="signed", until=None, as_of="2026-12-31", timeline=followed_by("in_force", "effective"))

    assert standing.sentence(row | {"since": on("2020-01-01")}) == "Signed; in force from 1 January 2027"
    assert standing.sentence(row | {"as_of": "2027-01-01"}) == "Signed, not yet in force"


def test_why_names_the_edition_and_its_term() -> None:
    assert why(a_row(), NAMES) == ["Edition 1 is in effect since 1 January 2022. Its term: until 31 December 2026."]


def test_an_undetermined_standing_says_what_is_missing() -> None:
    row = a_row(
        standing="undetermined",
        cause={"code": "unknown_end", "version": 2},
        why={"undetermined_because": [{"edition_id": "e1", "part": "term"}]},
    )

    assert why(row, NAMES) == ["How long edition 1 lasts is not known.", "Missing: the term of edition 1."]


@pytest.mark.parametrize("code", ["term", "objection", "notice", "termination", "superseded", "withdrawn", "drafted"])
def test_every_cause_is_told(code: str) -> None:
    assert len(why(a_row(cause={"code": code, "version": 3}), NAMES)) == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (a_row(), "until 31 December 2026"),
        (a_row(standing="suspended"), "its term runs on until 31 December 2026"),
        (a_row(until=None, edition={"edition_id": "e1", "term": {"kind": "perpetual"}}), "for ever"),
        (a_row(standing="expired", since=on("2027-01-01"), until=None), "last day 31 December 2026"),
        (a_row(standing="signed", until=None), ""),
    ],
)
def test_below_the_word_stands_what_limits_it(row: dict[str, Any], said: str) -> None:
    assert standing.limit(row) == said

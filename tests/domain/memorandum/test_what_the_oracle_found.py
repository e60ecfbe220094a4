"""Lives on which the timeline and the oracle once disagreed, each told in its smallest form."""

from datetime import date

from domain.memorandum.memorandum import Memorandum
from domain.shared.moment import TASHKENT
from tests import given
from tests.domain.memorandum.asking import (
    amended,
    candidates,
    edition,
    fixed,
    from_paper,
    months,
    renewed,
    standing,
    tacit,
    until,
    years,
)
from tests.domain.memorandum.oracle import answers

PERPETUAL = {"kind": "perpetual"}


def assert_as_the_oracle_says(memorandum: Memorandum, *days: str) -> None:
    asked = answers(memorandum.recorded, given.NOW, TASHKENT, map(date.fromisoformat, days))
    for day, answer in asked.items():
        assert candidates(memorandum, f"{day}") == answer.standings


def outside(memorandum: Memorandum, party_id: str, signed_on: str, edition_id: str = "e1") -> None:
    act = given.an_act(signed_on, source=given.SCAN)
    memorandum.record_outside_signature(act, edition_id=edition_id, party_id=party_id, signatory=signed_on, office="")


def test_a_suspension_of_some_day_of_a_year_reaches_a_short_renewal_on_two_days_only() -> None:
    memorandum = from_paper("2018-02-05", PERPETUAL)
    renewed(memorandum, "2019-06-15", fixed(until="2019-06-16"))
    memorandum.suspend(given.an_act("2019"))

    assert candidates(memorandum, "2019-06-16") == {"in_force", "suspended"}
    assert candidates(memorandum, "2019-06-17") == {"expired"}
    assert_as_the_oracle_says(memorandum, "2019-01-01", "2019-06-14", "2019-06-15", "2019-06-16")


def test_an_edition_of_some_day_may_come_before_or_after_one_that_is_known() -> None:
    memorandum = from_paper("2024-01", {"kind": "evergreen"})
    found = given.an_edition_from_paper("2024-01-30", term=PERPETUAL)
    memorandum.record_edition(given.an_act(None, source=given.SCAN), edition=found)

    assert (standing(memorandum, "2024-01-31"), edition(memorandum, "2024-01-31")) == ("in_force", None)
    assert edition(memorandum, "2024-01-29") == "e2"
    assert_as_the_oracle_says(memorandum, "2023-12-31", "2024-01-01", "2024-01-30", "2024-01-31")


def test_an_objection_may_fix_the_end_for_which_a_renewal_waits_on_one_day_only() -> None:
    memorandum = from_paper("2022-06", tacit(length=years(1), renewal=years(4)))
    memorandum.object(given.an_act("2022-12-28"), party_id="p1", against="2027-05-31")
    renewed(memorandum, "2023-09-07", None)

    assert candidates(memorandum, "2023-09-07") == candidates(memorandum, "2027-05-31") == {"in_force", "expired"}
    assert_as_the_oracle_says(memorandum, "2023-06-01", "2023-09-06", "2023-09-07", "2026-01-15", "2027-06-01")


def test_a_party_that_signed_here_and_before_outside_does_not_hold_the_draft_back() -> None:
    memorandum = given.an_approved_draft("2026-06-13")
    given.sign(memorandum, "e1", "p1", "2026-06-14")
    outside(memorandum, "p1", "2026")
    outside(memorandum, "p2", "2026-04-07")

    assert candidates(memorandum, "2026-06-12") == {"not_begun", "in_force"}
    assert_as_the_oracle_says(memorandum, "2026-04-06", "2026-04-07", "2026-06-12", "2026-06-13", "2026-06-14")


def test_a_signature_of_an_unknown_day_is_not_older_than_its_draft() -> None:
    memorandum = given.an_approved_draft("2026-09-14")
    given.sign(memorandum, "e1", "p1", None)
    outside(memorandum, "p2", "2026-03-01")

    assert candidates(memorandum, "2026-09-13") == {"not_begun"}


def test_periods_whose_numbers_are_not_known_have_their_own_ends() -> None:
    memorandum = from_paper("2020-01-01", tacit(until="2020-06", renewal={"count": 168, "unit": "days"}))
    amended(memorandum, "2020-12-14", tacit(until="2023-02-15", renewal=months(48)))

    assert until(memorandum, "2024-01-01") == "2027-02-15"
    assert until(memorandum, "2028-01-01") == "2031-02-15"


def test_a_withdrawal_is_not_older_than_the_draft() -> None:
    memorandum = given.a_drafted_memorandum("2026-03-10")
    memorandum.withdraw(given.an_act("2026-03"), edition_id="e1")

    assert candidates(memorandum, "2026-03-09") == {"not_begun"}
    assert candidates(memorandum, "2026-03-15") == {"in_preparation", "withdrawn"}


def test_a_renewal_drafted_before_it_is_known_what_it_renews_begins_nothing() -> None:
    memorandum = from_paper("2025", fixed(length=years(1)))
    memorandum.propose_renewal(given.an_act("2025-02-01"), changes={})

    assert candidates(memorandum, "2025-02-01") == {"not_begun", "in_force"}
    assert_as_the_oracle_says(memorandum, "2025-01-01", "2025-02-01", "2025-12-31", "2026-12-31")


def test_an_end_settled_before_one_of_two_possible_conclusions_makes_the_other_one_sure() -> None:
    memorandum = from_paper("2019", fixed(length=months(10)), effective_on="2019-06-16")
    renewed(memorandum, "2019-12-20", PERPETUAL)
    memorandum.terminate(given.an_act("2019-05-20"), effective_on="2019-10-30")

    assert candidates(memorandum, "2019-06-15") == {"signed"}
    assert candidates(memorandum, "2019-10-30") == {"terminated"}
    assert_as_the_oracle_says(memorandum, "2019-01-01", "2019-05-19", "2019-05-20", "2019-12-20", "2020-04-16")


def test_an_objection_that_names_the_end_of_the_old_edition_leaves_the_next_one_alone() -> None:
    memorandum = from_paper("2024-06-15", fixed(until="2024-06-15"))
    second = renewed(memorandum, "2024-06-15", tacit())
    memorandum.object(given.an_act("2024-06-15"), party_id="p1", against="2024-06-15")

    assert (standing(memorandum, "2024-06-16"), edition(memorandum, "2024-06-16")) == ("in_force", second)
    assert_as_the_oracle_says(memorandum, "2024-06-15", "2024-06-16", "2025-01-01")


def test_what_ended_before_its_effect_is_signed_no_longer_though_the_next_edition_comes_later() -> None:
    memorandum = from_paper("2017-01", None, effective_on="2017-01-18")
    found = given.an_edition_from_paper("2017-01-18", term=None)
    memorandum.record_edition(given.an_act(None, source=given.SCAN), edition=found | {"follows": "e2"})
    memorandum.terminate(given.an_act("2018-04-10"), effective_on="2017-01-17")

    assert candidates(memorandum, "2017-01-16") == {"not_begun", "signed"}
    assert candidates(memorandum, "2017-01-17") == {"not_begun", "terminated"}
    assert_as_the_oracle_says(memorandum, "2017-01-01", "2017-01-15", "2017-01-16", "2017-01-17", "2017-01-18")

"""The standing on a day: what holds first, how an edition ends, suspension, and what an end reaches."""

import pytest

from domain.memorandum.memorandum import Memorandum
from tests import given
from tests.domain.memorandum.asking import (
    amended,
    candidates,
    edition,
    fixed,
    from_paper,
    interval,
    months,
    renewed,
    standing,
    stretches,
    tacit,
    until,
    years,
)
from tests.refusing import refused

IN_2026 = fixed(until="2026-12-31")


def ended_by(memorandum: Memorandum, day: str) -> str:
    found = interval(memorandum, day)
    assert found is not None
    assert found.cause is not None
    return found.cause[0]


def test_s11_signed_and_not_yet_in_force_until_the_first_day() -> None:
    memorandum = given.a_signed_memorandum("2026-08-03", effective_on="2026-09-01", term=fixed(length=years(1)))

    assert standing(memorandum, "2026-08-31") == "signed"
    assert standing(memorandum, "2026-09-01") == "in_force"
    assert until(memorandum, "2026-09-01") == "2027-08-31"


def test_s12_expired_from_the_day_after_the_end_though_no_sweep_has_run() -> None:
    memorandum = given.a_signed_memorandum("2026-08-03", term=IN_2026)

    assert (standing(memorandum, "2026-12-31"), standing(memorandum, "2027-01-01")) == ("in_force", "expired")
    with given.on("2027-01-05"):
        memorandum.write_down(given.an_act())
        memorandum.write_down(given.an_act())
    assert [(e.TOPIC, e.occurred_on) for e in memorandum.recorded if e.TOPIC == "memorandum.expired"] == [
        ("memorandum.expired", "2027-01-01")
    ]


def test_r01_the_end_is_the_last_day_in_force() -> None:
    memorandum = from_paper("2020-07-01", fixed(until="2025-06-30"))

    assert stretches(memorandum) == [
        ("2020-07-01", "2025-06-30", "in_force"),
        ("2025-07-01", "2100-12-31", "expired"),
    ]


def test_r27_in_preparation_from_the_first_draft_then_signed_then_in_force_then_expired() -> None:
    memorandum = given.a_signed_memorandum(
        "2026-03-10", drafted_on="2026-02-01", effective_on="2026-05-01", term=fixed(until="2026-07-31")
    )

    assert stretches(memorandum) == [
        ("2026-02-01", "2026-03-09", "in_preparation"),
        ("2026-03-10", "2026-04-30", "signed"),
        ("2026-05-01", "2026-07-31", "in_force"),
        ("2026-08-01", "2100-12-31", "expired"),
    ]


def test_r27_a_withdrawn_memorandum_is_withdrawn_whatever_else() -> None:
    memorandum = given.a_drafted_memorandum("2026-02-01", effective_on="2026-06-01")
    memorandum.withdraw(given.an_act("2026-03-05"), edition_id="e1")

    assert stretches(memorandum) == [
        ("2026-02-01", "2026-03-04", "in_preparation"),
        ("2026-03-05", "2100-12-31", "withdrawn"),
    ]


def test_r27_a_renewal_in_preparation_or_its_withdrawal_changes_no_standing() -> None:
    memorandum = given.a_signed_memorandum("2026-01-10", term=fixed(until="2026-03-31"))
    before = stretches(memorandum)

    memorandum.propose_renewal(given.an_act("2026-06-01"), changes={"term": IN_2026})
    assert stretches(memorandum) == before

    memorandum.withdraw(given.an_act("2026-07-01"), edition_id=f"e{memorandum.version}")
    assert stretches(memorandum) == before


def test_r27_superseded_from_the_day_of_the_link() -> None:
    memorandum = from_paper("2025-01-01", IN_2026)
    memorandum.supersede(given.an_act("2026-06-20"), by_memorandum_id=str(given.REQUEST), effective_on="2026-07-01")

    assert (standing(memorandum, "2026-06-30"), standing(memorandum, "2026-07-01")) == ("in_force", "superseded")
    assert standing(memorandum, "2027-01-01") == "superseded"


def test_r27_what_has_ended_by_the_day_of_the_link_is_not_superseded() -> None:
    memorandum = from_paper("2025-01-01", fixed(until="2026-06-30"))
    memorandum.supersede(given.an_act("2026-06-20"), by_memorandum_id=str(given.REQUEST), effective_on="2026-07-01")

    assert standing(memorandum, "2026-07-01") == "expired"


def test_r27_signed_comes_before_expired() -> None:
    memorandum = from_paper("2020-01-01", fixed(until="2024-12-31"))
    renewed(memorandum, "2025-02-01", IN_2026, effective_on="2025-03-01")

    assert standing(memorandum, "2025-01-31") == "expired"
    assert standing(memorandum, "2025-02-01") == "signed"
    assert standing(memorandum, "2025-03-01") == "in_force"


def test_r27_ended_is_what_the_last_that_ended_makes_it() -> None:
    memorandum = from_paper("2020-01-01", fixed(until="2024-12-31"))
    last = renewed(memorandum, "2025-02-01", IN_2026, effective_on="2025-09-01")
    memorandum.terminate(given.an_act("2025-06-01"))

    assert standing(memorandum, "2025-05-31") == "signed"
    assert (standing(memorandum, "2025-06-01"), edition(memorandum, "2025-06-01")) == ("terminated", last)


@pytest.mark.parametrize(
    ("effective_on", "expected", "cause"),
    [
        ("2026-12-31", "terminated", "termination"),
        ("2027-01-01", "expired", "term"),
        ("2027-01-02", "expired", "term"),
    ],
)
def test_r28_the_earliest_end_counts_and_on_the_same_day_it_is_expired(
    effective_on: str, expected: str, cause: str
) -> None:
    memorandum = from_paper("2025-01-01", fixed(until="2027-06-30"))
    memorandum.terminate(given.an_act("2026-05-01"), effective_on=effective_on)
    memorandum.correct(given.with_a_reason(), event_version=2, field="term", value=IN_2026)

    assert (standing(memorandum, "2027-01-02"), ended_by(memorandum, "2027-01-02")) == (expected, cause)


def test_r28_after_an_objection_it_is_expired_though_a_termination_has_the_same_day() -> None:
    memorandum = from_paper("2025-01-01", tacit(length=months(24), renewal=months(24)))
    memorandum.terminate(given.an_act("2026-05-01"), effective_on="2027-01-01")
    memorandum.object(given.an_act("2026-06-01"), party_id="p2")

    assert (standing(memorandum, "2027-01-01"), ended_by(memorandum, "2027-01-01")) == ("expired", "objection")


def test_r28_terminated_before_effect_it_never_takes_effect() -> None:
    memorandum = given.a_signed_memorandum("2026-03-02", effective_on="2026-06-01")
    memorandum.terminate(given.an_act("2026-04-15"))

    assert stretches(memorandum) == [
        ("2026-03-02", "2026-04-14", "signed"),
        ("2026-04-15", "2100-12-31", "terminated"),
    ]


def test_r28_an_edition_signed_after_its_stated_end_is_nothing_before_it_was_concluded() -> None:
    memorandum = given.a_signed_memorandum("2026-04-15", drafted_on="2026-03-20", term=fixed(until="2026-03-31"))

    assert stretches(memorandum) == [
        ("2026-03-20", "2026-04-14", "in_preparation"),
        ("2026-04-15", "2100-12-31", "expired"),
    ]


def test_s19_suspended_from_its_day_until_the_day_of_resumption() -> None:
    memorandum = from_paper("2025-01-01", IN_2026)
    memorandum.suspend(given.an_act("2026-03-01"))
    memorandum.resume(given.an_act("2026-05-01"))

    assert standing(memorandum, "2026-02-28") == "in_force"
    assert standing(memorandum, "2026-04-01") == "suspended"
    assert standing(memorandum, "2026-05-01") == "in_force"
    assert until(memorandum, "2026-04-01") == "2026-12-31"


def test_s19_an_amendment_may_move_the_end_of_what_was_suspended() -> None:
    memorandum = from_paper("2025-01-01", IN_2026)
    memorandum.suspend(given.an_act("2026-03-01"), until="2026-04-30")
    amended(memorandum, "2026-05-04", fixed(until="2027-02-28"))

    assert until(memorandum, "2026-04-01") == "2027-02-28"


def test_r29_a_suspension_ends_with_its_own_last_day_or_the_end() -> None:
    memorandum = from_paper("2025-01-01", IN_2026)
    memorandum.suspend(given.an_act("2026-03-01"), until="2026-03-31")
    memorandum.suspend(given.an_act("2026-06-01"))

    assert (standing(memorandum, "2026-03-31"), standing(memorandum, "2026-04-01")) == ("suspended", "in_force")
    assert (standing(memorandum, "2026-12-31"), standing(memorandum, "2027-01-01")) == ("suspended", "expired")


def test_r29_a_tacit_term_rolls_over_below_a_suspension() -> None:
    memorandum = from_paper("2024-01-01", tacit(length=months(24), renewal=months(12)))
    memorandum.suspend(given.an_act("2025-11-01"))
    memorandum.resume(given.an_act("2026-02-01"))

    assert standing(memorandum, "2026-01-15") == "suspended"
    assert until(memorandum, "2026-01-15") == "2026-12-31"
    assert until(memorandum, "2025-12-31") == "2025-12-31"


def test_r29_what_is_resumed_is_not_suspended_anew_by_the_same_act() -> None:
    memorandum = from_paper("2025-01-01", IN_2026)
    memorandum.suspend(given.an_act("2026-03-01"), effective_on="2026-03-10")
    memorandum.resume(given.an_act("2026-04-02"), effective_on="2026-04-05")
    memorandum.suspend(given.an_act("2026-04-20"), until="2026-04-21")

    assert [s for s in stretches(memorandum) if s[2] == "suspended"] == [
        ("2026-03-10", "2026-04-04", "suspended"),
        ("2026-04-20", "2026-04-21", "suspended"),
    ]


def test_r30_an_end_reaches_every_edition_concluded_by_its_day() -> None:
    memorandum = from_paper("2022-01-01", IN_2026)
    renewed(memorandum, "2026-02-01", fixed(until="2029-12-31"), effective_on="2027-01-01")
    memorandum.terminate(given.an_act("2026-05-01"), effective_on="2026-08-01")

    assert standing(memorandum, "2026-08-01") == "terminated"
    assert standing(memorandum, "2027-01-01") == "terminated"


def test_r30_a_renewal_concluded_later_starts_clean() -> None:
    memorandum = from_paper("2022-01-01", IN_2026)
    memorandum.suspend(given.an_act("2026-03-01"))
    memorandum.terminate(given.an_act("2026-05-01"), effective_on="2026-08-01")
    renewed(memorandum, "2026-06-15", fixed(until="2029-12-31"), effective_on="2026-09-01")

    assert standing(memorandum, "2026-08-15") == "signed"
    assert standing(memorandum, "2026-09-01") == "in_force"


def test_r30_an_amendment_does_not_start_clean() -> None:
    memorandum = from_paper("2022-01-01", IN_2026)
    memorandum.terminate(given.an_act("2026-05-01"), effective_on="2026-08-01")
    amended(memorandum, "2026-06-15", fixed(until="2029-12-31"))

    assert standing(memorandum, "2026-08-01") == "terminated"


def test_r18_a_guard_asks_for_the_standing_on_the_day_of_the_fact() -> None:
    memorandum = from_paper("2022-01-01", fixed(until="2025-12-31"))

    memorandum.suspend(given.an_act("2025-10-01"), until="2025-10-31")
    with refused(memorandum, "standing_forbids", on="2026-02-01", standing="expired"):
        memorandum.suspend(given.an_act("2026-02-01"))
    assert standing(memorandum, "2025-10-15") == "suspended"


def test_r18_what_is_undetermined_refuses_nothing() -> None:
    memorandum = from_paper("2022-01-01", None)
    assert candidates(memorandum, "2026-01-01") == {"in_force", "expired"}

    memorandum.terminate(given.an_act("2026-01-01"))

    assert standing(memorandum, "2026-01-01") == "terminated"


def test_r18_a_fact_that_takes_the_ground_from_a_later_one_is_refused_and_names_it() -> None:
    memorandum = from_paper("2022-01-01", IN_2026)
    memorandum.suspend(given.an_act("2026-03-01"), until="2026-03-31")
    later = {"kind": "suspension", "version": memorandum.version, "on": "2026-03-01", "standing": "terminated"}

    with refused(memorandum, "later_facts_forbid", facts=[later]):
        memorandum.terminate(given.an_act("2026-02-01"))

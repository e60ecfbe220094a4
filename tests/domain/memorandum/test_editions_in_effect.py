"""Which edition is in effect: renewals, lapses, amendments, and editions whose effective date nobody stated."""

import pytest

from domain.memorandum.memorandum import Memorandum
from domain.shared.moment import TASHKENT
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


def in_effect(memorandum: Memorandum, day: str) -> tuple[str, str | None]:
    return standing(memorandum, day), edition(memorandum, day)


def test_s16_a_renewal_signed_early_runs_from_the_day_after_the_old_end() -> None:
    with given.on("2026-09-15"):
        memorandum = from_paper("2023-11-01", fixed(until="2026-10-31"))
        second = renewed(memorandum, "2026-09-15", fixed(length=years(1)))

    assert in_effect(memorandum, "2026-10-31") == ("in_force", "e2")
    assert in_effect(memorandum, "2026-11-01") == ("in_force", second)
    assert until(memorandum, "2026-11-01") == "2027-10-31"
    assert standing(memorandum, "2027-11-01") == "expired"


def test_s18_a_lapse_of_eleven_days_before_the_renewal() -> None:
    memorandum = from_paper("2020-07-01", fixed(until="2025-06-30"))
    renewed(memorandum, "2025-07-12", fixed(length=years(5)))

    assert standing(memorandum, "2025-07-05") == "expired"
    assert ("2025-07-01", "2025-07-11", "expired") in stretches(memorandum)
    assert standing(memorandum, "2025-07-12") == "in_force"


def test_r20_an_amendment_takes_effect_within_its_edition() -> None:
    memorandum = from_paper("2025-01-01", fixed(until="2026-12-31"))
    amendment = amended(memorandum, "2026-01-15", fixed(until="2026-12-31"), effective_on="2026-02-01")

    assert in_effect(memorandum, "2026-01-31") == ("in_force", "e2")
    assert in_effect(memorandum, "2026-02-01") == ("in_force", amendment)
    assert memorandum.numbers(TASHKENT) == {"e2": "1", amendment: "1.1"}


def test_r20_an_amendment_may_revive_an_ended_edition_without_a_gap() -> None:
    memorandum = from_paper("2020-01-01", fixed(until="2025-12-31"))
    amendment = amended(memorandum, "2026-03-10", fixed(until="2027-12-31"))

    assert in_effect(memorandum, "2026-02-01") == ("in_force", "e2")
    assert in_effect(memorandum, "2026-03-10") == ("in_force", amendment)
    assert until(memorandum, "2026-02-01") == "2027-12-31"


def test_r20_an_amendment_may_bring_the_end_forward() -> None:
    memorandum = from_paper("2020-01-01", fixed(until="2029-12-31"))
    amended(memorandum, "2026-03-10", fixed(until="2026-06-30"))

    assert standing(memorandum, "2026-07-01") == "expired"


def test_r20_an_amendment_outlives_an_expiry_by_objection() -> None:
    memorandum = from_paper("2020-01-01", tacit(length=years(2), renewal=years(2)))
    memorandum.object(given.an_act("2025-03-01"), party_id="p2")
    assert standing(memorandum, "2026-01-01") == "expired"

    amended(memorandum, "2026-03-10", tacit(length=years(2), renewal=years(1)))

    assert standing(memorandum, "2026-02-01") == "in_force"
    assert until(memorandum, "2026-03-10") == "2026-12-31"


def test_r20_periods_that_passed_under_a_former_tacit_term_stay() -> None:
    memorandum = from_paper("2020-01-01", tacit(length=years(2), renewal=years(2)))
    amended(memorandum, "2025-07-01", tacit(length=years(1), renewal=years(1)))

    ends = [until(memorandum, f"{year}-06-30") for year in (2020, 2022, 2024, 2026)]
    assert ends == ["2021-12-31", "2023-12-31", "2025-12-31", "2026-12-31"]


def test_r20_a_renewal_is_possible_after_expiry_and_after_termination() -> None:
    memorandum = from_paper("2020-01-01", fixed(until="2024-12-31"))
    second = renewed(memorandum, "2025-03-01", fixed(until="2026-12-31"))
    memorandum.terminate(given.an_act("2025-10-01"))
    third = renewed(memorandum, "2026-02-01", fixed(until="2028-12-31"))

    assert in_effect(memorandum, "2025-03-01") == ("in_force", second)
    assert standing(memorandum, "2026-01-31") == "terminated"
    assert in_effect(memorandum, "2026-02-01") == ("in_force", third)


def test_r23_the_number_follows_the_order_of_effect_and_the_id_does_not_change() -> None:
    memorandum = from_paper("2024-12-03", fixed(length=years(5)))
    older = given.an_edition_from_paper("2019-05-20", term=fixed(length=years(5)))
    memorandum.record_edition(given.an_act(None, source=given.SCAN), edition=older)

    assert memorandum.numbers(TASHKENT) == {"e3": "1", "e2": "2"}
    assert in_effect(memorandum, "2020-01-01") == ("in_force", "e3")
    assert in_effect(memorandum, "2025-01-01") == ("in_force", "e2")


def test_r24_concluded_on_the_day_of_the_last_party_s_first_signature() -> None:
    memorandum = given.an_approved_draft("2026-01-05")
    given.sign(memorandum, "e1", "p2", "2026-03-02")
    given.sign(memorandum, "e1", "p1", "2026-02-10")
    memorandum.sign(given.an_act("2026-04-20"), edition_id="e1", party_id="p1", signatory="Vice-rector", office="")

    assert stretches(memorandum)[:2] == [
        ("2026-01-05", "2026-03-01", "in_preparation"),
        ("2026-03-02", "2031-03-01", "in_force"),
    ]


def test_r24_a_stated_effective_date_may_lie_before_the_conclusion_and_begins_the_length() -> None:
    memorandum = from_paper("2026-03-02", fixed(length=years(1)), effective_on="2026-01-01")

    assert (standing(memorandum, "2025-12-31"), standing(memorandum, "2026-01-01")) == ("not_begun", "in_force")
    assert until(memorandum, "2026-01-01") == "2026-12-31"


@pytest.mark.parametrize(
    ("ending", "first_day"),
    [
        (lambda _: None, "2026-05-10"),
        (lambda m: m.object(given.an_act("2026-03-01"), party_id="p2"), "2027-01-01"),
        (lambda m: m.give_notice(given.an_act("2026-03-01"), party_id="p2", length=months(4)), "2026-07-01"),
        (lambda m: m.terminate(given.an_act("2026-03-01"), effective_on="2026-06-01"), "2026-06-01"),
        (lambda m: m.object(given.an_act("2026-05-11"), party_id="p2"), "2026-05-10"),
    ],
    ids=["nothing is fixed", "an objection", "a notice", "a termination", "an objection after the renewal"],
)
def test_r24_a_renewal_waits_for_the_old_end_if_it_was_fixed_by_the_day_it_was_concluded(
    ending: object, first_day: str
) -> None:
    memorandum = from_paper("2025-01-01", tacit(length=years(2), renewal=years(2), notice=months(3)))
    assert callable(ending)
    ending(memorandum)

    second = renewed(memorandum, "2026-05-10", fixed(length=years(3)))

    started = interval(memorandum, first_day)
    assert started is not None
    assert (started.standing, started.edition_id, f"{started.first}") == ("in_force", second, first_day)


def test_r25_a_renewal_replaces_the_old_edition_before_its_end() -> None:
    memorandum = from_paper("2022-01-01", fixed(until="2028-12-31"))
    second = renewed(memorandum, "2026-02-01", fixed(until="2027-12-31"), effective_on="2026-03-01")

    assert in_effect(memorandum, "2026-02-28") == ("in_force", "e2")
    assert in_effect(memorandum, "2026-03-01") == ("in_force", second)
    assert standing(memorandum, "2028-06-01") == "expired"


def test_r26_of_two_effective_on_one_day_the_one_concluded_last_holds() -> None:
    memorandum = from_paper("2025-11-01", fixed(until="2029-12-31"), effective_on="2026-01-01")
    second = renewed(memorandum, "2025-12-01", fixed(until="2027-12-31"), effective_on="2026-01-01")

    assert in_effect(memorandum, "2026-01-01") == ("in_force", second)


def test_r26_of_two_amendments_the_one_effective_last_holds() -> None:
    memorandum = from_paper("2025-01-01", fixed(until="2029-12-31"))
    later = amended(memorandum, "2025-12-01", fixed(until="2029-12-31"), effective_on="2026-06-01")
    sooner = amended(memorandum, "2026-01-01", fixed(until="2029-12-31"), effective_on="2026-02-01")

    assert [edition(memorandum, f"2026-{month}-01") for month in ("01", "02", "06")] == ["e2", sooner, later]


def test_an_edition_that_never_took_effect_replaces_nothing() -> None:
    memorandum = from_paper("2022-01-01", {"kind": "evergreen", "notice": months(12)})
    renewed(memorandum, "2026-02-01", {"kind": "evergreen", "notice": months(1)}, effective_on="2026-08-01")
    memorandum.give_notice(given.an_act("2026-03-01"), party_id="p2")

    assert in_effect(memorandum, "2026-08-01") == ("in_force", "e2")
    assert standing(memorandum, "2027-03-01") == "terminated"


def test_while_a_renewal_waits_an_unknown_end_leaves_signed_possible() -> None:
    memorandum = from_paper("2020-01-01", None)
    renewed(memorandum, "2026-02-01", fixed(until="2028-12-31"), effective_on="2026-06-01")

    assert candidates(memorandum, "2026-01-31") == {"in_force", "expired"}
    assert candidates(memorandum, "2026-02-01") == {"in_force", "signed"}
    assert candidates(memorandum, "2026-06-01") == {"in_force"}


def test_r25_an_edition_that_is_replaced_early_runs_until_the_day_before() -> None:
    memorandum = from_paper("2023-01-01", fixed(until="2027-12-31"))
    second = renewed(memorandum, "2026-09-01", fixed(until="2031-12-31"), effective_on="2027-01-01")

    assert in_effect(memorandum, "2026-09-14") == ("in_force", "e2")
    assert until(memorandum, "2026-09-14") == "2026-12-31"
    assert in_effect(memorandum, "2027-01-01") == ("in_force", second)
    assert until(memorandum, "2027-01-01") == "2031-12-31"


def test_r25_an_edition_without_an_end_that_is_replaced_has_one() -> None:
    memorandum = from_paper("2023-01-01", {"kind": "evergreen"})
    renewed(memorandum, "2026-09-01", fixed(until="2031-12-31"), effective_on="2027-01-01")

    assert until(memorandum, "2026-09-14") == "2026-12-31"


def test_r25_a_replaced_edition_runs_until_a_day_as_uncertain_as_its_replacement() -> None:
    memorandum = from_paper("2023-01-01", fixed(until="2027-12-31"))
    renewed(memorandum, "2026-09-01", fixed(until="2031-12-31"), effective_on="2027-01")

    assert until(memorandum, "2026-09-14") == "2026-12-31…2027-01-30"


def test_what_another_memorandum_takes_over_does_not_run_on() -> None:
    memorandum = from_paper("2023-01-01", fixed(until="2027-12-31"))
    memorandum.supersede(given.an_act("2026-09-01"), by_memorandum_id=str(given.REQUEST), effective_on="2027-01-01")

    assert until(memorandum, "2026-09-14") == "2026-12-31"


def a_renewal_of_the_same_day(*acts: str) -> tuple[Memorandum, str]:
    """An edition without an end is ended, and another signed, on one day; ``acts`` in the order of recording."""
    memorandum = from_paper("2023-01-01", {"kind": "evergreen"})
    second = ""
    for act in acts:
        if act == "terminate":
            memorandum.terminate(given.an_act("2026-09-01"), effective_on="2026-10-01")
        elif act == "give notice":
            memorandum.give_notice(given.an_act("2026-09-01"), party_id="p2", effective_on="2026-10-01")
        else:
            second = renewed(memorandum, "2026-09-01", {"kind": "perpetual"})
    return memorandum, second


@pytest.mark.parametrize("end", ["terminate", "give notice"])
def test_r12_what_ends_the_old_edition_before_the_new_one_is_signed_that_day_does_not_reach_it(end: str) -> None:
    memorandum, second = a_renewal_of_the_same_day(end, "sign")

    assert in_effect(memorandum, "2026-09-30") == ("in_force", "e2")
    assert in_effect(memorandum, "2026-10-01") == ("in_force", second)
    assert standing(memorandum, "2090-01-01") == "in_force"


@pytest.mark.parametrize("end", ["terminate", "give notice"])
def test_r30_what_follows_the_signing_on_the_same_day_ends_both_editions(end: str) -> None:
    memorandum, second = a_renewal_of_the_same_day("sign", end)

    assert in_effect(memorandum, "2026-09-30") == ("in_force", second)
    assert standing(memorandum, "2026-10-01") == "terminated"


def test_r12_the_last_partys_signature_is_what_concludes_a_renewal_on_a_day() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01", drafted_on="2026-08-01", term={"kind": "evergreen"})
    memorandum.propose_renewal(given.an_act("2026-09-01"), changes={"areas": ["staff_exchange"]})
    second = f"e{memorandum.version}"
    given.approve(memorandum, second)
    given.sign(memorandum, second, "p1", "2026-09-02")
    memorandum.terminate(given.an_act("2026-09-02"), effective_on="2026-10-01")
    given.sign(memorandum, second, "p2", "2026-09-02")

    assert in_effect(memorandum, "2026-10-01") == ("in_force", second)


def test_r26_of_editions_in_effect_from_one_day_the_one_concluded_last_that_day_holds() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01", drafted_on="2026-08-01")
    memorandum.propose_renewal(given.an_act("2026-09-02"), changes={"effective_on": "2027-01-01"})
    second = f"e{memorandum.version}"
    given.approve(memorandum, second)
    renewed(memorandum, "2026-09-03", {"kind": "perpetual"}, effective_on="2027-01-01")
    for party in ("p1", "p2"):
        given.sign(memorandum, second, party, "2026-09-03")

    assert edition(memorandum, "2027-01-01") == second

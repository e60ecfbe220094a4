"""Places of a memorandum: granted, used, free; never more than granted, whoever nominates at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from domain.shared.errors import Refused
from tests import given
from tests.application.office import act, keep, refused
from tests.application.sample import Hands

TWO = {"direction": "outgoing", "purpose": "studies", "places": 2, "academic_years": ["2025/2026"]}
OVERRIDE = {"role": "head_of_office", "reason": "The twin of one nominated"}


def granting(bitim: Bitim, *conditions: dict[str, Any]) -> None:
    """A memorandum with Cantabria, in force since 2024, that grants these places."""
    sides = given.parties(given.CANTABRIA)
    keep(bitim, lambda: given.a_signed_memorandum("2024-09-01", parties=sides, conditions=list(conditions)))


def nominate(bitim: Bitim, override: dict[str, str] | None = None, **details: Any) -> UUID:
    told = given.on_a_memorandum(**details)
    return bitim.mobility_cases.nominate(act("2025-11-03"), direction="outgoing", details=told, override=override).id


def taken(bitim: Bitim, **asked: Any) -> tuple[int, int, int]:
    (one,) = bitim.places.of(given.MEMORANDUM, academic_year="2025/2026", **asked)["conditions"]
    return one["granted"], one["used"], one["free"]


def test_s33_the_third_nomination_for_two_places_is_refused_or_overridden_never_silent(bitim: Bitim) -> None:
    granting(bitim, TWO)
    first, _second = nominate(bitim), nominate(bitim)
    assert taken(bitim) == (2, 2, 0)

    with refused(bitim, "no_place_free", granted=2, used=2, permitted=[]):
        nominate(bitim)
    with refused(bitim, "override_not_permitted", role="head_of_office"):
        nominate(bitim, OVERRIDE)
    bitim.institution.permit_overrides(act(), roles=["head_of_office"])
    third = nominate(bitim, OVERRIDE)

    assert bitim.caseload.get(third)["overrides"] == [OVERRIDE]
    assert taken(bitim) == (2, 3, 0)
    assert bitim.caseload.get(first)["overrides"] == []


def test_a_cancelled_nomination_sets_its_place_free_and_a_stay_keeps_it(bitim: Bitim, clock: Hands) -> None:
    granting(bitim, TWO)
    cancelled, interrupted = nominate(bitim), nominate(bitim)
    clock.move(minutes=1)
    before = clock.instant
    clock.move(minutes=1)
    bitim.mobility_cases.cancel(cancelled, act(reason="Ill"))
    bitim.mobility_cases.accept(interrupted, act("2025-12-01"), side="host")
    bitim.mobility_cases.start(interrupted, act("2026-02-03"))
    bitim.mobility_cases.interrupt(interrupted, act("2026-04-02"), ground="without_justification")

    assert taken(bitim) == (2, 1, 1)
    assert taken(bitim, as_of="2026-01-01") == (2, 2, 0)
    assert taken(bitim, known_at=before) == (2, 2, 0)
    nominate(bitim)
    with refused(bitim, "no_place_free"):
        bitim.mobility_cases.retract(cancelled, act(reason="It was another"), event_version=2)


def test_a_revision_and_a_correction_claim_another_place(bitim: Bitim) -> None:
    granting(bitim, TWO)
    nominate(bitim)
    nominate(bitim)
    teacher = nominate(bitim, purpose="teaching")

    with refused(bitim, "no_place_free"):
        bitim.mobility_cases.revise(teacher, act(), changes={"purpose": "studies"})
    with refused(bitim, "no_place_free"):
        bitim.mobility_cases.correct(teacher, act(reason="Wrong"), event_version=1, field="purpose", value="studies")
    bitim.mobility_cases.revise(teacher, act(), changes={"office": "senior lecturer"})


def test_what_happened_before_is_entered_from_paper_though_it_went_beyond(bitim: Bitim) -> None:
    granting(bitim, {**TWO, "places": 0})

    bitim.mobility_cases.register(
        act("2026-06-26"), direction="outgoing", details=given.on_a_memorandum(), reached="completed"
    )

    assert taken(bitim) == (0, 1, 0)


def test_fifty_nominations_at_once_take_no_more_than_the_places(bitim: Bitim) -> None:
    granting(bitim, {**TWO, "places": 7})

    def one(_: int) -> str:
        try:
            nominate(bitim)
        except Refused as refusal:
            return refusal.code
        return "nominated"

    with ThreadPoolExecutor(50) as pool:
        outcomes = list(pool.map(one, range(50)))

    assert (outcomes.count("nominated"), outcomes.count("no_place_free")) == (7, 43)
    assert taken(bitim) == (7, 7, 0)


def test_no_nomination_for_days_after_a_termination_took_effect(bitim: Bitim) -> None:
    granting(bitim)
    bitim.memorandums.terminate(given.MEMORANDUM, act(reason="Closed"), effective_on="2026-03-01")

    nominate(bitim, planned_from="2026-02-28")
    with refused(bitim, "memorandum_terminated", on="2026-03-01"):
        nominate(bitim, planned_from="2026-03-01")


def test_the_balance_counts_who_was_sent_and_received(bitim: Bitim) -> None:
    def moved(direction: str, actual_from: str, partner: UUID = given.CANTABRIA) -> None:
        bitim.mobility_cases.register(
            act(None),
            direction=direction,
            details=given.the_details(partner_id=str(partner)),
            reached="completed",
            actual_from=actual_from,
        )

    for day in ("2025-10-01", "2026-02-01", "2025-08-31"):
        moved("outgoing", day)
    moved("incoming", "2026-02-01")
    moved("incoming", "2025")
    moved("incoming", "2026-03", given.SHANDONG)

    found = bitim.places.balance(first="2025-09-01", until="2026-08-31")["items"]

    assert [(one["partner"], one["sent"], one["received"], one["balance"]) for one in found] == [
        ("University of Cantabria", 2, 1, 1),
        ("Shandong Jianzhu University", 0, 1, -1),
    ]
    assert found[0]["received_possible"] == 1
    (one,) = bitim.places.balance(first="2025-08-01", until="2025-08-31", partner=str(given.CANTABRIA))["items"]
    assert (one["sent"], one["received_possible"]) == (1, 1)


def test_a_memorandum_is_ended_as_a_whole_only_if_no_case_used_it(bitim: Bitim) -> None:
    granting(bitim)
    case = nominate(bitim)
    closed = act(reason="The faculty is closed")

    with refused(bitim, "cases_use_it", cases=[str(case)]):
        bitim.memorandums.terminate(given.MEMORANDUM, closed, as_a_whole=True)
    bitim.mobility_cases.cancel(case, act(reason="Ill"))
    version = bitim.memorandums.terminate(given.MEMORANDUM, closed, as_a_whole=True).version

    with refused(bitim, "memorandum_ended_as_a_whole"):
        nominate(bitim)
    bitim.memorandums.retract(given.MEMORANDUM, closed, event_version=version)
    nominate(bitim)


def test_a_memorandum_that_nobody_used_is_ended_as_a_whole(bitim: Bitim) -> None:
    granting(bitim)

    bitim.memorandums.terminate(given.MEMORANDUM, act(reason="Closed"), as_a_whole=True)

    with refused(bitim, "memorandum_ended_as_a_whole"):
        nominate(bitim)

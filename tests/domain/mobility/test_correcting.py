"""Later statements that something recorded about a case was wrong."""

from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused


def test_correct_replaces_what_was_never_so() -> None:
    case = given.a_completed_case()

    case.correct(given.with_a_reason(), event_version=4, field="actual_until", value="2026-06-20")

    assert (case.stage, case.actual_until) == ("completed", "2026-06-20")


def test_correct_reads_a_detail_of_the_nomination_anew() -> None:
    case = given.a_nomination()

    case.correct(given.with_a_reason(), event_version=1, field="eqf_level", value=7)
    case.correct(given.with_a_reason(), event_version=1, field="direction", value="incoming")

    assert (case.details["eqf_level"], case.direction) == (7, "incoming")


def test_correct_refuses_what_would_contradict_the_rest() -> None:
    case = given.a_completed_case()

    with not_accepted(case, "actual_until", "not_before"):
        case.correct(given.with_a_reason(), event_version=4, field="actual_until", value="2026-01-20")
    with refused(case, "stages_out_of_order", stage="started", before="accepted"):
        case.correct(given.with_a_reason(), event_version=2, field="occurred_on", value="2026-03-01")
    with refused(case, "later_events_rest_on_it", event_version=1, versions=[3, 4]):
        case.correct(given.with_a_reason(), event_version=1, field="purpose", value="cotutelle")
    with not_accepted(case, "value", "between"):
        case.correct(given.with_a_reason(), event_version=1, field="eqf_level", value=12)


def test_correct_takes_a_funding_and_the_stage_of_a_case_from_paper() -> None:
    case = given.a_case_from_paper(actual_from="2022-03", actual_until="2022-06")
    case.record_funding(given.an_act(), funding={"funder": "own"})

    case.correct(given.with_a_reason(), event_version=1, field="reached", value="recognised")
    case.correct(given.with_a_reason(), event_version=2, field="funding", value={"funder": "host"})

    assert (case.stage, case.funding[0]["funder"]) == ("recognised", "host")


def test_retract_takes_back_what_did_not_happen() -> None:
    case = given.a_completed_case()

    case.retract(given.with_a_reason(), event_version=4)

    assert (case.stage, case.has_ended) == ("started", False)


def test_retract_refuses_an_event_on_which_later_ones_rest() -> None:
    case = given.a_completed_case()

    with refused(case, "later_events_rest_on_it", event_version=2, versions=[3, 4]):
        case.retract(given.with_a_reason(), event_version=2)
    with nothing_recorded(case):
        case.correct(given.with_a_reason(), event_version=4, field="actual_until", value="2026-06-26")

"""Registration from paper: what was concluded before or outside Bitim."""

from datetime import date
from typing import Any

import pytest

from domain.memorandum.memorandum import Memorandum
from domain.shared.errors import Invalid
from domain.shared.moment import TASHKENT
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused


def standing(memorandum: Memorandum, day: str) -> str | None:
    interval = memorandum.timeline(TASHKENT).on(date.fromisoformat(day))
    return interval.standing if interval else None


def test_register_enters_an_instrument_with_its_editions() -> None:
    memorandum = given.a_memorandum_from_paper(
        given.an_edition_from_paper("2019-05-20"),
        given.an_edition_from_paper("2024-12-03", areas=["staff_exchange"]),
    )

    assert memorandum.numbers(TASHKENT) == {"e2": "1", "e3": "2"}
    assert memorandum.edition("e3").follows == "e2"
    assert standing(memorandum, "2024-05-19") == "in_force"
    assert standing(memorandum, "2024-05-20") == "expired"
    assert standing(memorandum, "2024-12-03") == "in_force"


def test_register_takes_what_is_unknown_as_unknown() -> None:
    memorandum = given.a_memorandum_from_paper(given.an_edition_from_paper("2024", titles=None, areas=None, term=None))

    assert memorandum.edition("e2").content["titles"] is None
    assert standing(memorandum, "2025-06-01") == "undetermined"


def test_s23_register_in_an_updated_form_puts_a_stub_before_the_edition() -> None:
    memorandum = given.a_memorandum_from_paper(given.an_edition_from_paper("2024-12-03", term=None), updated_form=True)

    stub, renewal = memorandum.editions.values()
    assert (stub.stub, stub.introduced_on, stub.content["titles"]) == (True, None, None)
    assert memorandum.numbers(TASHKENT) == {stub.edition_id: "1", renewal.edition_id: "2"}
    interval = memorandum.timeline(TASHKENT).on(date(2026, 9, 14))
    assert interval is not None
    assert (interval.standing, interval.candidates, interval.edition_id) == (
        "undetermined",
        ("in_force", "expired"),
        renewal.edition_id,
    )


def test_register_has_an_edition_follow_the_last_one_and_not_its_amendment() -> None:
    memorandum = given.a_memorandum_from_paper(
        given.an_edition_from_paper("2019-05-20"),
        given.an_edition_from_paper("2020-05-20", areas=[], amends=0),
        given.an_edition_from_paper("2024-12-03"),
    )

    assert memorandum.edition("e4").follows == "e2"
    assert memorandum.numbers(TASHKENT) == {"e2": "1", "e3": "1.1", "e4": "2"}


@pytest.mark.parametrize(
    ("editions", "field"),
    [
        ([{"stub": True}], "editions.parties"),
        ([given.an_edition_from_paper(signed_at="2024")], "editions.0.signed_at"),
        ([given.an_edition_from_paper(), given.an_edition_from_paper("2026-09-15")], "editions.1.signed_on"),
        ([given.an_edition_from_paper("03.12.2024")], "editions.0.signed_on"),
        ([given.an_edition_from_paper(certainty="guessed")], "editions.0.certainty"),
        ([given.an_edition_from_paper(follows=1)], "editions.0.follows"),
        ([given.an_edition_from_paper(stub="yes")], "editions.0.stub"),
        ([given.an_edition_from_paper(signatures=[{"party_id": "p9"}])], "editions.0.signatures.0.party_id"),
        (
            [given.an_edition_from_paper(signatures=[{"party_id": "p1"}, {"party_id": "p1"}])],
            "editions.0.signatures",
        ),
    ],
)
def test_register_refuses_a_part_out_of_form(editions: list[dict[str, Any]], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        given.a_memorandum_from_paper(*editions)

    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("term", "field"),
    [
        ({**given.FIVE_YEARS, "until": "2030-12-31"}, "editions.0.term.length"),
        ({"kind": "fixed", "until": "2019-12-31"}, "editions.0.term.until"),
    ],
)
def test_register_refuses_a_term_that_contradicts_the_day_of_signing(term: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        given.a_memorandum_from_paper(given.an_edition_from_paper("2020-01-01", term=term))

    assert refusal.value.field == field


def test_register_refuses_to_enter_nothing() -> None:
    with pytest.raises(Invalid) as refusal:
        Memorandum.register(
            given.an_act(source=given.SCAN),
            memorandum_id=given.MEMORANDUM,
            reference="1",
            kind="other",
            owner="o",
            editions=[],
        )

    assert refusal.value.field == "editions"


def test_register_refuses_a_day_to_come() -> None:
    with pytest.raises(Invalid) as refusal:
        Memorandum.register(
            given.an_act("2026-09-15", source=given.SCAN),
            memorandum_id=given.MEMORANDUM,
            reference="1",
            kind="other",
            owner="o",
            editions=[given.an_edition_from_paper()],
        )

    assert refusal.value.field == "occurred_on"


def test_record_edition_enters_an_older_edition_that_was_found() -> None:
    memorandum = given.a_memorandum_from_paper(given.an_edition_from_paper("2024-12-03"))

    memorandum.record_edition(given.with_a_reason(), edition=given.an_edition_from_paper("2019-05-20"))

    assert memorandum.numbers(TASHKENT) == {"e2": "2", "e3": "1"}
    assert standing(memorandum, "2020-01-01") == "in_force"


def test_record_edition_refuses_to_amend_what_is_not_concluded() -> None:
    memorandum = given.a_drafted_memorandum()

    with refused(memorandum, "edition_not_concluded", edition_id="e1"):
        memorandum.record_edition(given.an_act(source=given.SCAN), edition=given.an_edition_from_paper(amends="e1"))


def test_record_edition_refuses_a_day_after_another_memorandum_took_over() -> None:
    memorandum = given.a_memorandum_from_paper()
    memorandum.supersede(given.an_act("2025-01-01"), by_memorandum_id=str(given.REQUEST))

    with refused(memorandum, "standing_forbids", command="record_edition", standing="superseded"):
        memorandum.record_edition(given.an_act(source=given.SCAN), edition=given.an_edition_from_paper("2026-01-01"))


def test_record_edition_refuses_a_part_out_of_form() -> None:
    memorandum = given.a_memorandum_from_paper()

    with not_accepted(memorandum, "signed_on", "partial_date"):
        memorandum.record_edition(given.an_act(source=given.SCAN), edition=given.an_edition_from_paper("May 2019"))
    with not_accepted(memorandum, "titles", "by_language"):
        memorandum.record_edition(
            given.an_act(source=given.SCAN), edition=given.an_edition_from_paper(titles="Memorandum")
        )


def test_s24_complete_stub_makes_the_unknown_known() -> None:
    memorandum = given.a_memorandum_from_paper(given.an_edition_from_paper("2024-12-03"), updated_form=True)
    assert standing(memorandum, "2020-01-01") == "undetermined"

    memorandum.complete_stub(
        given.with_a_reason("A scan was found"),
        edition_id="e2",
        known={"signed_on": "2019-05-20", "term": given.FIVE_YEARS},
    )

    assert standing(memorandum, "2019-05-19") is None
    assert standing(memorandum, "2024-05-19") == "in_force"
    assert standing(memorandum, "2024-05-20") == standing(memorandum, "2024-12-02") == "expired"
    assert standing(memorandum, "2024-12-03") == "in_force"


def test_complete_stub_with_the_last_unknown_part_makes_it_an_edition_like_any_other() -> None:
    memorandum = given.a_memorandum_from_paper(updated_form=True)
    known = {"titles": {"en": "Memorandum"}, "parties": given.parties(), "areas": []}

    memorandum.complete_stub(given.an_act(source=given.SCAN), edition_id="e2", known=known)
    assert memorandum.edition("e2").stub
    memorandum.complete_stub(given.an_act(source=given.SCAN), edition_id="e2", known={"term": given.FIVE_YEARS})

    assert not memorandum.edition("e2").stub


def test_complete_stub_with_what_is_known_already_is_no_change() -> None:
    memorandum = given.a_memorandum_from_paper(given.an_edition_from_paper("2024-12-03"))

    with nothing_recorded(memorandum):
        memorandum.complete_stub(
            given.an_act(source=given.SCAN),
            edition_id="e2",
            known={"signed_on": "2024-12-03", "term": given.FIVE_YEARS},
        )


def test_complete_stub_refuses_to_change_what_is_known_and_offers_a_correction() -> None:
    memorandum = given.a_memorandum_from_paper(given.an_edition_from_paper("2024-12-03"))

    with refused(memorandum, "known_already", fields=["areas", "signed_on"], instead=["correct"]):
        memorandum.complete_stub(
            given.an_act(source=given.SCAN), edition_id="e2", known={"areas": ["training"], "signed_on": "2024-12-04"}
        )


def test_complete_stub_refuses_an_edition_that_is_not_from_paper() -> None:
    memorandum = given.a_drafted_memorandum(term=None)

    with refused(memorandum, "not_from_paper", edition_id="e1"):
        memorandum.complete_stub(given.an_act(source=given.SCAN), edition_id="e1", known={"term": given.FIVE_YEARS})


def test_complete_stub_refuses_a_day_to_come() -> None:
    memorandum = given.a_memorandum_from_paper(updated_form=True)

    with not_accepted(memorandum, "signed_on", "not_after"):
        memorandum.complete_stub(given.an_act(source=given.SCAN), edition_id="e2", known={"signed_on": "2026-10"})


def test_r42_what_was_signed_outside_is_not_recorded_without_its_source() -> None:
    memorandum = given.a_memorandum_from_paper(given.an_edition_from_paper(None, term=None))
    recorded = len(memorandum.recorded)

    with pytest.raises(Invalid) as no_source:
        Memorandum.register(
            given.an_act(),
            memorandum_id=given.MEMORANDUM,
            reference="1",
            kind="other",
            owner="employee-7",
            editions=[given.an_edition_from_paper()],
        )
    assert (no_source.value.field, no_source.value.data["accepts"]) == ("source", "required")
    with not_accepted(memorandum, "source", "required"):
        memorandum.record_edition(given.an_act(), edition=given.an_edition_from_paper())
    with not_accepted(memorandum, "source", "required"):
        memorandum.complete_stub(given.an_act(), edition_id="e2", known={"signed_on": "2024-12-03"})
    assert len(memorandum.recorded) == recorded

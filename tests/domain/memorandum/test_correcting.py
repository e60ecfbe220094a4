"""Later statements that something recorded earlier was wrong."""

from datetime import date
from typing import Any

import pytest

from domain.memorandum.lifecycle import stage
from domain.memorandum.memorandum import Memorandum
from domain.shared.act import Act
from domain.shared.errors import NotFound
from domain.shared.moment import TASHKENT
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused

IN_2026 = {"kind": "fixed", "until": "2026-12-31"}
IN_2027 = {"kind": "fixed", "until": "2027-12-31"}


def standing(memorandum: Memorandum, day: str) -> str | None:
    interval = memorandum.timeline(TASHKENT).on(date.fromisoformat(day))
    return interval.standing if interval else None


def in_2026(**parts: Any) -> Memorandum:
    return given.a_memorandum_from_paper(given.an_edition_from_paper("2024-12-03", term=IN_2026, **parts))


def test_s03_correct_an_end_that_was_never_so() -> None:
    memorandum = in_2026()
    known_before = memorandum.timeline(TASHKENT)

    memorandum.correct(given.with_a_reason(), event_version=2, field="term", value=IN_2027)

    assert standing(memorandum, "2027-12-31") == "in_force"
    assert memorandum.recorded[1].term == IN_2026
    assert memorandum.recorded[2].reason == "The scan says otherwise"
    assert as_known_before(memorandum).timeline(TASHKENT) == known_before


def as_known_before(memorandum: Memorandum) -> Any:
    """The memorandum without what was recorded last."""
    earlier = None
    for event in memorandum.recorded[:-1]:
        earlier = event.mutate(earlier)
    return earlier


def test_correct_with_the_value_that_holds_is_no_change() -> None:
    memorandum = in_2026()
    memorandum.correct(given.with_a_reason(), event_version=2, field="term", value=IN_2027)

    with nothing_recorded(memorandum):
        memorandum.correct(given.with_a_reason(), event_version=2, field="term", value=IN_2027)


def test_correct_another_certainty_is_a_change() -> None:
    memorandum = in_2026()

    memorandum.correct(given.with_a_reason(), event_version=2, field="certainty", value="inferred")

    assert memorandum.version == 3


def test_correct_a_correction_by_another_the_last_one_holds() -> None:
    memorandum = in_2026()
    memorandum.correct(given.with_a_reason(), event_version=2, field="term", value=IN_2027)
    memorandum.correct(given.with_a_reason(), event_version=2, field="term", value=IN_2026)

    assert standing(memorandum, "2027-01-01") == "expired"


def test_correct_a_part_that_a_revision_changed() -> None:
    memorandum = given.a_drafted_memorandum()
    memorandum.revise(given.an_act(), edition_id="e1", changes={"titles": {"en": "Memorndum"}})

    memorandum.correct(given.with_a_reason(), event_version=2, field="titles", value={"en": "Memorandum"})

    assert memorandum.edition("e1").content["titles"] == {"en": "Memorandum"}
    with not_accepted(memorandum, "field", "one_of"):
        memorandum.correct(given.with_a_reason(), event_version=2, field="areas", value=[])


def test_correct_the_parties_keeps_their_ids() -> None:
    memorandum = in_2026()
    ours, shandong = given.parties()

    memorandum.correct(
        given.with_a_reason(), event_version=2, field="parties", value=[shandong, {**ours, "unit": "Faculty of Law"}]
    )

    parties = memorandum.edition("e2").parties
    assert [(party["party_id"], party["unit"]) for party in parties] == [("p2", ""), ("p1", "Faculty of Law")]


def test_correct_the_signatures_of_a_paper_edition() -> None:
    memorandum = in_2026()

    memorandum.correct(
        given.with_a_reason(),
        event_version=2,
        field="signatures",
        value=[{"party_id": party_id, "signed_on": "2024-12-05"} for party_id in ("p1", "p2")],
    )

    assert standing(memorandum, "2024-12-04") is None
    assert standing(memorandum, "2024-12-05") == "in_force"


@pytest.mark.parametrize(
    ("field", "value", "refused_field"),
    [
        ("stage", "signed", "field"),
        ("reference", "MOU-1", "field"),
        ("term", {"kind": "fixed", "until": "2026-13-01"}, "value.until"),
        ("occurred_on", "2027-01-01", "value"),
        ("certainty", "guessed", "value"),
        ("source", {"name": "Scan"}, "value"),
        ("parties", given.parties()[:1], "value"),
        ("signatures", [{"party_id": "p9"}], "value.0.party_id"),
        ("effective_on", "2027-01-01", "term.until"),
    ],
)
def test_correct_refuses_a_value_out_of_form(field: str, value: object, refused_field: str) -> None:
    memorandum = in_2026()

    with not_accepted(memorandum, refused_field):
        memorandum.correct(given.with_a_reason(), event_version=2, field=field, value=value)


def test_correct_refuses_to_go_without_a_reason() -> None:
    memorandum = in_2026()

    with not_accepted(memorandum, "reason", "required"):
        memorandum.correct(given.an_act(), event_version=2, field="term", value=IN_2027)


def test_correct_refuses_to_make_the_parties_of_a_draft_unknown() -> None:
    memorandum = given.a_partly_signed_memorandum()

    with not_accepted(memorandum, "value", "between"):
        memorandum.correct(given.with_a_reason(), event_version=1, field="parties", value=None)


def test_correct_refuses_an_event_that_is_not_there() -> None:
    memorandum = in_2026()

    with nothing_recorded(memorandum), pytest.raises(NotFound) as refusal:
        memorandum.correct(given.with_a_reason(), event_version=3, field="term", value=IN_2027)

    assert refusal.value.data == {"event_version": 3, "last": 2}


def test_correct_refuses_what_the_sweep_wrote_down_or_was_retracted() -> None:
    memorandum = given.a_memorandum_from_paper(given.an_edition_from_paper("2019", term={**IN_2026, "until": "2020"}))
    memorandum.correct(given.with_a_reason(), event_version=2, field="term", value={**IN_2026, "until": "2020-12-31"})
    memorandum.write_down(Act("sweep"))
    memorandum.note(given.an_act(), note="Lapsed")
    memorandum.retract(given.with_a_reason(), event_version=5)

    for version, code in ((3, "cannot_be_corrected"), (4, "cannot_be_corrected"), (5, "retracted_already")):
        with refused(memorandum, code, event_version=version):
            memorandum.correct(given.with_a_reason(), event_version=version, field="occurred_on", value="2021")


def test_correct_refuses_to_take_the_ground_from_what_happened_later() -> None:
    memorandum = in_2026()
    memorandum.suspend(given.an_act("2026-03-01"))

    with refused(memorandum, "later_facts_forbid"):
        memorandum.correct(
            given.with_a_reason(), event_version=2, field="term", value={"kind": "fixed", "until": "2025-12-31"}
        )


def test_retract_says_that_an_event_did_not_happen() -> None:
    memorandum = in_2026()
    memorandum.terminate(given.an_act("2026-05-04"))

    memorandum.retract(given.with_a_reason(), event_version=3)

    assert standing(memorandum, "2026-12-31") == "in_force"
    assert len(memorandum.recorded) == 4


def test_retract_a_retraction_brings_back_what_it_took() -> None:
    memorandum = in_2026()
    memorandum.terminate(given.an_act("2026-05-04"))
    memorandum.retract(given.with_a_reason(), event_version=3)

    memorandum.retract(given.with_a_reason(), event_version=4)

    assert standing(memorandum, "2026-12-31") == "terminated"


def test_retract_a_signature_takes_the_edition_back_to_partly_signed() -> None:
    memorandum = given.a_signed_memorandum()

    memorandum.retract(given.with_a_reason(), event_version=memorandum.version)

    assert stage(memorandum.edition("e1")) == "partly_signed"


def test_retract_refuses_the_first_event_and_the_last_edition() -> None:
    memorandum = in_2026()

    for version in (1, 2):
        with refused(memorandum, "cannot_be_retracted", event_version=version):
            memorandum.retract(given.with_a_reason(), event_version=version)


def test_retract_refuses_what_later_events_rest_on_and_names_them() -> None:
    memorandum = given.a_renewal_in_preparation()
    renewal = memorandum.version
    given.approve(memorandum, f"e{renewal}")

    with refused(memorandum, "later_events_rest_on_it", versions=[renewal + n for n in range(1, 5)]):
        memorandum.retract(given.with_a_reason(), event_version=renewal)


def test_retract_refuses_to_take_the_name_of_a_party_that_has_signed() -> None:
    memorandum = given.a_drafted_memorandum(parties=given.parties("A university of architecture"))
    memorandum.name_counterparty(given.an_act(), edition_id="e1", party_id="p2", partner_id=str(given.SHANDONG))
    given.conclude(memorandum, "e1")

    with refused(memorandum, "later_events_rest_on_it", event_version=2, versions=[memorandum.version]):
        memorandum.retract(given.with_a_reason(), event_version=2)


def test_correct_refuses_to_take_away_a_party_that_has_signed() -> None:
    memorandum = given.a_partly_signed_memorandum()
    strangers = [{**given.parties()[0], "partner_id": str(given.CANTABRIA)}, given.parties()[1]]

    with refused(memorandum, "later_events_rest_on_it", event_version=1, versions=[memorandum.version]):
        memorandum.correct(given.with_a_reason(), event_version=1, field="parties", value=strangers)


def test_retract_refuses_a_second_time_and_without_a_reason() -> None:
    memorandum = in_2026()
    memorandum.note(given.an_act(), note="Lapsed")

    with not_accepted(memorandum, "reason", "required"):
        memorandum.retract(given.an_act(), event_version=3)
    memorandum.retract(given.with_a_reason(), event_version=3)
    with refused(memorandum, "retracted_already", event_version=3):
        memorandum.retract(given.with_a_reason(), event_version=3)


def test_retract_refuses_to_take_the_ground_from_what_happened_later() -> None:
    memorandum = in_2026()
    memorandum.suspend(given.an_act("2026-03-01"))
    memorandum.resume(given.an_act("2026-05-01"))

    with refused(memorandum, "later_facts_forbid"):
        memorandum.retract(given.with_a_reason(), event_version=3)


def an_amended_memorandum() -> Memorandum:
    """Drafted 1 January, signed 1 February, amended 1 March."""
    memorandum = given.a_signed_memorandum("2026-02-01", drafted_on="2026-01-01")
    memorandum.propose_amendment(given.an_act("2026-02-20"), amends="e1", changes={"areas": ["training"]})
    given.conclude(memorandum, f"e{memorandum.version}", "2026-03-01")
    return memorandum


def test_retract_refuses_a_signature_on_which_an_amendment_rests() -> None:
    memorandum = an_amended_memorandum()
    (last, amendment) = (signed_last(memorandum, "e1"), next(e for e in memorandum.editions if e != "e1"))

    with refused(memorandum, "later_events_rest_on_it", event_version=last, versions=[int(amendment[1:])]):
        memorandum.retract(given.with_a_reason(), event_version=last)


def test_correct_refuses_a_conclusion_after_that_of_its_amendment() -> None:
    memorandum = an_amended_memorandum()
    last = signed_last(memorandum, "e1")

    with refused(memorandum, "later_events_rest_on_it", event_version=last):
        memorandum.correct(given.with_a_reason(), event_version=last, field="occurred_on", value="2026-03-02")
    memorandum.correct(given.with_a_reason(), event_version=last, field="occurred_on", value="2026-03")


def test_correct_refuses_a_draft_after_its_signatures_and_a_signature_before_its_draft() -> None:
    memorandum = an_amended_memorandum()
    last = signed_last(memorandum, "e1")

    with refused(memorandum, "later_events_rest_on_it", event_version=1, versions=[last - 1, last]):
        memorandum.correct(given.with_a_reason(), event_version=1, field="occurred_on", value="2026-02-02")
    with not_accepted(memorandum, "value", "not_before"):
        memorandum.correct(given.with_a_reason(), event_version=last, field="occurred_on", value="2025-12-31")


def signed_last(memorandum: Memorandum, edition_id: str) -> int:
    """The version of the last signature of an edition."""
    return memorandum.edition(edition_id).signatures[-1].version

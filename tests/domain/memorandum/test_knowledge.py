"""What was known when: late entries, corrections, retractions, completions, and what a forecast says."""

from datetime import UTC, date, datetime, timedelta

from domain.memorandum import content
from domain.memorandum.events import MemorandumSuspended
from domain.shared.moment import TASHKENT, Moment, at, raise_after
from tests import given
from tests.domain.memorandum.asking import (
    amended,
    as_known_at,
    edition,
    fixed,
    from_paper,
    months,
    renewed,
    standing,
    stretches,
    tacit,
    until,
    years,
)
from tests.domain.memorandum.clerk import as_known
from tests.refusing import nothing_recorded

BEFORE = given.NOW - timedelta(microseconds=1)


def test_s02_entered_four_years_late_it_was_in_force_then_and_nobody_knew() -> None:
    with given.on("2025-06-10"):
        memorandum = from_paper("2021-03-01", fixed(length=years(5)))

    assert standing(memorandum, "2022-01-01") == "in_force"
    assert as_known(memorandum.recorded, datetime(2024, 1, 1, tzinfo=UTC)) is None


def test_s03_an_end_that_is_corrected_leaves_the_answer_known_before_as_it_was() -> None:
    memorandum = from_paper("2022-01-01", fixed(until="2026-12-31"))
    with given.on("2026-10-01") as later:
        memorandum.correct(given.with_a_reason(), event_version=2, field="term", value=fixed(until="2027-12-31"))

    assert until(memorandum, "2026-11-01") == "2027-12-31"
    assert until(as_known_at(memorandum, later.recorded_at), "2026-11-01") == "2027-12-31"
    before = as_known_at(memorandum, later.recorded_at - timedelta(microseconds=1))
    assert (until(before, "2026-11-01"), standing(before, "2027-01-01")) == ("2026-12-31", "expired")


def test_s27_the_forecast_of_today_is_the_standing_of_that_day_if_nobody_acts() -> None:
    memorandum = from_paper("2022-01-01", tacit(until="2026-12-31", renewal=years(5), notice=months(6)))
    memorandum.give_notice(given.an_act("2026-08-01"), party_id="p2", effective_on="2030-09-02")
    forecast = memorandum.timeline(TASHKENT)
    assert standing(memorandum, "2030-09-01") == "in_force"

    with given.on("2030-09-05"):
        memorandum.write_down(given.an_act())

        assert memorandum.timeline(TASHKENT) == forecast
        assert standing(memorandum, "2030-09-02") == "terminated"


def test_r11_an_event_stores_what_was_stated_and_never_what_follows_from_it() -> None:
    memorandum = from_paper("2020-01-01", {"kind": "evergreen", "notice": months(6)})
    memorandum.suspend(given.an_act("2026-03-01"))
    memorandum.give_notice(given.an_act("2026-04-01"), party_id="p2")

    suspended, noticed = memorandum.recorded[-2:]
    assert isinstance(suspended, MemorandumSuspended)
    assert (suspended.occurred_on, suspended.effective_on) == ("2026-03-01", None)
    assert (noticed.length, noticed.effective_on) == (None, None)


def test_r12_facts_are_ordered_by_day_however_late_they_are_entered() -> None:
    memorandum = from_paper("2020-01-01", {"kind": "perpetual"})
    memorandum.suspend(given.an_act("2026-05-01"), until="2026-05-31")
    memorandum.suspend(given.an_act("2026-02-01"), until="2026-02-28")

    assert [s for s in stretches(memorandum) if s[2] == "suspended"] == [
        ("2026-02-01", "2026-02-28", "suspended"),
        ("2026-05-01", "2026-05-31", "suspended"),
    ]


def test_r12_on_the_same_day_the_order_of_recording_decides() -> None:
    memorandum = from_paper("2020-01-01", {"kind": "perpetual"})
    memorandum.suspend(given.an_act("2026-02-01"))
    memorandum.resume(given.an_act("2026-03-01"))
    memorandum.suspend(given.an_act("2026-03-01"))

    assert standing(memorandum, "2026-03-01") == "suspended"


def test_r13_the_events_of_one_command_carry_one_instant_that_never_falls() -> None:
    memorandum = given.a_memorandum_from_paper(*[given.an_edition_from_paper(f"{year}-01-01") for year in (2010, 2020)])
    with at(Moment(given.NOW - timedelta(hours=1))):
        memorandum.note(given.an_act(), note="A clock that runs behind.")

    instants = [event.recorded_at for event in memorandum.recorded]
    assert set(instants[:3]) == {given.NOW}
    assert instants == sorted(instants)


def test_r13_the_open_moment_moves_forward_only() -> None:
    later = given.NOW + timedelta(hours=2)
    with given.on("2026-09-14", hour=12) as moment:
        raise_after(moment.recorded_at - timedelta(days=1))
        assert given.an_act().days().latest == date(2026, 9, 14)
        raise_after(later)
        memorandum = given.a_drafted_memorandum()

    assert memorandum.recorded[0].recorded_at == later + timedelta(microseconds=1)


def test_r14_an_instant_counts_as_known_at_it_and_not_before() -> None:
    memorandum = from_paper("2020-01-01", {"kind": "perpetual"})

    assert as_known(memorandum.recorded, given.NOW) is not None
    assert as_known(memorandum.recorded, BEFORE) is None


def test_r16_no_change_is_no_event_and_another_certainty_is_a_change() -> None:
    memorandum = from_paper("2020-01-01", {"kind": "perpetual"})
    with nothing_recorded(memorandum):
        memorandum.assign_owner(given.an_act(), owner="employee-7")
        memorandum.correct(given.with_a_reason(), event_version=2, field="occurred_on", value="2020-01-01")
    version = memorandum.version

    memorandum.correct(given.with_a_reason(), event_version=2, field="certainty", value="inferred")
    memorandum.note(given.an_act(), note="Seen.")
    memorandum.note(given.an_act(), note="Seen.")

    assert memorandum.version == version + 3


def test_r19_the_correction_of_a_correction_recorded_last_holds() -> None:
    memorandum = from_paper("2020-01-01", fixed(until="2026-12-31"))
    for last_day in ("2027-12-31", "2028-12-31", "2027-06-30"):
        memorandum.correct(given.with_a_reason(), event_version=2, field="term", value=fixed(until=last_day))

    assert until(memorandum, "2026-09-14") == "2027-06-30"
    memorandum.retract(given.with_a_reason(), event_version=memorandum.version)
    assert until(memorandum, "2026-09-14") == "2028-12-31"


def test_r19_a_retraction_says_that_it_did_not_happen_for_all_days() -> None:
    memorandum = from_paper("2020-01-01", fixed(until="2028-12-31"))
    memorandum.terminate(given.an_act("2026-02-01"))
    terminated = memorandum.version

    memorandum.retract(given.with_a_reason(), event_version=terminated)
    assert standing(memorandum, "2026-03-01") == "in_force"

    memorandum.retract(given.with_a_reason(), event_version=memorandum.version)
    assert standing(memorandum, "2026-03-01") == "terminated"


def test_r21_completing_a_stub_is_no_correction_and_changes_no_answer_known_before() -> None:
    latest = given.an_edition_from_paper("2024-12-03", term=None)
    memorandum = given.a_memorandum_from_paper(latest, updated_form=True)
    with given.on("2026-10-05") as later:
        known = {"signed_on": "2019-05-20", "term": fixed(length=years(5))}
        memorandum.complete_stub(given.an_act(None, source=given.SCAN), edition_id="e2", known=known)

    assert memorandum.recorded[-1].TOPIC == "memorandum.stub_completed"
    assert standing(memorandum, "2020-01-01") == "in_force"
    before = as_known_at(memorandum, later.recorded_at - timedelta(microseconds=1))
    assert standing(before, "2020-01-01") == "undetermined"


def test_r23_editions_entered_in_one_registration_are_one_command() -> None:
    memorandum = given.a_memorandum_from_paper(*[given.an_edition_from_paper(f"{year}-01-01") for year in (2010, 2020)])

    assert [event.TOPIC for event in memorandum.recorded] == [
        "memorandum.registered",
        "memorandum.edition_recorded",
        "memorandum.edition_recorded",
    ]
    assert edition(memorandum, "2020-01-01") == "e3"


def test_r30_a_day_corrected_to_before_the_renewal_takes_the_end_from_it() -> None:
    memorandum = from_paper("2022-01-01", {"kind": "perpetual"})
    renewed(memorandum, "2026-05-04", {"kind": "perpetual"})
    memorandum.terminate(given.an_act("2026-06-01"))
    ending = memorandum.version
    assert standing(memorandum, "2026-06-01") == "terminated"

    memorandum.correct(given.with_a_reason(), event_version=ending, field="occurred_on", value="2026-05-01")

    assert standing(memorandum, "2026-05-01") == "terminated"
    assert standing(memorandum, "2026-05-04") == "in_force"


def test_r40_an_agreement_as_long_as_its_framework_has_an_unknown_end() -> None:
    memorandum = from_paper("2022-01-01", {"kind": "unknown"})
    memorandum.place_under_framework(given.an_act(), framework_id=str(given.REQUEST))

    assert standing(memorandum, "2026-01-01") == "undetermined"


def test_r41_the_hash_is_of_what_is_agreed_and_of_nothing_else() -> None:
    plain = content.content(given.a_content())
    same = content.content(given.a_content(titles={"en": " Memorandum of understanding "}))
    assert content.content_hash("other", plain) == content.content_hash("other", same)

    changed = [
        {"titles": {"en": "Agreement"}},
        {"texts": {}},
        {"areas": ["staff_exchange"]},
        {"term": fixed(length=years(4))},
        {"effective_on": "2026-10-01"},
        {"parties": given.parties(given.CANTABRIA)},
    ]
    hashes = {content.content_hash("other", content.content(given.a_content(**parts))) for parts in changed}
    hashes |= {content.content_hash("other", plain), content.content_hash("letter_of_intent", plain)}
    assert len(hashes) == len(changed) + 2


def test_r41_an_approval_counts_again_after_an_edit_back() -> None:
    memorandum = given.an_approved_draft()
    memorandum.revise(given.an_act(), edition_id="e1", changes={"titles": {"en": "Agreement"}})
    assert memorandum.edition("e1").approved_by() == set()

    memorandum.revise(given.an_act(), edition_id="e1", changes={"titles": given.a_content()["titles"]})

    assert memorandum.edition("e1").approved_by() == {"ours", "p2"}


def test_r42_what_was_signed_outside_needs_its_source_and_no_approvals() -> None:
    memorandum = given.a_drafted_memorandum("2026-08-01")
    for party in ("p1", "p2"):
        memorandum.record_outside_signature(
            given.an_act("2026-08-10", source=given.SCAN), edition_id="e1", party_id=party, signatory="A", office=""
        )

    assert standing(memorandum, "2026-08-10") == "in_force"


def test_r20_an_amendment_holds_a_full_text_and_may_move_the_end() -> None:
    memorandum = from_paper("2025-01-01", fixed(until="2026-12-31"))
    amendment = amended(memorandum, "2026-02-01", fixed(until="2027-12-31"), areas=["joint_research"])

    assert (until(memorandum, "2025-01-01"), edition(memorandum, "2026-02-01")) == ("2027-12-31", amendment)
    assert memorandum.edition(amendment).content["titles"] == memorandum.edition("e2").content["titles"]

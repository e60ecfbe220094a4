"""Scenarios of the office, told to the use cases and asked of the read models."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from tests import given
from tests.application.office import act, keep, nothing_stored, open_bitim, the_partners_of_the_tests
from tests.application.sample import Hands
from tests.databases import Database


def end(bitim: Bitim, memorandum_id: UUID, **asked: Any) -> str:
    """The last day of the period that runs today, as a question tells it."""
    until = bitim.register.get(memorandum_id, **asked)["until"]
    assert until["earliest"] == until["latest"]
    return str(until["latest"])


def standing(bitim: Bitim, memorandum_id: UUID, **asked: Any) -> str | None:
    return bitim.register.get(memorandum_id, **asked)["standing"]


def conclude(bitim: Bitim, memorandum_id: UUID, edition_id: str, signed_on: str) -> None:
    """Take an edition from its draft to the last signature."""
    do, on = bitim.memorandums, {"edition_id": edition_id}
    do.submit(memorandum_id, act(signed_on), **on)
    do.clear(memorandum_id, act(signed_on, actor="lawyer-1", reason="Nothing to object"), **on, role="legal")
    do.approve(memorandum_id, act(signed_on, actor="rector-1"), **on)
    do.record_partner_approval(memorandum_id, act(signed_on, source=given.SCAN), **on, party_id="p2")
    for party_id in ("p1", "p2"):
        do.sign(memorandum_id, act(signed_on), **on, party_id=party_id, signatory="The rector", office="rector")


def test_s01_the_history_of_a_memorandum_amended_and_renewed_has_every_event_in_order(
    bitim: Bitim, clock: Hands
) -> None:
    memorandum_id = bitim.memorandums.draft(
        act("2026-09-10"), kind="memorandum_of_understanding", owner="employee-7", content=given.a_content()
    ).id
    conclude(bitim, memorandum_id, "e1", "2026-09-14")
    clock.move(days=30)
    bitim.memorandums.propose_amendment(
        memorandum_id, act("2026-10-12"), amends="e1", changes={"areas": ["student_exchange", "training"]}
    )
    conclude(bitim, memorandum_id, "e8", "2026-10-13")
    clock.move(days=300)
    bitim.memorandums.propose_renewal(memorandum_id, act("2027-08-01"), changes={"titles": {"en": "Renewed"}})
    conclude(bitim, memorandum_id, "e15", "2027-08-02")

    entries = bitim.history.of(memorandum_id)["items"]

    way = ["submitted", "cleared", "approved", "approved_by_partner", "signed", "signed"]
    happened = ["drafted", *way, "amendment_proposed", *way, "renewal_proposed", *way]
    assert [entry["topic"] for entry in entries] == [f"memorandum.{verb}" for verb in happened]
    assert [entry["version"] for entry in entries] == list(range(1, 22))
    cleared = entries[2]
    assert (cleared["actor"], cleared["occurred_on"], cleared["reason"]) == (
        "lawyer-1",
        "2026-09-14",
        "Nothing to object",
    )
    assert entries[4]["source"]["title"] == "Scan of the signed original"
    assert entries[0]["recorded_at"] < entries[7]["recorded_at"] < entries[14]["recorded_at"]
    assert all(entry["changes"] or entry["standings"] for entry in entries)
    (added,) = [change for change in entries[7]["changes"] if change["path"] == "editions.e8.areas.training"]
    assert (added["before"], added["after"]) == (None, [])


def test_s03_an_end_that_is_corrected_holds_from_then_on_and_both_stay_visible(bitim: Bitim, clock: Hands) -> None:
    term = {"kind": "fixed", "until": "2026-12-31"}
    memorandum_id = keep(
        bitim, lambda: given.a_memorandum_from_paper(given.an_edition_from_paper("2024-12-03", term=term))
    ).id
    clock.move(days=10)

    bitim.memorandums.correct(
        memorandum_id,
        act("2026-09-24", reason="The scan says 2027"),
        event_version=2,
        field="term",
        value={"kind": "fixed", "until": "2027-12-31"},
    )

    assert end(bitim, memorandum_id) == "2027-12-31"
    assert end(bitim, memorandum_id, known_at="2026-09-23") == "2026-12-31"
    wrong, right = bitim.history.of(memorandum_id)["items"][1:]
    assert wrong["data"]["term"] == term
    assert wrong["corrected_by"][0]["value"] == {"kind": "fixed", "until": "2027-12-31"}
    assert right["reason"] == "The scan says 2027"


def test_s04_a_command_that_changes_nothing_stores_no_event(bitim: Bitim) -> None:
    memorandum = keep(bitim, given.a_drafted_memorandum)

    with nothing_stored(bitim):
        done = bitim.memorandums.revise(
            memorandum.id,
            act(),
            1,
            edition_id="e1",
            changes={"titles": memorandum.edition("e1").content["titles"]},
        )

    assert done.version == 1


def test_s21_a_withdrawn_draft_keeps_its_history(bitim: Bitim) -> None:
    memorandum = keep(bitim, given.a_drafted_memorandum)

    bitim.memorandums.withdraw(memorandum.id, act(reason="The partner no longer wishes it"), edition_id="e1")

    assert standing(bitim, memorandum.id) == "withdrawn"
    assert [entry["topic"] for entry in bitim.history.of(memorandum.id)["items"]] == [
        "memorandum.drafted",
        "memorandum.withdrawn",
    ]


def test_s24_what_a_scan_tells_of_a_stub_changes_no_answer_known_before(database: Database) -> None:
    clock = Hands(datetime(2024, 12, 3, 10, tzinfo=UTC))
    with open_bitim(database, clock) as bitim:
        the_partners_of_the_tests(bitim)
        memorandum_id = bitim.memorandums.register(
            act("2024-12-03", source=given.SCAN),
            kind="memorandum_of_understanding",
            owner="employee-7",
            editions=[given.an_edition_from_paper("2024-12-03", term=None)],
            updated_form=True,
        ).id
        clock.move(days=60)
        known_then = bitim.register.get(memorandum_id, as_of="2020-01-01", known_at="2024-12-31")
        bitim.memorandums.complete_stub(
            memorandum_id,
            act("2025-02-01", source=given.SCAN),
            edition_id="e2",
            known={"signed_on": "2019-05-20", "term": given.FIVE_YEARS},
        )

        stub, renewal = bitim.register.get(memorandum_id)["chain"]
        assert (stub["number"], renewal["number"], renewal["lapse_before"]) == ("1", "2", 197)
        assert renewal["lapse"] == {"first": "2024-05-20", "until": "2024-12-02"}
        assert standing(bitim, memorandum_id, as_of="2020-01-01") == "in_force"
        assert standing(bitim, memorandum_id, as_of="2024-06-01") == "expired"
        assert standing(bitim, memorandum_id, as_of="2024-12-03") == "undetermined"  # its term is not known
        assert known_then["standing"] == "undetermined"
        assert bitim.register.get(memorandum_id, as_of="2020-01-01", known_at="2024-12-31") == {
            **known_then,
            "version": 4,
        }

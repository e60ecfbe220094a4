"""The check of the whole register: silent where all agrees, and naming each thing that does not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import StoredEvent

from application.bitim import Bitim
from domain.memorandum.reference import Reference
from tests import given
from tests.application.office import act, keep, open_bitim, the_partners_of_the_tests
from tests.application.sample import Hands
from tests.databases import Database

PERPETUAL = {"kind": "perpetual"}


@pytest.fixture
def bitim(database: Database) -> Iterator[Bitim]:
    with open_bitim(database, Hands(given.NOW)) as bitim:
        the_partners_of_the_tests(bitim)
        yield bitim


def a_registered(bitim: Bitim, reference: str, **parts: Any) -> UUID:
    edition = given.an_edition_from_paper("2024-12-03", **{"term": PERPETUAL, **parts})
    kind = "framework_agreement"
    return bitim.memorandums.register(
        act(source=given.SCAN), kind=kind, owner="employee-7", reference=reference, editions=[edition]
    ).id


def a_draft(bitim: Bitim) -> UUID:
    return bitim.memorandums.draft(act(), kind="other", owner="employee-7", content=given.a_content()).id


def found(bitim: Bitim) -> dict[str, dict[str, Any]]:
    """What is found, by its code."""
    return {finding.code: finding.data for finding in bitim.check().findings}


def test_a_register_in_which_everything_agrees_is_passed_over_in_silence(bitim: Bitim) -> None:
    old, new = a_registered(bitim, "A-1"), a_registered(bitim, "A-2")
    bitim.memorandums.supersede(old, act(), by_memorandum_id=str(new))
    bitim.memorandums.attach_document(
        new, act(), edition_id="e2", content=b"scan", filename="scan.pdf", media_type="application/pdf"
    )
    request = bitim.requests.make(act(), requester="professor-3", purpose="Research", partner_name="Osh")
    bitim.requests.accept(request.id, act(), kind="other", owner="employee-7", content=given.a_content())

    checked = bitim.check()

    assert checked.findings == ()
    assert (checked.events, checked.documents) == (bitim.store.max_position(), 1)
    assert checked.streams == 3 + 2 * 3 + 1  # partners, memorandums with their references, the request


def test_a_successor_that_was_withdrawn_leaves_the_link_without_ground(bitim: Bitim) -> None:
    old, new = a_registered(bitim, "A-1"), a_draft(bitim)
    bitim.memorandums.supersede(old, act(), by_memorandum_id=str(new))
    bitim.memorandums.withdraw(new, act(), edition_id="e1")

    finding = found(bitim)["link_without_ground"]

    assert (finding["link"], finding["standing"], finding["on"]) == ("successor", "withdrawn", "2026-09-14")


def test_a_framework_that_has_ended_below_what_stands_under_it_is_named(bitim: Bitim) -> None:
    framework, below = a_registered(bitim, "A-1"), a_registered(bitim, "A-2")
    bitim.memorandums.place_under_framework(below, act(), framework_id=str(framework))
    assert found(bitim) == {}

    bitim.memorandums.terminate(framework, act())

    finding = found(bitim)["link_without_ground"]
    assert (finding["link"], finding["standing"], finding["reference"]) == ("framework", "terminated", "A-1")


def test_a_framework_need_not_outlive_what_has_ended_too(bitim: Bitim) -> None:
    framework, below = a_registered(bitim, "A-1"), a_registered(bitim, "A-2")
    bitim.memorandums.place_under_framework(below, act(), framework_id=str(framework))
    bitim.memorandums.terminate(below, act())
    bitim.memorandums.terminate(framework, act())

    assert found(bitim) == {}


def test_a_link_to_nothing_is_named(bitim: Bitim) -> None:
    nothing = str(uuid4())
    old = a_registered(bitim, "A-1")
    with bitim.store.command() as unit:  # behind the back of the use case, which asks whether it is there
        memorandum = unit.load(given.Memorandum, old)
        memorandum.supersede(given.an_act(), by_memorandum_id=nothing)

    assert found(bitim) == {"link_to_nothing": {"link": "successor", "other": nothing}}


def test_references_that_were_not_issued_or_lead_nowhere_are_named(bitim: Bitim) -> None:
    keep(bitim, given.a_drafted_memorandum)  # without its reference
    keep(bitim, lambda: Reference.issue(given.an_act(), number="A-7", memorandum_id=UUID(int=7)))

    assert found(bitim) == {
        "reference_not_its_own": {"reference": "MOU-2026-0031", "holder": None},
        "reference_of_nothing": {"number": "A-7", "memorandum_id": str(UUID(int=7))},
    }


def test_two_memorandums_with_one_reference_are_named(bitim: Bitim) -> None:
    first = a_registered(bitim, "MOU-2026-0031")
    keep(bitim, given.a_drafted_memorandum)

    assert set(found(bitim)["reference_twice"]["memorandums"]) == {str(first), str(given.MEMORANDUM)}


def test_a_request_answered_by_a_draft_that_knows_nothing_of_it_is_named(bitim: Bitim) -> None:
    draft = a_draft(bitim)

    def answered() -> Any:
        request = given.a_request()
        request.accept(given.an_act(), memorandum_id=draft)
        return request

    keep(bitim, answered)

    assert found(bitim) == {"request_not_answered_by": {"memorandum_id": str(draft)}}


def test_documents_that_are_gone_or_altered_are_named(bitim: Bitim) -> None:
    memorandum = a_registered(bitim, "A-1")
    kinds = {"media_type": "text/plain", "edition_id": "e2"}
    gone, altered = (
        bitim.memorandums.attach_document(memorandum, act(), content=text, filename=f"{text.decode()}.txt", **kinds)
        for text in (b"gone", b"altered")
    )
    folder = bitim.settings.documents
    (folder / gone.sha256[:2] / gone.sha256).unlink()
    (folder / altered.sha256[:2] / altered.sha256).write_bytes(b"other")

    findings = found(bitim)

    assert findings["document_missing"]["filename"] == "gone.txt"
    assert findings["document_damaged"]["filename"] == "altered.txt"


def test_events_that_cannot_be_read_or_are_missing_are_named(bitim: Bitim) -> None:
    memorandum = a_registered(bitim, "A-1")
    bitim.store.log.append(
        [
            StoredEvent(uuid4(), 1, "memorandum.dreamt_of", b"{}"),
            StoredEvent(memorandum, 4, "memorandum.archived", _as_stored(bitim, memorandum, 4).state),
        ]
    )

    findings = found(bitim)

    assert "dreamt_of" in findings["event_unreadable"]["reason"]
    assert findings["version_missing"]["versions"] == [1, 2, 4]


def test_time_that_falls_within_a_stream_is_named(bitim: Bitim) -> None:
    memorandum = a_registered(bitim, "A-1")
    bitim.store.log.append([_as_stored(bitim, memorandum, 3, seconds=-60)])
    bitim.projector.catch_up()

    assert found(bitim) == {"time_falls": {"version": 3}}


def _as_stored(bitim: Bitim, memorandum: UUID, version: int, seconds: int = 0) -> StoredEvent:
    """The archiving of a memorandum, as an event that nobody's guard has seen."""
    archived = bitim.store.get(given.Memorandum, memorandum)
    with given.on("2026-09-14"):
        archived.archive(given.an_act())
    (event,) = archived.collect_events()
    forged = replace(event, originator_version=version, timestamp=given.NOW + timedelta(seconds=seconds))
    return bitim.store._mapper.to_stored_event(forged)


def test_a_read_model_that_stays_behind_is_named(bitim: Bitim) -> None:
    bitim.store.saved = lambda: None
    a_registered(bitim, "A-1")

    assert "read_model_behind" in found(bitim)


def test_parties_that_were_found_to_be_one_organisation_are_named(bitim: Bitim) -> None:
    other = bitim.partners.register(act(), name="SDJZU", kind="university", country="CN").id
    bitim.partners.merge(other, act(), survivor_id=str(given.SHANDONG))
    both = given.a_content(parties=given.parties(given.SHANDONG, other))
    bitim.memorandums.draft(act(), kind="other", owner="employee-7", content=both)

    partners = sorted([str(given.SHANDONG), str(other)])
    assert found(bitim) == {"parties_are_one": {"edition_id": "e1", "partners": partners}}

"""Histories leave as the stored events, and all of them make the same register elsewhere."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.bitim import Bitim
from application.demo.entering import enter
from application.exchange.exporting.chain import sealed_lines
from application.read_models import PROJECTIONS
from domain.shared.errors import BitimError, Invalid, NotFound
from tests import given
from tests.application.office import act, keep, nothing_stored, open_bitim, refused
from tests.application.read_models import contents
from tests.application.sample import Hands
from tests.databases import Database, Kind

QUESTIONS = [
    {"as_of": day, "known_at": known}
    for day in ("2024-06-01", "2026-09-14", "2031-01-01")
    for known in ("2026-09-13", "2026-09-14T07:35:00+00:00", "2026-09-16T07:30:00+00:00")
]


def lines(bitim: Bitim, **asked: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in bitim.exports.history.everything(**asked)]


@pytest.fixture
def an_office(bitim: Bitim, clock: Hands) -> Bitim:
    """Two memorandums on record; one was corrected on the next day, a partner renamed."""
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01", drafted_on="2026-08-01"))
    bitim.memorandums.register(
        act(None, source=given.SCAN),
        kind="framework_agreement",
        owner="employee-7",
        editions=[given.an_edition_from_paper()],
    )
    clock.move(days=1)
    bitim.memorandums.correct(
        given.MEMORANDUM, act(reason="Misread"), event_version=1, field="occurred_on", value="2026-08-02"
    )
    bitim.partners.rename(given.SHANDONG, act("2026-09-15"), name="Shandong University of Architecture")
    details = given.on_a_memorandum(planned_from="2026-10-01", planned_until="2027-02-01")
    bitim.mobility_cases.nominate(act("2026-09-15"), direction="outgoing", details=details)
    clock.move(days=1)
    return bitim


def test_everything_is_exported_in_the_order_of_its_recording(an_office: Bitim) -> None:
    head, *events, end = lines(an_office)

    assert head["question"] == {"memorandums": None, "known_at": "2026-09-16T07:30:00.000000Z"}
    stored = an_office.store.notifications(0, 1000)
    assert [(one["id"], one["version"], one["topic"]) for one in events] == [
        (str(one.originator_id), one.originator_version, one.topic) for one in stored
    ]
    assert [json.dumps(one["state"], ensure_ascii=False, separators=(",", ":")).encode() for one in events] == [
        one.state for one in stored
    ]
    assert end["entries"] == len(stored)


def test_the_same_question_has_the_same_bytes_whatever_was_recorded_since(an_office: Bitim, clock: Hands) -> None:
    first = list(an_office.exports.history.everything(known_at=clock.now()))
    clock.move(hours=1)
    an_office.partners.add_alias(given.SHANDONG, act(), alias="SDJZU")

    assert list(an_office.exports.history.everything(known_at="2026-09-16T07:30:00+00:00")) == first
    assert len(list(an_office.exports.history.everything())) == len(first) + 1


def test_one_history_is_that_of_the_memorandum_as_known_then(an_office: Bitim) -> None:
    told = [json.loads(line) for line in an_office.exports.history.of([given.MEMORANDUM], known_at="2026-09-14")]

    assert {one["id"] for one in told[1:-1]} == {str(given.MEMORANDUM)}
    assert "memorandum.corrected" not in {one["topic"] for one in told[1:-1]}


def test_what_is_not_there_or_out_of_form_is_refused_ahead_of_the_first_line(an_office: Bitim) -> None:
    for nobody in (uuid4(), given.SHANDONG):
        with pytest.raises(NotFound):
            an_office.exports.history.of([nobody])
    for known_at in ("2027-01-01", "yesterday"):
        with pytest.raises(Invalid):
            an_office.exports.history.everything(known_at=known_at)


def answers(bitim: Bitim) -> list[Any]:
    """What the register answers about some days, as known at some instants; histories; and what is asked of cases."""
    found: list[Any] = [bitim.exports.register(**asked).rows for asked in QUESTIONS]
    memorandums = {row["id"] for rows in found for row in rows}
    caseload = bitim.exports.caseload(as_of="2031-01-01").rows
    some = sorted(row["id"] for row in caseload)[:20]
    return [
        *found,
        *(bitim.history.of(UUID(id_)) for id_ in sorted(memorandums)),
        caseload,
        *(bitim.case_history.of(UUID(id_)) for id_ in some),
        bitim.partner_directory.list(),
        bitim.coverage.uncovered(limit=500),
        bitim.places.balance(first="2020-09-01"),
    ]


def test_everything_taken_in_by_an_empty_register_gives_the_same_answers(
    an_office: Bitim, clock: Hands, new_database: Callable[[Kind], Database], database: Database
) -> None:
    exported = b"".join(an_office.exports.history.everything())

    with open_bitim(new_database(database.kind), clock) as other:
        restored = other.restore(io.BytesIO(exported))

        assert (restored.events, restored.records) == (an_office.store.max_position(), 8)
        assert answers(other) == answers(an_office)
        assert contents(other.projector, PROJECTIONS) == contents(an_office.projector, PROJECTIONS)
        assert b"".join(other.exports.history.everything()) == exported
        assert other.check() == an_office.check()


def test_the_demonstration_taken_in_elsewhere_is_the_same(
    new_database: Callable[[Kind], Database], database: Database, clock: Hands
) -> None:
    with open_bitim(database, clock) as bitim, open_bitim(new_database(database.kind), clock) as other:
        enter(bitim)
        clock.move(days=2)
        other.restore(io.BytesIO(b"".join(bitim.exports.history.everything())))

        assert answers(other) == answers(bitim)


def test_the_history_of_a_case_leaves_as_its_stored_events(an_office: Bitim) -> None:
    keep(an_office, given.a_case_under_way)

    head, *events, end = map(json.loads, an_office.exports.history.of_cases([given.CASE]))

    assert head["question"]["cases"] == [str(given.CASE)]
    assert [event["topic"] for event in events] == ["mobility.nominated", "mobility.accepted", "mobility.started"]
    assert end["entries"] == 3
    with pytest.raises(NotFound):
        an_office.exports.history.of_cases([given.MEMORANDUM])


def test_a_register_in_which_something_is_recorded_takes_nothing_in(an_office: Bitim) -> None:
    exported = b"".join(an_office.exports.history.everything())

    with refused(an_office, "register_not_empty"):
        an_office.restore(io.BytesIO(exported))


EVENT = {"id": str(given.SHANDONG), "version": 1, "topic": "partner.registered", "recorded_at": "", "state": {}}


def sealed(*events: dict[str, Any], kind: str = "history", **question: Any) -> bytes:
    return b"".join(sealed_lines(kind, {"memorandums": None, **question}, events))


@pytest.mark.parametrize(
    ("content", "reason", "number"),
    [
        (sealed(kind="register"), "not_everything", 0),
        (sealed(memorandums=[str(given.MEMORANDUM)]), "not_everything", 0),
        (b"".join(sealed_lines("history", {"cases": [str(given.CASE)]}, [])), "not_everything", 0),
        (sealed(EVENT | {"topic": "os:system"}), "unknown_topic", 1),
        (sealed(EVENT | {"topic": "partner"}), "unknown_topic", 1),
        (sealed(EVENT | {"id": "nobody"}), "unreadable", 1),
        (sealed(EVENT), "cannot_be_folded", 0),
        (sealed(EVENT | {"state": "no JSON"}), "unreadable", 1),
        (sealed({"topic": "partner.registered"}), "unreadable", 1),
        (sealed(EVENT)[:-10], "altered", 2),
        (b"PK\x03\x04", "no_export", 0),
    ],
)
def test_a_file_that_is_not_everything_as_exported_is_refused(
    database: Database, clock: Hands, content: bytes, reason: str, number: int
) -> None:
    with open_bitim(database, clock) as bitim, nothing_stored(bitim):
        with pytest.raises(BitimError) as caught:
            bitim.restore(io.BytesIO(content))

        assert (caught.value.code, caught.value.data["reason"]) == ("export_refused", reason)
        assert caught.value.data["number"] == number


def test_events_that_lack_their_beginning_are_refused(
    an_office: Bitim, clock: Hands, new_database: Callable[[Kind], Database], database: Database
) -> None:
    _head, *events, _end = lines(an_office)
    late = [{k: v for k, v in one.items() if k not in ("number", "sha256")} for one in events if one["version"] > 1]

    with open_bitim(new_database(database.kind), clock) as bitim, refused(bitim, "export_refused", number=1):
        bitim.restore(io.BytesIO(sealed(*late)))

"""Versions and keys: two officers at one record, and a command that is sent twice (on both databases)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import pytest
from eventsourcing.persistence import StoredEvent

from application.bitim import Bitim
from application.errors import OutcomeUnknown
from application.store.answers import Answer
from domain.memorandum.memorandum import Memorandum
from tests import given
from tests.application.office import act, open_bitim, the_partners_of_the_tests
from tests.application.sample import Hands
from tests.databases import Database
from tests.web.api.desk import Desk, is_done, is_refused
from tests.web.api.test_memorandums import DRAFT, at

NOTE = {"note": "The coordinator asks for a copy."}


@pytest.fixture
def bitim(database: Database, clock: Hands) -> Iterator[Bitim]:
    with open_bitim(database, clock) as bitim:
        the_partners_of_the_tests(bitim)
        yield bitim


def test_s05_of_two_officers_at_one_version_the_second_is_refused_and_nothing_is_lost(desk: Desk) -> None:
    version = desk.keep(given.a_drafted_memorandum).version

    first = desk.send(at("note"), {"note": "The first officer's"}, version=version)
    second = desk.send(at("note"), {"note": "The second officer's"}, version=version)

    is_done(first, version + 1)
    assert is_refused(second, 412, "stale_version")["data"]["version"] == version + 1
    assert desk.memorandum().notes == ("The first officer's",)
    is_done(desk.send(at("note"), {"note": "The second officer's"}, version=version + 1), version + 2)


def test_s05_without_a_version_nothing_is_changed(desk: Desk) -> None:
    desk.keep(given.a_drafted_memorandum)

    with desk.storing_nothing():
        is_refused(desk.send(at("note"), NOTE), 428, "version_missing")


@pytest.mark.parametrize("tag", ["*", 'W/"1"', '"1", "2"', '"1","1"', "1", '"one"', '"01"', '"-1"', "", '"1" x'])
def test_only_one_strong_tag_is_a_version(desk: Desk, tag: str) -> None:
    desk.keep(given.a_drafted_memorandum)

    with desk.storing_nothing():
        is_refused(desk.send(at("note"), NOTE, version=tag), 412, "version_unusable")


def test_the_version_is_checked_before_it_is_known_that_nothing_changes(desk: Desk) -> None:
    desk.keep(given.a_drafted_memorandum)
    same = {"owner": desk.memorandum().owner}

    is_refused(desk.send(at("assign-owner"), same, version=9), 412, "stale_version")


def test_s06_a_command_sent_again_is_carried_out_once_and_answered_the_same(desk: Desk) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    first = desk.send(at("note"), NOTE, version=version, key="monday-1")

    with desk.storing_nothing():
        again = desk.send(at("note"), NOTE, version=version, key="monday-1")

    is_done(again, version + 1)
    assert (again.status, again.data, again.headers["ETag"]) == (first.status, first.data, first.headers["ETag"])


def test_s06_the_key_with_another_body_is_refused(desk: Desk) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    desk.send(at("note"), NOTE, version=version, key="monday-1")

    with desk.storing_nothing():
        other_body = desk.send(at("note"), {"note": "Something else"}, version=version + 1, key="monday-1")
        other_address = desk.send(at("archive"), version=version + 1, key="monday-1")

    is_refused(other_body, 422, "key_reused")
    is_refused(other_address, 422, "key_reused")


def test_the_order_of_members_makes_no_other_body(desk: Desk) -> None:
    first = desk.send("/memorandums", DRAFT, key="monday-2")

    again = desk.send("/memorandums", dict(reversed(DRAFT.items())), key="monday-2")

    assert (again.status, again.data, again.headers["Location"]) == (
        first.status,
        first.data,
        first.headers["Location"],
    )
    assert again.status_code == 201


def test_another_account_has_other_keys(desk: Desk, bitim: Bitim) -> None:
    first = desk.send("/memorandums", DRAFT, key="monday-3")

    other = Desk(desk.client, bitim, account="officer-2").send("/memorandums", DRAFT, key="monday-3")

    assert other.json["id"] != first.json["id"]


def test_a_command_that_changed_nothing_is_answered_the_same_later(desk: Desk) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    same = {"owner": desk.memorandum().owner}
    desk.send(at("assign-owner"), same, version=version, key="monday-4")
    desk.send(at("note"), NOTE, version=version)

    is_done(desk.send(at("assign-owner"), same, version=version, key="monday-4"), version)


def test_a_refusal_is_forgotten(desk: Desk) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    is_refused(desk.send(at("note"), NOTE, version=version + 7, key="monday-5"), 412, "stale_version")

    is_done(desk.send(at("note"), NOTE, version=version, key="monday-5"), version + 1)


@pytest.mark.parametrize("key", ["", " ", "a b", "k" * 201, "ключ".encode().decode("latin-1")])
def test_a_key_that_cannot_be_kept_is_refused(desk: Desk, key: str) -> None:
    with desk.storing_nothing():
        is_refused(desk.send("/memorandums", DRAFT, key=key), 400, "key_unusable")


@pytest.mark.parametrize("account", ["", " ", "o" * 101, "officer 1"])
def test_who_does_not_say_for_whom_it_writes_is_refused(desk: Desk, account: str) -> None:
    with desk.storing_nothing():
        is_refused(desk.send("/memorandums", DRAFT, headers={"Bitim-Account": account}), 400, "account_missing")


class Overtaken:
    """A log to which somebody else appends a moment before us."""

    def __init__(self, bitim: Bitim, meanwhile: Callable[[], object]) -> None:
        self.bitim, self.log, self.meanwhile = bitim, bitim.store.log, meanwhile

    def __getattr__(self, name: str) -> Any:
        return getattr(self.log, name)

    def append(self, events: Sequence[StoredEvent], answer: Answer | None) -> None:
        self.bitim.store.log = self.log
        self.meanwhile()
        self.log.append(events, answer)


def test_another_record_changed_in_the_same_moment_is_a_conflict(desk: Desk, bitim: Bitim) -> None:
    desk.keep(given.a_request)
    decline = partial(bitim.requests.decline, given.REQUEST, act(reason="No funds"))
    bitim.store.log = Overtaken(bitim, decline)

    answer = desk.send("/memorandums", DRAFT | {"request_id": str(given.REQUEST)})

    assert is_refused(answer, 409, "changed_meanwhile")["data"]["id"] == str(given.REQUEST)


def test_the_record_itself_changed_in_the_same_moment_is_a_stale_version(desk: Desk, bitim: Bitim) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    bitim.store.log = Overtaken(bitim, partial(bitim.memorandums.note, given.MEMORANDUM, act(), note="Faster"))

    is_refused(desk.send(at("note"), NOTE, version=version), 412, "stale_version")
    assert desk.memorandum().notes == ("Faster",)


class BrokenOff:
    """A log whose connection breaks after the commit."""

    def __init__(self, log: Any) -> None:
        self.log = log

    def __getattr__(self, name: str) -> Any:
        return getattr(self.log, name)

    def append(self, events: Sequence[StoredEvent], answer: Answer | None) -> None:
        self.log.append(events, answer)
        raise OutcomeUnknown(what="log")


def test_an_unknown_outcome_is_said_and_the_same_key_tells_it(desk: Desk, bitim: Bitim) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    whole = bitim.store.log
    bitim.store.log = BrokenOff(whole)
    unknown = desk.send(at("note"), NOTE, version=version)
    bitim.store.log = whole

    is_refused(unknown, 503, "outcome_unknown")
    assert unknown.headers["Retry-After"] == "2"
    assert bitim.store.get(Memorandum, given.MEMORANDUM).version == version + 1


def test_a_command_whose_connection_broke_is_answered_from_what_was_stored(desk: Desk, bitim: Bitim) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    bitim.store.log = BrokenOff(bitim.store.log)

    is_done(desk.send(at("note"), NOTE, version=version, key="monday-6"), version + 1)

"""What a command has loaded is not read again a moment later."""

from __future__ import annotations

from uuid import UUID, uuid4

from eventsourcing.persistence import StoredEvent

from application.store.recent import MOST, RecentStreams


def a_stream(events: int) -> tuple[UUID, list[StoredEvent]]:
    id_ = uuid4()
    return id_, [StoredEvent(id_, number + 1, "folder.filed", b"{}") for number in range(events)]


def test_a_stream_is_remembered_as_it_stood_at_each_version_that_was_read() -> None:
    recent, (id_, events) = RecentStreams(), a_stream(3)

    recent.keep(id_, events)

    assert recent.upto(id_, 2) == events[:2]
    assert recent.upto(id_, 3) == events


def test_nothing_is_said_of_versions_that_were_not_read() -> None:
    recent, (id_, events) = RecentStreams(), a_stream(3)

    recent.keep(id_, events)

    assert recent.upto(id_, 4) is None
    assert recent.upto(uuid4(), 1) is None


def test_only_so_many_streams_are_remembered_those_read_last() -> None:
    recent, first = RecentStreams(), a_stream(1)
    second = a_stream(1)
    recent.keep(*first)
    recent.keep(*second)
    recent.keep(*first)

    for _ in range(MOST - 1):
        recent.keep(*a_stream(1))

    assert recent.upto(first[0], 1) == first[1]
    assert recent.upto(second[0], 1) is None

"""Commands on streams of events: stored together at one instant, or not at all."""

from datetime import timedelta
from uuid import uuid4

import pytest
from eventsourcing.persistence import IntegrityError, OperationalError, StoredEvent

from application.errors import OutcomeUnknown
from application.store.answers import Answer
from application.store.log import Log
from application.store.store import Store
from domain.shared.errors import Conflict, NotFound, Refused
from domain.shared.moment import current_moment
from tests.application.conftest import TASHKENT
from tests.application.sample import START, Cabinet, Folder, FolderOpened, Hands, PaperFiled


def a_folder(store: Store, label: str = "Shandong", papers: int = 0) -> Folder:
    with store.command() as unit:
        folder = unit.add(Folder.open(label))
        for number in range(papers):
            folder.file(f"paper {number + 1}")
    return folder


def test_what_a_command_records_is_loaded_again(store: Store) -> None:
    folder = a_folder(store)

    with store.change(Folder, folder.id, expected_version=1) as again:
        again.file("MOU of 2019")

    assert store.get(Folder, folder.id).papers == ["MOU of 2019"]
    assert store.get(Folder, folder.id, version=1).papers == []


def test_a_command_may_record_megabytes(store: Store) -> None:
    text = "Ўзаро англашув меморандуми. " * 100_000

    folder = a_folder(store, text, papers=3)

    assert len(text.encode()) > 5_000_000
    assert store.get(Folder, folder.id).label == text


def test_an_event_keeps_who_says_so_and_on_what_ground(store: Store) -> None:
    folder = a_folder(store)

    (event,) = store.events(folder.id)

    assert isinstance(event, FolderOpened)
    assert (event.label, event.actor, event.occurred_on) == ("Shandong", "officer-1", "2019-05")
    assert event.recorded_at == START
    assert event.reason == "found in the archive"


def test_all_streams_of_a_command_are_stored_together_at_one_instant(store: Store, clock: Hands) -> None:
    with store.command() as unit:
        first = unit.add(Folder.open("Shandong"))
        clock.move(seconds=1)
        second = unit.add(Folder.open("Cantabria"))
        second.file("MOU of 2021")

    events = store.events(first.id) + store.events(second.id)
    assert [event.recorded_at for event in events] == [START] * 3
    assert len(store.notifications(0, limit=10)) == 3


def test_a_refusal_inside_a_command_stores_nothing(store: Store) -> None:
    folder = a_folder(store)

    def refused_in_the_end() -> None:
        with store.command() as unit:
            unit.load(Folder, folder.id).file("MOU of 2019")
            unit.add(Folder.open("Cantabria"))
            raise Refused

    with pytest.raises(Refused):
        refused_in_the_end()

    assert len(store.notifications(0, limit=10)) == 1


def test_a_command_that_changes_nothing_stores_nothing_and_wakes_nobody(log: Log, clock: Hands) -> None:
    saved = []
    store = Store(log, clock, TASHKENT, saved=lambda: saved.append(True))
    folder = a_folder(store)

    with store.change(Folder, folder.id):
        pass

    assert saved == [True]
    assert store.get(Folder, folder.id).version == 1


def test_a_command_based_on_an_older_version_is_refused(store: Store) -> None:
    folder = a_folder(store, papers=1)

    with pytest.raises(Conflict) as refusal, store.change(Folder, folder.id, expected_version=1) as again:
        again.file("MOU of 2019")

    assert refusal.value.data == {"id": str(folder.id), "expected": 1, "version": 2}
    assert store.get(Folder, folder.id).version == 2


def test_of_two_commands_at_once_the_later_is_refused(store: Store) -> None:
    folder = a_folder(store)

    def overtaken() -> None:
        with store.change(Folder, folder.id) as mine:
            mine.file("mine")
            with store.change(Folder, folder.id) as theirs:
                theirs.file("theirs")
                theirs.file("theirs too")

    with pytest.raises(Conflict) as refusal:
        overtaken()

    assert refusal.value.data == {"id": str(folder.id), "expected": 1, "version": 3}
    assert store.get(Folder, folder.id).papers == ["theirs", "theirs too"]


def test_a_stream_that_begins_twice_is_refused_with_its_id(store: Store) -> None:
    number = uuid4()
    with store.command() as unit:
        unit.add(Folder.open("MOU-2026-0001", id_=number))

    def again() -> None:
        with store.command() as unit:
            unit.add(Folder.open("Cantabria"))
            unit.add(Folder.open("MOU-2026-0001 again", id_=number))

    with pytest.raises(Conflict) as refusal:
        again()

    assert refusal.value.data == {"id": str(number), "expected": 0, "version": 1}
    assert len(store.notifications(0, limit=10)) == 1


def test_within_a_stream_time_rises_with_each_command(store: Store, clock: Hands) -> None:
    folder = a_folder(store)
    clock.move(minutes=-5)  # another host's clock is behind

    with store.command() as unit:
        other = unit.add(Folder.open("Cantabria"))
        unit.load(Folder, folder.id).file("MOU of 2019")
        other.file("MOU of 2021")
        assert current_moment().recorded_at == START + timedelta(microseconds=1)

    events = store.events(folder.id, after=1) + store.events(other.id)
    assert [event.recorded_at for event in events] == [START + timedelta(microseconds=1)] * 3


def test_the_moment_of_a_command_ends_with_it(store: Store, clock: Hands) -> None:
    a_folder(store)
    clock.move(seconds=1)

    other = a_folder(store, "Cantabria")

    assert store.events(other.id)[0].recorded_at == START + timedelta(seconds=1)


@pytest.mark.parametrize("read", [lambda store, id_: store.get(Folder, id_), lambda store, id_: store.events(id_)])
def test_what_is_not_there_is_not_found(store: Store, read: object) -> None:
    with pytest.raises(NotFound):
        store.get(Folder, uuid4())

    assert store.events(uuid4()) == []


def test_a_stream_of_another_kind_is_not_found(store: Store) -> None:
    folder = a_folder(store)

    with pytest.raises(NotFound) as refusal:
        store.get(Cabinet, folder.id)

    assert refusal.value.data == {"kind": "cabinet", "id": str(folder.id)}


def test_the_log_is_read_in_the_order_of_recording(store: Store) -> None:
    first = a_folder(store)
    second = a_folder(store, "Cantabria")
    with store.change(Folder, first.id) as folder:
        folder.file("MOU of 2019")

    log = store.notifications(0, limit=10)

    assert [one.originator_id for one in log] == [first.id, second.id, first.id]
    assert isinstance(store.decode(log[-1]), PaperFiled)
    assert log[-1].id == store.max_position()
    assert [one.id for one in store.notifications(log[0].id, limit=1)] == [log[1].id]


class RetryingLog:
    """A log whose connection breaks just after a commit, so that the events are appended a second time."""

    def __init__(self, log: Log) -> None:
        self.log = log

    def __getattr__(self, name: str) -> object:
        return getattr(self.log, name)

    def append(self, stored_events: list[StoredEvent], answer: Answer | None) -> None:
        self.log.append(stored_events, answer)
        self.log.append(stored_events, answer)


def test_a_conflict_with_ones_own_stored_events_is_a_success(log: Log, clock: Hands) -> None:
    store = Store(RetryingLog(log), clock, TASHKENT)

    folder = a_folder(store, papers=2)

    assert store.get(Folder, folder.id).papers == ["paper 1", "paper 2"]


class LostLog(RetryingLog):
    """A log whose connection is lost for good after the commit."""

    lost = False

    def append(self, stored_events: list[StoredEvent], answer: Answer | None) -> None:
        self.lost = True
        super().append(stored_events, answer)

    def select_events(self, *which: object, **bounds: object) -> list[StoredEvent]:
        if self.lost:
            raise OperationalError("server closed the connection unexpectedly")
        return self.log.select_events(*which, **bounds)


def test_a_conflict_that_cannot_be_looked_into_is_an_unknown_outcome(log: Log, clock: Hands) -> None:
    store = Store(LostLog(log), clock, TASHKENT)

    with pytest.raises(OutcomeUnknown):
        a_folder(store)


class OvertakenLog(RetryingLog):
    """A log in which somebody else has just recorded something else at the same version."""

    def append(self, stored_events: list[StoredEvent], answer: Answer | None) -> None:
        for event in stored_events:
            self.log.append([StoredEvent(event.originator_id, event.originator_version, event.topic, b"{}")])
        self.log.append(stored_events, answer)


def test_a_conflict_with_an_event_of_somebody_else_is_one(log: Log, clock: Hands) -> None:
    store = Store(OvertakenLog(log), clock, TASHKENT)

    with pytest.raises(Conflict):
        a_folder(store)


def test_of_events_appended_together_one_that_is_taken_refuses_all(log: Log) -> None:
    first = StoredEvent(uuid4(), 1, "folder.opened", b"{}")
    second = StoredEvent(first.originator_id, 2, "folder.renamed", b"{}")
    log.append([first])

    with pytest.raises(IntegrityError):
        log.append([second, first])

    assert log.select_events(first.originator_id) == [first]

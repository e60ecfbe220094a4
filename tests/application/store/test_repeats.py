"""A command sent again under its key is not carried out again, and has the answer that it had."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from application.done import Done
from application.errors import KeyInFlight, KeyReused, Unavailable
from application.store.answers import Answer, Attempt, Key, attempting
from application.store.log import Log
from application.store.repeats import Repeats
from application.store.store import Store
from domain.shared.errors import Conflict, Refused
from tests.application.conftest import TASHKENT
from tests.application.sample import START, Cabinet, Folder, Hands
from tests.application.store.test_store import RetryingLog

KEY = Key("officer-1", "monday-17", "a" * 64)


@pytest.fixture
def repeats(store: Store) -> Repeats:
    return Repeats(store)


@pytest.fixture
def folder(store: Store) -> Folder:
    with store.command() as unit:
        return unit.add(Folder.open("Shandong"))


def filing(store: Store, folder: Folder, title: str = "MOU of 2019") -> Callable[[], Done]:
    def command() -> Done:
        with store.change(Folder, folder.id) as mine:
            mine.file(title)
        return Done.of(mine)

    return command


def opening(store: Store) -> Callable[[], Done]:
    def command() -> Done:
        with store.command() as unit:
            unit.add(Cabinet.buy())
            folder = unit.add(Folder.open("Cantabria"))
        return Done.of(folder)

    return command


def nothing(store: Store, folder: Folder) -> Callable[[], Done]:
    def command() -> Done:
        with store.change(Folder, folder.id) as mine:
            pass
        return Done.of(mine)

    return command


def about(subject: UUID | type, key: Key = KEY) -> Attempt:
    return Attempt(key, 200, subject)


def test_a_command_sent_again_has_its_first_answer(store: Store, repeats: Repeats, folder: Folder) -> None:
    first = repeats.once(about(folder.id), filing(store, folder))

    again = repeats.once(about(folder.id), filing(store, folder))

    assert isinstance(again, Answer)
    assert (again.id, again.version, again.status) == (first.id, first.version, 200) == (folder.id, 2, 200)
    assert store.get(Folder, folder.id).papers == ["MOU of 2019"]


def test_what_was_made_is_made_once(store: Store, repeats: Repeats) -> None:
    first = repeats.once(about(Folder), opening(store))

    again = repeats.once(about(Folder), opening(store))

    assert (again.id, again.version) == (first.id, 1)
    assert len(store.notifications(0, limit=10)) == 2


def test_a_command_that_changed_nothing_has_its_first_answer_too(
    store: Store, repeats: Repeats, folder: Folder
) -> None:
    repeats.once(about(folder.id), nothing(store, folder))
    filing(store, folder)()

    again = repeats.once(about(folder.id), filing(store, folder))

    assert again.version == 1
    assert store.get(Folder, folder.id).version == 2


def test_under_another_key_or_from_another_account_it_is_another_command(
    store: Store, repeats: Repeats, folder: Folder
) -> None:
    for key in (KEY, replace(KEY, text="monday-18"), replace(KEY, account="officer-2")):
        repeats.once(about(folder.id, key), filing(store, folder))

    assert store.get(Folder, folder.id).version == 4


def test_something_else_under_the_same_key_is_refused(store: Store, repeats: Repeats, folder: Folder) -> None:
    repeats.once(about(folder.id), filing(store, folder))

    with pytest.raises(KeyReused) as refusal:
        repeats.once(about(folder.id, replace(KEY, fingerprint="b" * 64)), filing(store, folder, "MOU of 2021"))

    assert refusal.value.data == {"key": "monday-17"}
    assert store.get(Folder, folder.id).papers == ["MOU of 2019"]


def test_a_refusal_is_not_kept(store: Store, repeats: Repeats, folder: Folder) -> None:
    def refusing() -> Done:
        with store.change(Folder, folder.id) as mine:
            mine.file("never stored")
            raise Refused

    with pytest.raises(Refused):
        repeats.once(about(folder.id), refusing)

    repeats.once(about(folder.id), filing(store, folder))
    assert store.get(Folder, folder.id).papers == ["MOU of 2019"]


def test_while_it_is_carried_out_it_is_not_begun_again(store: Store, repeats: Repeats, folder: Folder) -> None:
    def impatient() -> Done:
        with pytest.raises(KeyInFlight):
            repeats.once(about(folder.id), filing(store, folder))
        return filing(store, folder)()

    repeats.once(about(folder.id), impatient)

    assert store.get(Folder, folder.id).version == 2


def by_another(attempt: Attempt, command: Callable[[], Done]) -> None:
    """Another process carries it out too: its lock on the key was lost with its connection."""
    with attempting(attempt):
        command()


def test_of_two_processes_the_slower_one_gives_the_answer_of_the_faster(
    store: Store, repeats: Repeats, folder: Folder, clock: Hands
) -> None:
    def overtaken() -> Done:
        with store.change(Folder, folder.id) as mine:
            clock.move(seconds=1)
            by_another(about(folder.id), filing(store, folder))
            mine.file("MOU of 2019")
        return Done.of(mine)

    slower = repeats.once(about(folder.id), overtaken)

    assert isinstance(slower, Answer)
    assert store.get(Folder, folder.id).papers == ["MOU of 2019"]


def test_of_two_processes_that_make_something_only_one_makes_it(store: Store, repeats: Repeats) -> None:
    def overtaken() -> Done:
        with store.command() as unit:
            by_another(about(Folder), opening(store))
            folder = unit.add(Folder.open("Cantabria"))
        return Done.of(folder)

    slower = repeats.once(about(Folder), overtaken)

    assert isinstance(slower, Answer)
    assert len(store.notifications(0, limit=10)) == 2


def test_a_taken_id_is_a_conflict_and_not_a_matter_of_the_key(store: Store, repeats: Repeats, folder: Folder) -> None:
    def again() -> Done:
        with store.command() as unit:
            twin = unit.add(Folder.open("Shandong again", id_=folder.id))
        return Done.of(twin)

    with pytest.raises(Conflict):
        repeats.once(about(Folder), again)

    assert store.answered(KEY) is None


def test_an_answer_is_stored_with_its_events_or_not_at_all(store: Store, log: Log, folder: Folder) -> None:
    kept = Answer(KEY, 200, folder.id, 2, START)
    log.append([], kept)

    with pytest.raises(KeyReused):
        Repeats(store).once(about(folder.id, replace(KEY, fingerprint="b" * 64)), filing(store, folder))

    assert store.get(Folder, folder.id).version == 1


def test_after_72_hours_the_key_is_free(store: Store, repeats: Repeats, folder: Folder, clock: Hands) -> None:
    repeats.once(about(folder.id), filing(store, folder))
    clock.move(hours=72)
    assert repeats.once(about(folder.id), filing(store, folder)).version == 2

    clock.move(seconds=1)

    assert repeats.once(about(folder.id), filing(store, folder)).version == 3


def test_answers_of_long_ago_are_forgotten(store: Store, repeats: Repeats, folder: Folder, clock: Hands) -> None:
    repeats.once(about(folder.id), filing(store, folder))
    clock.move(hours=73)

    repeats.once(about(folder.id, replace(KEY, text="thursday-1")), filing(store, folder))

    assert store.log.find_answer(KEY.account, KEY.text, START) is None


def test_a_connection_lost_after_the_commit_makes_no_second_command(log: Log, clock: Hands) -> None:
    store = Store(RetryingLog(log), clock, TASHKENT)

    done = Repeats(store).once(about(Folder), opening(store))

    assert store.answered(KEY) == Answer(KEY, 200, done.id, 1, START)
    assert len(store.notifications(0, limit=10)) == 2


def test_a_command_about_something_else_than_announced_stores_nothing(
    store: Store, repeats: Repeats, folder: Folder
) -> None:
    with pytest.raises(LookupError):
        repeats.once(about(uuid4()), filing(store, folder))

    assert store.get(Folder, folder.id).version == 1


class SilentLog(RetryingLog):
    """A log that takes nothing at present."""

    def append(self, *_: object) -> None:
        raise Unavailable(what="log")


def test_what_could_not_be_stored_may_be_sent_again(log: Log, clock: Hands) -> None:
    with pytest.raises(Unavailable):
        Repeats(Store(SilentLog(log), clock, TASHKENT)).once(
            about(Folder), opening(Store(SilentLog(log), clock, TASHKENT))
        )

    store = Store(log, clock, TASHKENT)
    assert Repeats(store).once(about(Folder), opening(store)).version == 1

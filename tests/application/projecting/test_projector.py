"""Read models stay level with the log; one that fails halts alone and disturbs nobody."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, text

from application.errors import RebuildHalted
from application.projecting.filling import Stretch
from application.projecting.projector import Projector
from application.store.log import Log
from application.store.store import Store
from tests.application.conftest import TASHKENT
from tests.application.projecting.conftest import READ_MODELS, NewProjector
from tests.application.projecting.folders import DIARY, FOLDERS, LABELS, Diary, FolderRegister, Squeamish
from tests.application.read_models import assert_rebuilt_equals_kept, contents
from tests.application.sample import Folder, Ticking


def a_folder(store: Store, label: str = "Shandong", papers: tuple[str, ...] = ()) -> Folder:
    with store.command() as unit:
        folder = unit.add(Folder.open(label))
        for title in papers:
            folder.file(title)
    return folder


def rows(projector: Projector, *columns: object) -> list[tuple[object, ...]]:
    with projector.reading() as connection:
        return [tuple(row) for row in connection.execute(select(*columns).order_by(*columns))]


def test_who_records_something_finds_it_when_the_command_has_answered(store: Store, projector: Projector) -> None:
    folder = a_folder(store, papers=("MOU of 2019",))

    assert rows(projector, FOLDERS.c.id, FOLDERS.c.label, FOLDERS.c.papers) == [(folder.id, "Shandong", 1)]

    with store.change(Folder, folder.id) as again:
        again.rename("Shandong Jianzhu")

    assert rows(projector, FOLDERS.c.label, FOLDERS.c.version) == [("Shandong Jianzhu", 3)]


def test_every_state_that_passed_is_observed_once(store: Store, projector: Projector) -> None:
    with store.command() as unit:
        folder = unit.add(Folder.open("a"))
    with store.command() as unit:
        again = unit.load(Folder, folder.id)
        again.rename("b")
        again.rename("c")

    assert [label for label, _ in rows(projector, LABELS.c.label, LABELS.c.recorded_to)] == ["a", "c"]


def test_two_processes_see_each_others_commands(store: Store, new_projector: NewProjector) -> None:
    other = new_projector()
    folder = a_folder(store)

    assert rows(other, FOLDERS.c.label) == [("Shandong",)]

    other.catch_up()
    with store.change(Folder, folder.id) as again:
        again.rename("Cantabria")
    other.work()

    assert rows(other, FOLDERS.c.label) == [("Cantabria",)]


def test_who_comes_later_sees_what_another_recorded_and_did_not_live_to_project(
    log: Log, clock: Ticking, projector: Projector, new_projector: NewProjector
) -> None:
    a_folder(Store(log, clock, TASHKENT))

    assert rows(new_projector(), FOLDERS.c.label) == [("Shandong",)]


@pytest.mark.parametrize("batch", [1, 2, 7])
def test_where_a_batch_ends_and_how_many_streams_are_remembered_makes_no_difference(
    store: Store, projector: Projector, new_projector: NewProjector, batch: int
) -> None:
    folders = [a_folder(store, f"folder {number}") for number in range(4)]
    for round_ in range(3):
        for folder in folders:
            with store.change(Folder, folder.id) as again:
                again.file(f"paper {round_}")
                again.rename(f"{folder.label} {round_}")
    kept = contents(projector, READ_MODELS)

    small = new_projector(batch=batch, remembered=1)

    assert assert_rebuilt_equals_kept(small, READ_MODELS) == kept


def test_a_read_model_that_fails_halts_alone_at_the_event_that_it_cannot_take(
    store: Store, new_projector: NewProjector, caplog: pytest.LogCaptureFixture
) -> None:
    projector = new_projector([*READ_MODELS, Squeamish()])
    store.saved = projector.catch_up
    with caplog.at_level(logging.CRITICAL, "application"):
        folder = a_folder(store, papers=("good", "better", "spoilt", "fresh"))
        with store.change(Folder, folder.id) as again:
            again.rename("Cantabria")

    health = {one.name: one for one in projector.health()}
    assert rows(projector, FOLDERS.c.label, FOLDERS.c.papers) == [("Cantabria", 4)]
    assert (health["diary"].is_level, health["folders"].is_level) == (True, True)
    assert health["squeamish"].halted_at == store.notifications(0, 10)[3].id
    assert health["squeamish"].reason == "ValueError: cannot take spoilt"
    assert health["squeamish"].position == store.notifications(0, 10)[2].id
    assert not health["squeamish"].is_level


def test_a_halted_read_model_goes_on_after_a_restart_of_better_code(
    store: Store, new_projector: NewProjector, caplog: pytest.LogCaptureFixture
) -> None:
    store.saved = new_projector([*READ_MODELS, Squeamish()]).catch_up
    with caplog.at_level(logging.CRITICAL, "application"):
        a_folder(store, papers=("spoilt",))
    a_folder(store, "Cantabria", papers=("good",))

    restarted = new_projector([*READ_MODELS, Squeamish(cannot_take="nothing")])
    restarted.resume()
    restarted.work()

    assert [one.is_level for one in restarted.health()] == [True, True, True]


def test_a_halted_read_model_goes_on_after_a_rebuild(
    store: Store, new_projector: NewProjector, caplog: pytest.LogCaptureFixture
) -> None:
    squeamish = Squeamish()
    projector = new_projector([*READ_MODELS, squeamish])
    store.saved = projector.catch_up
    with caplog.at_level(logging.CRITICAL, "application"):
        a_folder(store, papers=("spoilt",))
    squeamish.cannot_take = "nothing"

    projector.rebuild()

    assert [one.is_level for one in projector.health()] == [True, True, True]


def test_an_event_that_cannot_be_read_halts_who_follows_it(
    store: Store, projector: Projector, caplog: pytest.LogCaptureFixture
) -> None:
    folder = a_folder(store)
    unknown = store.notifications(0, 1)[0]
    with caplog.at_level(logging.CRITICAL, "application"):
        store.log.append([type(unknown)(folder.id, 2, "folder.shredded", b"{}", id=0)])
        with store.command() as unit:
            unit.add(Folder.open("Cantabria"))

    health = {one.name: one for one in projector.health()}
    assert health["folders"].halted_at == 2
    assert health["diary"].is_level, "it follows events that it knows, and this is none of them"


def test_read_models_that_cannot_be_reached_never_fail_a_command(
    store: Store, new_projector: NewProjector, caplog: pytest.LogCaptureFixture
) -> None:
    impatient = new_projector(patience=0.05)
    store.saved = impatient.catch_up

    with impatient._current.place.leading(1), caplog.at_level(logging.CRITICAL, "application"):
        a_folder(store)

    assert rows(impatient, FOLDERS.c.label) == []
    assert [one.halted_at for one in impatient.health()] == [None, None]
    impatient.catch_up()
    assert rows(impatient, FOLDERS.c.label) == [("Shandong",)]


def test_a_database_that_fails_halts_no_read_model(
    store: Store, projector: Projector, caplog: pytest.LogCaptureFixture
) -> None:
    class Outage(Diary):
        def project(self, connection: object, batch: object) -> None:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
            else:
                connection.execute(text("PRAGMA query_only = ON"))
            super().project(connection, batch)

    projector._current._projections["diary"] = Outage()
    with caplog.at_level(logging.CRITICAL, "application"):
        a_folder(store)
    projector._generations.close()
    projector._current._projections["diary"] = Diary()

    assert [one.halted_at for one in projector.health()] == [None, None]
    projector.catch_up()
    assert rows(projector, FOLDERS.c.label) == [("Shandong",)]
    assert len(rows(projector, DIARY.c.position)) == 1


class Asked:
    """A lock that tells how often it was asked for."""

    def __init__(self) -> None:
        self._lock, self._asked = threading.Lock(), threading.Semaphore(0)
        self.release = self._lock.release

    def acquire(self, timeout: float) -> bool:
        self._asked.release()
        return self._lock.acquire(timeout=timeout)

    def wait_until(self, times: int) -> None:
        for _ in range(times):
            assert self._asked.acquire(timeout=30)


def test_whoever_waited_while_somebody_else_showed_what_he_recorded_does_nothing_more(
    log: Log, clock: Ticking, new_projector: NewProjector
) -> None:
    projector, in_silence = new_projector(), Store(log, clock, TASHKENT)
    filling = projector._current
    turn = filling._turn = Asked()
    begun = filling._begun

    with ThreadPoolExecutor(4) as officers:
        with filling.place.leading(1):
            waiting = [officers.submit(projector.catch_up)]
            turn.wait_until(1)
            a_folder(in_silence)
            waiting += [officers.submit(projector.catch_up) for _ in range(3)]
            turn.wait_until(3)
        for one in waiting:
            one.result(timeout=30)

    assert rows(projector, FOLDERS.c.label) == [("Shandong",)]
    assert filling._begun - begun == 2, "the first one may have looked too early; one more look is enough for three"


def test_another_revision_is_filled_anew_and_the_old_one_goes_on(
    store: Store, projector: Projector, new_projector: NewProjector
) -> None:
    class Revised(FolderRegister):
        revision = 2

    a_folder(store)
    newer = new_projector([Revised(), Diary()])
    a_folder(store, "Cantabria")
    newer.catch_up()

    assert rows(newer, FOLDERS.c.label) == rows(projector, FOLDERS.c.label) == [("Cantabria",), ("Shandong",)]
    assert {one.name: one.revision for one in newer.health()} == {"folders": 2, "diary": 1}
    assert newer._current.place.number == projector._current.place.number + 1


def test_a_rebuild_that_would_make_things_worse_is_refused(
    store: Store, new_projector: NewProjector, caplog: pytest.LogCaptureFixture
) -> None:
    squeamish = Squeamish(cannot_take="nothing")
    projector = new_projector([*READ_MODELS, squeamish])
    store.saved = projector.catch_up
    a_folder(store, papers=("spoilt",))
    squeamish.cannot_take = "spoilt"

    with caplog.at_level(logging.CRITICAL, "application"), pytest.raises(RebuildHalted) as refusal:
        projector.rebuild()

    assert refusal.value.data == {"halted": {"squeamish": "ValueError: cannot take spoilt"}}
    assert [one.is_level for one in projector.health()] == [True, True, True]
    a_folder(store, "Cantabria")
    assert rows(projector, FOLDERS.c.label) == [("Cantabria",), ("Shandong",)]


def test_a_read_model_that_lags_joins_the_others_and_does_not_overtake_them(
    log: Log, clock: Ticking, store: Store, new_projector: NewProjector, caplog: pytest.LogCaptureFixture
) -> None:
    squeamish = Squeamish()
    projector = new_projector([*READ_MODELS, squeamish])
    store.saved = projector.catch_up
    with caplog.at_level(logging.CRITICAL, "application"):
        a_folder(store, papers=("spoilt", "good", "better"))
    a_folder(Store(log, clock, TASHKENT), "Cantabria")  # nobody has projected that yet
    squeamish.cannot_take = "nothing"
    projector.resume()

    while projector._current.advance_laggards(5, 500):
        pass

    assert {one.position for one in projector.health()} == {store.notifications(0, 10)[3].id}
    projector.work()
    assert [one.is_level for one in projector.health()] == [True, True, True]


def test_a_batch_that_failed_is_not_tried_again_by_who_is_no_longer_leading(store: Store, projector: Projector) -> None:
    a_folder(store)

    projector._current._alone("diary", Stretch(("diary",), 0, None), timeout=5, limit=500)  # it was level since

    assert [one.halted_at for one in projector.health()] == [None, None]

"""A rebuild goes on beside the office's work."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, select

from application.projecting.projection import Batch
from application.projecting.projector import Projector
from application.store.generations import BY_NUMBER
from application.store.log import Log
from application.store.store import Store
from tests.application.conftest import TASHKENT
from tests.application.projecting.conftest import READ_MODELS, NewProjector
from tests.application.projecting.folders import FOLDERS, Diary, FolderRegister
from tests.application.read_models import assert_rebuilt_equals_kept, contents
from tests.application.sample import Folder, Ticking


@pytest.fixture
def archive(store: Store) -> list[Folder]:
    """Some hundred folders with papers."""
    folders = []
    for number in range(10):
        with store.command() as unit:
            for place in range(20):
                folder = unit.add(Folder.open(f"folder {number}-{place}"))
                for paper in range(4):
                    folder.file(f"paper {paper}")
                folders.append(folder)
    return folders


class Officer(threading.Thread):
    """Changes one folder again and again, and looks each time whether the change shows."""

    def __init__(self, store: Store, projector: Projector, folder: Folder) -> None:
        super().__init__()
        self.store, self.projector, self.folder = store, projector, folder
        self.leaving = threading.Event()
        self.done = 0
        self.complaints: list[object] = []

    def run(self) -> None:
        version = self.folder.version
        shown = select(FOLDERS.c.version).where(FOLDERS.c.id == self.folder.id)
        while not self.leaving.is_set() and not self.complaints:
            try:
                with self.store.change(Folder, self.folder.id, version) as folder:
                    folder.rename(f"renamed {version}")
                version += 1
                with self.projector.reading() as connection:
                    found = connection.execute(shown).scalar()
                if found != version:
                    self.complaints.append((found, version))
            except Exception as error:  # noqa: BLE001  whatever it is, the test must see it
                self.complaints.append(error)
            self.done += 1


def test_commands_go_on_during_a_rebuild_and_none_fails(
    archive: list[Folder], log: Log, clock: Ticking, new_projector: NewProjector
) -> None:
    rebuilder = new_projector(batch=5)  # small batches, so that there is time for commands
    projectors = [new_projector(), new_projector(), rebuilder]
    officers = [
        Officer(Store(log, clock, TASHKENT, saved=projector.catch_up), projector, folder)
        for projector, folder in zip(projectors, archive, strict=False)
    ]
    for officer in officers:
        officer.start()
    generation = rebuilder._current.place.number

    rebuilder.rebuild()
    during = [officer.done for officer in officers]
    for officer in officers:
        officer.leaving.set()
        officer.join()

    assert [officer.complaints for officer in officers] == [[], [], []]
    assert min(during) > 1, "nobody may wait for the whole of it"
    for projector in projectors:
        projector.work()
    assert {projector._current.place.number for projector in projectors} == {generation + 1}
    assert contents(projectors[0], READ_MODELS) == contents(rebuilder, READ_MODELS)
    assert_rebuilt_equals_kept(rebuilder, READ_MODELS)


def test_only_the_present_generation_and_the_one_before_it_are_kept(
    archive: list[Folder], projector: Projector
) -> None:
    for _ in range(3):
        projector.rebuild()

    with projector._generations.control.reading() as connection:
        listed = connection.execute(BY_NUMBER).all()
    assert [(row.number, row.complete) for row in listed] == [(3, True), (4, True)]


def test_a_rebuild_that_breaks_off_leaves_the_present_read_models(
    archive: list[Folder], store: Store, projector: Projector, new_projector: NewProjector
) -> None:
    present = projector._current.place
    projector._generations.begin(projector._revisions, FOLDERS.metadata, [])  # and then the process is killed

    with store.change(Folder, archive[0].id) as folder:
        folder.rename("Cantabria")

    assert projector._current.place is present
    assert new_projector()._current.place.number == present.number
    assert_rebuilt_equals_kept(projector, READ_MODELS)


def test_two_processes_that_start_on_nothing_fill_one_generation(
    log: Log, clock: Ticking, new_projector: NewProjector
) -> None:
    starting = [threading.Thread(target=new_projector) for _ in range(3)]
    for process in starting:
        process.start()
    for process in starting:
        process.join()

    assert new_projector()._current.place.number == 1


def test_what_is_recorded_at_the_last_moment_of_a_rebuild_shows_when_it_is_done(
    store: Store, new_projector: NewProjector
) -> None:
    class Busy(Diary):
        """A read model during whose rebuild somebody records something, and sees it."""

        record: Callable[[], object] | None = None

        def project(self, connection: Connection, batch: Batch) -> None:
            record, self.record = self.record, None
            if record is not None:
                record()
            super().project(connection, batch)

    busy = Busy()
    projector = new_projector([FolderRegister(), busy])
    store.saved = projector.catch_up
    with store.command() as unit:
        folder = unit.add(Folder.open("Shandong"))

    def rename() -> None:
        with store.change(Folder, folder.id) as again:
            again.rename("Shandong Jianzhu")

    busy.record = rename
    projector.rebuild()

    with projector.reading() as connection:
        assert connection.execute(select(FOLDERS.c.label)).scalar() == "Shandong Jianzhu"

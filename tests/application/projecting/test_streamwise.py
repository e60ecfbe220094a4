"""A generation that other processes help to fill holds what one process would have written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby, pairwise
from uuid import UUID

import pytest

from application.projecting import streamwise
from application.projecting.folding import Folding
from application.projecting.projector import Projector
from application.projecting.streamwise import NewReader, Reader, slices
from application.settings import Settings
from application.store.generations import Generations
from application.store.log import Log, open_log
from application.store.store import Store
from tests.application.conftest import TASHKENT
from tests.application.projecting.conftest import NewProjector
from tests.application.projecting.folders import Labels, observe
from tests.application.read_models import contents
from tests.application.sample import Folder, Ticking

READ_MODELS = (Labels(),)


def a_reader(settings: Settings) -> Reader:
    """What each process that helps opens."""
    return Reader(Store(open_log(settings), Ticking(), TASHKENT), READ_MODELS, {Folder: observe})


def a_broken_reader() -> Reader:
    """A process that cannot open the log."""
    raise OSError("no such file")


@pytest.fixture
def folders(store: Store) -> list[Folder]:
    """Some folders, renamed in a command of their own, in no order of ids."""
    folders = []
    for number in range(30):
        with store.command() as unit:
            folder = unit.add(Folder.open(f"folder {number}"))
            folder.file("a paper")
        with store.change(Folder, folder.id) as again:
            again.rename(f"renamed {number}")
        folders.append(folder)
    return folders


def test_slices_hold_every_stream_once() -> None:
    parts = slices(upto=100_000)

    assert len(parts) > 10
    assert (parts[0].after, parts[-1].through) == (0, 100_000)
    assert all(part.through == later.after for part, later in pairwise(parts))


def test_the_log_gives_the_streams_of_a_slice_whole_and_no_event_after_the_last(
    folders: list[Folder], store: Store
) -> None:
    upto = store.max_position() - 1
    begun = [one.id for one in store.notifications(0, 1000) if one.originator_version == 1]

    found = store.streams(0, begun[9], upto)

    assert [id_ for id_, _ in groupby(UUID(str(one.originator_id)) for one in found)] == [
        one.id for one in folders[:10]
    ]
    assert [one.originator_version for one in found] == 10 * [1, 2, 3]
    assert max(one.id for one in store.streams(begun[9], upto, upto)) == upto


@pytest.fixture
def helped(
    settings: Settings, log: Log, clock: Ticking, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[NewReader], Projector]]:
    """A projector whose few events are enough to call for other processes."""
    monkeypatch.setattr(streamwise, "FEW", 0)
    monkeypatch.setattr(streamwise, "EVENTS_IN_SLICE", 10)
    monkeypatch.setattr(streamwise, "_processors", lambda: 2)
    generations = Generations(settings)

    def new(elsewhere: NewReader) -> Projector:
        store = Store(log, clock, TASHKENT)
        return Projector(store, generations, READ_MODELS, {Folder: observe}, elsewhere=elsewhere)

    yield new
    generations.close()


def test_what_other_processes_read_equals_what_was_kept(
    folders: list[Folder],
    settings: Settings,
    new_projector: NewProjector,
    helped: Callable[[NewReader], Projector],
    caplog: pytest.LogCaptureFixture,
) -> None:
    kept = contents(new_projector(READ_MODELS), READ_MODELS)
    projector = helped(partial(a_reader, settings))

    projector.rebuild()

    assert len(kept["folder_label_known"]) == 2 * len(folders)
    assert contents(projector, READ_MODELS) == kept
    assert caplog.messages == []


def test_if_no_process_can_help_one_does_all_in_the_order_of_the_log(
    folders: list[Folder],
    new_projector: NewProjector,
    helped: Callable[[NewReader], Projector],
    caplog: pytest.LogCaptureFixture,
) -> None:
    kept = contents(new_projector(READ_MODELS), READ_MODELS)
    projector = helped(a_broken_reader)

    projector.rebuild()

    assert contents(projector, READ_MODELS) == kept
    assert any("in the order of the log" in message for message in caplog.messages)


def test_a_command_is_observed_once_and_whole(folders: list[Folder], store: Store) -> None:
    folding = Folding(store, {Folder: observe}, capacity=10)
    first = store.notifications(0, 1)[0].id
    stored = store.streams(0, first, store.max_position())

    batch = folding.batch(stored, streamwise.Interest(READ_MODELS))

    assert [[event.TOPIC for event in step.events] for step in batch.streams[0].steps] == [
        ["folder.opened", "folder.paper_filed"],
        ["folder.renamed"],
    ]

"""A projector for the sample concept on a fresh database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from application.projecting.projection import Projection
from application.projecting.projector import Pace, Projector
from application.settings import Settings
from application.store.generations import Generations
from application.store.log import Log
from application.store.store import Store
from tests.application.conftest import TASHKENT
from tests.application.projecting.folders import Diary, FolderRegister, observe
from tests.application.sample import Folder, Ticking
from tests.databases import Database

READ_MODELS = (FolderRegister(), Diary())

NewProjector = Callable[..., Projector]


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def settings(database: Database) -> Settings:
    return Settings.read(database.environ | {"BITIM_DOCUMENTS": str(database.directory / "documents")})


@pytest.fixture
def new_projector(settings: Settings, log: Log, clock: Ticking) -> Iterator[NewProjector]:
    """A projector as each process has one; all on one database."""
    opened: list[Generations] = []

    def new(projections: Sequence[Projection] = READ_MODELS, **pace: float) -> Projector:
        generations = Generations(settings)
        opened.append(generations)
        projector = Projector(Store(log, clock, TASHKENT), generations, projections, {Folder: observe}, Pace(**pace))
        projector.open()
        return projector

    yield new
    for generations in opened:
        generations.close()


@pytest.fixture
def projector(new_projector: NewProjector) -> Projector:
    return new_projector()


@pytest.fixture
def store(log: Log, clock: Ticking, projector: Projector) -> Store:
    """A store whose commands catch the projector up before they answer."""
    return Store(log, clock, TASHKENT, saved=projector.catch_up)

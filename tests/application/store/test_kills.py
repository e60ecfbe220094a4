"""A process killed at any moment loses nothing that it has acknowledged, and leaves nothing half-stored."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from application.projecting.projector import Projector
from application.settings import Settings
from application.store.generations import Generations
from application.store.log import Log
from application.store.store import Store
from tests.application.projecting.folders import Diary, FolderRegister, observe
from tests.application.read_models import assert_rebuilt_equals_kept
from tests.application.sample import Folder, Hands
from tests.databases import Database

ROOT = Path(__file__).parents[3]
KILLS = 20


def acknowledged_by_victims(settings: dict[str, str]) -> dict[UUID, int]:
    """Kill writers, and give the last version that was acknowledged of each folder."""
    finished = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.application.store.victims", str(KILLS)],
        cwd=ROOT,
        env=settings | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    versions: dict[UUID, int] = defaultdict(int)
    for line in finished.stdout.splitlines():
        id_, version = line.split()
        versions[UUID(id_)] = max(versions[UUID(id_)], int(version))
    return versions


def test_twenty_killed_writers_lose_no_acknowledged_event(log: Log, database: Database) -> None:
    environ = database.environ | {"BITIM_DOCUMENTS": str(database.directory / "documents")}
    settings = Settings.read(environ)
    store = Store(log, Hands(), ZoneInfo("Asia/Tashkent"))

    acknowledged = acknowledged_by_victims(environ)

    assert len(acknowledged) == KILLS + 1
    recorded = store.notifications(0, limit=1_000_000)
    assert all(one.id < other.id for one, other in pairwise(recorded))
    for id_ in {one.originator_id for one in recorded}:
        folder = store.get(Folder, id_)
        assert [event.originator_version for event in store.events(id_)] == [*range(1, folder.version + 1)]
        assert folder.version % 2 == 1, "the events of a command are stored together or not at all"
        assert folder.version >= acknowledged.get(id_, 0)

    read_models = (FolderRegister(), Diary())
    generations = Generations(settings)
    projector = Projector(store, generations, read_models, {Folder: observe})
    kept = assert_rebuilt_equals_kept(projector, read_models)
    generations.close()
    assert len(kept["diary"]) == len(recorded)

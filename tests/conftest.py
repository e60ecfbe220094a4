"""What every test may ask for: a database, the shared samples, and a machine cut off from the network."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import hypothesis
import psycopg
import pytest

from tests import machine, network, postgres
from tests.databases import Database, Kind, Tally, postgresql_database, sqlite_database
from tests.web.fuzzing.telling import Tables

SERVER = pytest.StashKey[ExitStack]()
SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"

hypothesis.settings.register_profile("dev", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_configure(config: pytest.Config) -> None:
    """Cut the network, leave the disk, and bring up the PostgreSQL server of a run in parallel."""
    network.forbid_the_outside()
    machine.work_in_memory()
    if hasattr(config, "workerinput"):
        return
    config.pluginmanager.register(Tally(config))
    config.pluginmanager.register(Tables())
    if config.getoption("numprocesses", None):
        server = config.stash[SERVER] = ExitStack()
        try:
            os.environ["TEST_POSTGRES_DSN"] = server.enter_context(postgres.server())
        except postgres.PostgresMissing:
            return  # each test that needs it will say so


def pytest_unconfigure(config: pytest.Config) -> None:
    """Let the server go."""
    config.stash.get(SERVER, ExitStack()).close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[tuple[psycopg.Connection, str]]:
    """A connection to a PostgreSQL server, allowed to create databases, and the server's address."""
    with ExitStack() as stack:
        try:
            address = stack.enter_context(postgres.server())
        except postgres.PostgresMissing as reason:
            machine.missing(str(reason))
        yield stack.enter_context(psycopg.connect(address, autocommit=True)), address


@pytest.fixture
def new_database(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    record_property: Callable[..., None],
) -> Iterator[Callable[[Kind], Database]]:
    """Make a fresh database of the given kind; for a test that needs two of them, or one kind alone."""
    with ExitStack() as stack:

        def make(kind: Kind) -> Database:
            record_property("database", kind)
            directory = tmp_path_factory.mktemp(kind)
            if kind == "sqlite":
                return sqlite_database(directory)
            server = request.getfixturevalue("postgresql_server")
            return stack.enter_context(postgresql_database(*server, directory))

        yield make


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest, new_database: Callable[[Kind], Database]) -> Database:
    """A fresh, empty database; the test runs once on each kind."""
    return new_database(request.param)


@pytest.fixture
def shared_data() -> Path:
    """The folder of sample data that is kept beside the project, where there is one."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"no sample data: {SHARED_DATA} does not exist")
    return SHARED_DATA

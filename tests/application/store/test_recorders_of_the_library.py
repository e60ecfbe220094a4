"""The library's own test cases for recorders, held by ours."""

from collections.abc import Callable

import pytest
from eventsourcing.persistence import ApplicationRecorder
from eventsourcing.tests import persistence

from tests.application.logs import open_log
from tests.databases import Database, Kind


class OnAFreshDatabase:
    """Opens a log of ours for test cases that know nothing of pytest's fixtures."""

    kind: Kind

    @pytest.fixture(autouse=True)
    def _take_databases(self, new_database: Callable[[Kind], Database]) -> None:
        self.new_database = new_database

    def create_recorder(self) -> ApplicationRecorder:
        log = open_log(self.new_database(self.kind))
        self.addCleanup(log.close)
        return log


class TestSQLiteLog(OnAFreshDatabase, persistence.ApplicationRecorderTestCase):
    kind = "sqlite"


class TestPostgreSQLLog(OnAFreshDatabase, persistence.ApplicationRecorderTestCase):
    kind = "postgresql"


class TestSQLiteLogOrder(OnAFreshDatabase, persistence.NonInterleavingNotificationIDsBaseCase):
    kind = "sqlite"


class TestPostgreSQLLogOrder(OnAFreshDatabase, persistence.NonInterleavingNotificationIDsBaseCase):
    kind = "postgresql"

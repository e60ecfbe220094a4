"""The composition root: the only place that builds things."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from types import TracebackType
from typing import Any, Self

from application.activity.dormancy import Dormancy
from application.adapters.clock import SystemClock
from application.adapters.files import FolderFileStore
from application.adapters.ports import Clock
from application.asking import Times
from application.checking.check import Check
from application.exchange.exporting.exports import Exports
from application.exchange.exporting.history import HistoryExport
from application.exchange.exporting.lists import ListExport
from application.exchange.exporting.restoring import Restore
from application.exchange.importing.deciding import ImportedFiles, Questions
from application.exchange.importing.taking import Imports
from application.health import health
from application.institution.asking import Decisions
from application.institution.commands import InstitutionCommands
from application.memorandum.commands import Memorandums
from application.memorandum.editions import Editions
from application.memorandum.followup import FollowUp
from application.memorandum.forecast import Forecast
from application.memorandum.history import History
from application.memorandum.nightly import Nightly
from application.memorandum.ready import ReadyAnswers
from application.memorandum.register.queries import Register
from application.memorandum.renewals.queries import Renewals
from application.memorandum.sweep import Sweep
from application.mobility.caseload.queries import Caseload
from application.mobility.commands import MobilityCases
from application.mobility.coverage import Coverage
from application.mobility.history import CaseHistory
from application.mobility.history_with_cases import HistoryWithCases
from application.mobility.places import Places
from application.partner.commands import Partners
from application.partner.directory.duplicates import NearDuplicates
from application.partner.directory.merges import Together
from application.partner.directory.queries import PartnerDirectory
from application.partner.history import PartnerHistory
from application.partner.universities import Universities
from application.projecting.projector import Projector
from application.projecting.worker import Worker
from application.read_models import PROJECTIONS, observers, open_reader
from application.request.commands import Requests
from application.request.requests import RequestList
from application.settings import Settings
from application.store.generations import Generations
from application.store.log import open_log
from application.store.repeats import Repeats
from application.store.store import Store
from domain.shared.moment import civil_date


def migrate(settings: Settings) -> None:
    """Make the log's tables, whichever are missing; run by an administrator before the service starts."""
    log = open_log(settings)
    try:
        log.migrate()
    finally:
        log.close()


class Bitim:
    """One running Bitim: the store, the read models, and everything that serves them.

    Args:
        settings: of the installation.
        clock: the one clock; that of the machine outside tests.

    Raises:
        NotMigrated: the log's tables have not been made.
        SettingRefused: the database is not safe.
        Unavailable: a database does not answer.
    """

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        self.settings = settings
        self.clock = clock or SystemClock()
        self.files = FolderFileStore(settings.documents, settings.document_limit)
        log = open_log(settings)
        log.check()
        self.store = Store(log, self.clock, settings.zone)
        self._generations = Generations(settings)
        self.projector = Projector(
            self.store,
            self._generations,
            PROJECTIONS,
            observers(settings.zone),
            elsewhere=partial(open_reader, settings, SystemClock()),
        )
        self.projector.open()
        self.store.saved = self.projector.catch_up
        self._open_commands()
        self._open_questions(Times(self.clock, settings.zone))
        self._workers: tuple[Worker, Nightly] | None = None

    def _open_commands(self) -> None:
        """What can be done."""
        self.memorandums = Memorandums(self.store, self.files)
        self.partners = Partners(self.store, Together(self.projector.reading))
        self.institution = InstitutionCommands(self.store, self.files)
        self.decisions = Decisions(self.store)
        self.requests = Requests(self.store, self.memorandums)
        self.mobility_cases = MobilityCases(self.store)
        self.imported_files = ImportedFiles(self.store)
        self.sweep = Sweep(self.store)
        self.repeats = Repeats(self.store)
        self.check = Check(self.store, self.files, self.projector.health, self.today, self.settings.zone)

    def _open_questions(self, times: Times) -> None:
        """What can be asked."""
        self.register = Register(self.projector.reading, self.store, times)
        self.history = History(self.store, times)
        self.ready = ReadyAnswers(self.projector.reading, self.projector.keeping, self.store, times)
        self.restore = Restore(self.store, self.files)
        self.editions = Editions(self.projector.reading, self.store, times)
        self.renewals = Renewals(self.projector.reading, times)
        self.forecast = Forecast(self.projector.reading, times)
        self.followup = FollowUp(self.projector.reading, times)
        self.partner_history = PartnerHistory(self.store, times)
        self.universities = Universities(self.store, self.files)
        self.near_duplicates = NearDuplicates(self.projector.reading, times)
        self.partner_directory = PartnerDirectory(self.projector.reading, self.store, times)
        self.imports = Imports(self.store, self.files, self.partner_directory, self.register, self.today)
        self.questions = Questions(self.store, times)
        self.request_list = RequestList(self.projector.reading, self.store, times)
        self.case_history = CaseHistory(self.store, times)
        self.history_with_cases = HistoryWithCases(self.projector.reading, self.store, times)
        self.caseload = Caseload(self.projector.reading, self.store, times)
        self.exports = Exports(
            ListExport("register", self.register.list, times),
            ListExport("caseload", self.caseload.list, times),
            HistoryExport(self.store, times),
            times,
        )
        self.places = Places(self.projector.reading, self.store, times)
        self.dormancy = Dormancy(self.projector.reading, times)
        self.coverage = Coverage(self.projector.reading, self.store, times)

    @classmethod
    def open(cls, environ: Mapping[str, str], clock: Clock | None = None) -> Self:
        """The Bitim that these environment variables describe.

        Raises:
            SettingRefused: one is wrong, missing, unknown or unsafe.
        """
        return cls(Settings.read(environ), clock)

    def today(self) -> date:
        """The civil date in the institution's zone."""
        return civil_date(self.clock.now(), self.settings.zone)

    def health(self) -> dict[str, Any]:
        """How it is; see `application.health`."""
        return health(self.store, self.projector)

    def start_workers(self) -> None:
        """Keep the read models level in the background too, and sweep every day; for a service that runs on."""
        if self._workers is None:
            self._workers = Worker(self.projector), Nightly(self.sweep, self.today)
            for worker in self._workers:
                worker.start()

    def close(self) -> None:
        """Stop the workers and let the databases go."""
        for worker in self._workers or ():
            worker.stop()
        self._workers = None
        self._generations.close()
        self.store.log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        self.close()

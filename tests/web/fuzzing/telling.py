"""Tables that tests have made, told at the end of a run, wherever they ran."""

from __future__ import annotations

import pytest


class Tables:
    """Collects what tests have recorded under the name ``table``."""

    def __init__(self) -> None:
        self._tables: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the tables of a test."""
        if report.when == "call":
            self._tables += [str(value) for name, value in report.user_properties if name == "table"]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Tell them."""
        for table in self._tables:
            terminalreporter.section("statuses of each operation")
            terminalreporter.write_line(table)

"""What can be taken out."""

from __future__ import annotations

from dataclasses import dataclass

from application.asking import KnownAt, Times, instant
from application.exchange.exporting.history import HistoryExport
from application.exchange.exporting.lists import ListExport


@dataclass(frozen=True, slots=True)
class Exports:
    """Lists as they stood, and histories as they were recorded; ``times`` reads the times of their questions."""

    register: ListExport
    caseload: ListExport
    history: HistoryExport
    times: Times

    def known(self, known_at: KnownAt = None) -> str:
        """The instant whose knowledge a file shows, as its question says it.

        Raises:
            Invalid: another form, an instant in the future.
        """
        return instant(self.times.instant_known(known_at))

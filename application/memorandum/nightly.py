"""The sweep inside a service that runs on: when it starts, and soon after each midnight of the institution."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import date

from application.errors import Unavailable

LOOK_EVERY = 60.0  # seconds: a machine that slept through midnight, or whose clock was set, is soon level again

log = logging.getLogger(__name__)


class Nightly:
    """A thread that sweeps once on each civil day.

    No answer depends on it; see `Sweep`.

    Args:
        sweep: writes down what time has done.
        today: the civil date in the institution's zone.
        pause: seconds between two looks at the date.
    """

    def __init__(self, sweep: Callable[[], object], today: Callable[[], date], pause: float = LOOK_EVERY) -> None:
        self._sweep, self._today, self._pause = sweep, today, pause
        self._swept: date | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sweep", daemon=True)

    def look(self) -> None:
        """Sweep, unless that has been done today."""
        today = self._today()
        if today == self._swept:
            return
        try:
            self._sweep()
        except Unavailable:
            log.warning("the sweep found the store unavailable; the next try follows", exc_info=True)
        else:
            self._swept = today

    def start(self) -> None:
        """Begin with a first look."""
        self._thread.start()

    def stop(self) -> None:
        """End after the look at hand."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                self.look()
            except Exception:
                log.exception("the sweep failed; the next try follows")
            if self._stopping.wait(self._pause):
                return

"""Keeping the read models level in the background: after other processes' commands, and where one stayed behind."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from application.errors import Unavailable
from application.projecting.projector import Projector

PAUSE = 1.0  # seconds

log = logging.getLogger(__name__)


class Worker:
    """A thread that looks every second whether there is anything to project.

    Commands do not wait for it: they catch up by themselves.
    """

    def __init__(self, projector: Projector, pause: float = PAUSE) -> None:
        self._projector = projector
        self._pause = pause
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="projector", daemon=True)

    def start(self) -> None:
        """Begin; read models that have halted get another try."""
        self._thread.start()

    def stop(self) -> None:
        """End after the batch at hand."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        self._try(self._projector.resume)
        while not self._stopping.is_set():
            self._try(self._projector.work)
            self._stopping.wait(self._pause)

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Unavailable:
            log.warning("a database does not answer; the next try follows", exc_info=True)
        except Exception:
            log.exception("the read models cannot catch up; the next try follows")

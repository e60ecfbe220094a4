"""Every request is answered in time, whatever it waits for: a lock, a disk, a server that says nothing."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask

from application import deadline
from application.errors import OutcomeUnknown, Unavailable
from domain.shared.errors import BitimError
from web import answering

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

GRACE = 1.0  # seconds for saying that time ran out before anything was stored
MOST_HANDS = 100  # of which as many hang as have not answered in time and never will
READING = ("GET", "HEAD", "OPTIONS")

log = logging.getLogger(__name__)


class Task:
    """One request: carried out by a hand while somebody else waits for it.

    Args:
        application: that answers it.
        environ: the request, as WSGI has it.
        seconds: until its deadline.
    """

    def __init__(self, application: WSGIApplication, environ: WSGIEnvironment, seconds: float) -> None:
        self._application, self._environ, self._seconds = application, environ, seconds
        self._over = threading.Lock()
        self._over.acquire()
        self._head: tuple[Any, ...] = ()
        self._body: list[bytes] = []
        self._error: BaseException | None = None

    def carry_out(self) -> None:
        """Have it answered, and keep the answer."""
        try:
            with deadline.within(self._seconds):
                body = self._application(self._environ, self._start)
                try:
                    self._body = list(body)
                finally:
                    getattr(body, "close", lambda: None)()
        except BaseException as error:  # noqa: BLE001  raised where the server waits for it
            self._error = error
        finally:
            self._over.release()

    def _start(self, *head: Any) -> Callable[[bytes], None]:
        self._head = head
        return self._body.append

    def is_over_in(self, seconds: float) -> bool:
        """Wait for the answer, but not for longer."""
        return self._over.acquire(timeout=seconds)

    def answer(self, start_response: StartResponse) -> Iterable[bytes]:
        """The answer that was kept."""
        if self._error is not None:
            raise self._error
        start_response(*self._head)
        return self._body


class Hand(threading.Thread):
    """Carries out one request after the other; handing one over takes some 15 µs."""

    def __init__(self, idle: list[Hand]) -> None:
        super().__init__(name="hand", daemon=True)  # one that hangs does not keep the service from stopping
        self._idle = idle
        self._tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
        self.start()

    def take(self, task: Task) -> None:
        """Carry this one out next."""
        self._tasks.put(task)

    def run(self) -> None:
        """Carry out what comes."""
        while True:
            self._tasks.get().carry_out()
            self._idle.append(self)


class InTime:
    """The application, with a deadline for each of its answers.

    What is late goes on in its hand, but begins to store nothing any more. Whether it had begun, nobody can say.

    Args:
        app: whose requests are to be answered in time.
        seconds: within which.
    """

    def __init__(self, app: Flask, seconds: float) -> None:
        self._app, self._application, self._seconds = app, app.wsgi_app, seconds
        self._idle: list[Hand] = []
        self._hands = 0
        self.most_hands = MOST_HANDS

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        hand = self._free_hand()
        if hand is None:
            return self._late(environ, start_response, Unavailable(what="deadline"))
        task = Task(self._application, environ, self._seconds)
        hand.take(task)
        if task.is_over_in(self._seconds + GRACE):
            return task.answer(start_response)
        log.error("%s %s was not answered in time", environ["REQUEST_METHOD"], environ["PATH_INFO"])
        reading = environ["REQUEST_METHOD"] in READING
        return self._late(environ, start_response, (Unavailable if reading else OutcomeUnknown)(what="deadline"))

    def _free_hand(self) -> Hand | None:
        try:
            return self._idle.pop()
        except IndexError:
            if self._hands >= self.most_hands:
                return None
            self._hands += 1
            return Hand(self._idle)

    def _late(self, environ: WSGIEnvironment, start_response: StartResponse, error: BitimError) -> Iterable[bytes]:
        with self._app.request_context(environ):
            response = self._app.process_response(answering.answer(error))
            return response(environ, start_response)

"""A Bitim whose pages a browser can open."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from werkzeug.serving import make_server

from application.bitim import Bitim
from tests.application.office import open_bitim
from tests.application.sample import Ticking
from tests.databases import sqlite_database
from web.app import create_app


@contextmanager
def a_bitim(folder: Path) -> Iterator[Bitim]:
    """A Bitim in which nothing has been entered, on the day on which the clock of the tests stands."""
    with open_bitim(sqlite_database(folder), Ticking()) as bitim:
        yield bitim


@contextmanager
def served(bitim: Bitim) -> Iterator[str]:
    """The address at which its pages are served, by a thread of this process."""
    server = make_server("127.0.0.1", 0, create_app(bitim), threaded=True)
    thread = threading.Thread(target=server.serve_forever, name="pages")
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

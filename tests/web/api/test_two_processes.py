"""Two processes on one database: a command under one key is carried out by one of them (on both databases)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import ExitStack
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from application.bitim import Bitim, migrate
from application.settings import Settings
from tests.application.logs import nobody_appends
from tests.databases import Database
from tests.web.serving import served

OSH = json.dumps({"name": "Osh State University", "kind": "university", "country": "KG"}).encode()


@pytest.fixture
def addresses(database: Database, tmp_path: Path) -> Iterator[list[str]]:
    """Two services on one database."""
    migrate(Settings.read(database.environ))
    with ExitStack() as services:
        yield [services.enter_context(served(database.environ, tmp_path / "log"))[0] for _ in range(2)]


def register(address: str, key: str) -> tuple[int, str]:
    """Register a partner under a key: the status, and the id or the code of the refusal."""
    headers = {"Bitim-Account": "officer-1", "Idempotency-Key": key, "Content-Type": "application/json"}
    request = Request(f"{address}/api/v1/partners", OSH, headers)  # noqa: S310  a service of our own
    try:
        with urlopen(request) as answer:  # noqa: S310
            return answer.status, json.load(answer)["id"]
    except HTTPError as refusal:
        return refusal.code, json.load(refusal)["code"]


def test_what_one_process_carries_out_is_in_flight_for_the_other(addresses: list[str], database: Database) -> None:
    with ThreadPoolExecutor() as senders:
        with nobody_appends(database):
            sent = {senders.submit(register, address, "monday-1") for address in addresses}
            (refused,), (waiting,) = wait(sent, timeout=30, return_when=FIRST_COMPLETED)
        status, partner = waiting.result()

    assert refused.result() == (409, "key_in_flight")
    assert status == 201
    assert [register(address, "monday-1") for address in addresses] == [(201, partner)] * 2
    with Bitim.open(database.environ) as bitim:
        assert bitim.store.max_position() == 1

"""A client of the API, as another system has one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from application.bitim import Bitim
from domain.memorandum.memorandum import Memorandum
from domain.shared.event import Aggregate
from tests import given
from tests.application.office import keep, nothing_stored

API = "/api/v1"
PROBLEM = {"type", "title", "status", "detail", "code", "accepted", "fields", "data"}


class Desk:
    """Sends commands and questions, and knows what every answer of the API has in common.

    Args:
        client: of the application.
        bitim: behind it.
        account: for which it writes.
    """

    def __init__(self, client: FlaskClient, bitim: Bitim, account: str = given.OFFICER) -> None:
        self.client = client
        self.bitim = bitim
        self.account = account

    def get(self, path: str, **query: Any) -> TestResponse:
        return self.client.get(API + path, query_string=query)

    def send(
        self, path: str, fields: Any = None, *, version: int | str | None = None, key: str | None = None, **options: Any
    ) -> TestResponse:
        """POST a body, JSON unless said otherwise, for this version (or this whole If-Match), under this key."""
        headers = {"Bitim-Account": self.account, **options.pop("headers", {})}
        if version is not None:
            headers["If-Match"] = f'"{version}"' if isinstance(version, int) else version
        if key is not None:
            headers["Idempotency-Key"] = key
        body = options or {"json": fields or {}}
        return self.client.post(API + path, headers=headers, **body)

    def keep(self, *states: Callable[[], Aggregate]) -> Aggregate:
        """Put a state into the register."""
        return keep(self.bitim, *states)

    def memorandum(self, id_: UUID = given.MEMORANDUM) -> Memorandum:
        """A memorandum as it is stored."""
        return self.bitim.store.get(Memorandum, id_)

    @contextmanager
    def storing_nothing(self) -> Iterator[None]:
        with nothing_stored(self.bitim):
            yield


def is_done(response: TestResponse, version: int, status: int = 200) -> None:
    """A command was carried out, and the record has this version now."""
    assert response.status_code == status, response.text
    assert response.json["version"] == version
    assert response.headers["ETag"] == f'"{version}"'
    assert response.mimetype == "application/json"


def is_refused(response: TestResponse, status: int, code: str) -> dict[str, Any]:
    """It is refused, in the one shape; gives the problem."""
    assert (response.status_code, response.json["code"]) == (status, code), response.text
    assert response.mimetype == "application/problem+json"
    assert set(response.json) == PROBLEM
    assert response.json["status"] == status
    assert response.json["type"].endswith(f"#{code}")
    assert response.json["detail"]
    return response.json

"""A client of several workers, as another system has one."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

PATIENCE = 120  # seconds, on a machine that does a lot besides


@dataclass(frozen=True)
class Command:
    """A command, as often as it is sent: where, what, under which key, and on which version."""

    path: str
    fields: Mapping[str, Any]
    key: str
    etag: str | None = None


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    etag: str | None
    body: Any


class Unanswered(Exception):
    """The worker died, or its answer does not say whether the command was carried out."""


def send(address: str, command: Command) -> Answer:
    """Send a command to one worker.

    Raises:
        Unanswered: it may have been carried out, or not.
    """
    headers = {"Content-Type": "application/json", "Bitim-Account": "officer-1", "Idempotency-Key": command.key}
    if command.etag:
        headers["If-Match"] = command.etag
    answer = _ask(address, "POST", command.path, json.dumps(command.fields), headers)
    if answer.status in (409, 503):
        raise Unanswered(answer.body["code"])
    assert answer.status < 300, answer
    return answer


def get(address: str, path: str) -> Answer:
    """Ask one worker.

    Raises:
        Unanswered: it died.
    """
    return _ask(address, "GET", path, None, {})


def _ask(address: str, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    try:
        connection.request(method, f"/api/v1{path}", body, headers)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers["ETag"], json.load(answer))
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unanswered(str(error)) from error
    finally:
        connection.close()

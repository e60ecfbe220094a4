"""The client, the same for both sides: connections that are kept, each with one request at a time.

A process of its own: it reads a plan as JSON from standard input, `{"address": [host, port], "connections": [[...]]}`
with the requests of each connection as `[method, path, headers, body]`, and answers with the seconds that each request
took and all took together. Any status but 2xx ends it.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Request = tuple[str, str, dict[str, str], Any]
ROOM = 1 << 16  # bytes that are taken from a socket at once


@dataclass(frozen=True)
class Load:
    """What came out: seconds of each request, in no order, and of all together."""

    each: Sequence[float]
    together: float

    @property
    def per_second(self) -> float:
        """Requests answered in a second."""
        return len(self.each) / self.together

    def percentile(self, share: float) -> float:
        """The milliseconds within which this share of the requests was answered."""
        return sorted(self.each)[min(len(self.each) - 1, int(len(self.each) * share))] * 1000


def send(address: tuple[str, int], connections: Sequence[Sequence[Request]]) -> Load:
    """Send requests in a process of its own.

    Raises:
        subprocess.CalledProcessError: a request was not answered with 2xx; the client has said which.
    """
    plan = json.dumps({"address": address, "connections": connections})
    command = [sys.executable, "-B", str(Path(__file__))]
    told = subprocess.run(command, input=plan, stdout=subprocess.PIPE, text=True, check=True).stdout
    return Load(**json.loads(told))


class Connection(threading.Thread):
    """One connection, which sends its requests one after the other."""

    def __init__(self, address: Sequence[Any], requests: Sequence[Request]) -> None:
        super().__init__()
        self._socket = socket.create_connection((address[0], address[1]))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._requests = [_bytes(*request) for request in requests]
        self.seconds: list[float] = []
        self.refused: bytes | None = None

    def run(self) -> None:
        """Send them all, or stop at the first that is refused."""
        with self._socket:
            for request in self._requests:
                began = time.perf_counter()
                self._socket.sendall(request)
                head, body = self._answer()
                self.seconds.append(time.perf_counter() - began)
                if head[9:10] != b"2":
                    self.refused = request + b"\n" + head + b"\n" + body
                    return

    def _answer(self) -> tuple[bytes, bytes]:
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._socket.recv(ROOM)
        head, _, body = received.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        parts, there = [body], len(body)
        while there < length:
            parts.append(self._socket.recv(ROOM))
            there += len(parts[-1])
        return head, b"".join(parts)


def _bytes(method: str, path: str, headers: dict[str, str], body: Any) -> bytes:
    content = b"" if body is None else json.dumps(body).encode()
    given = {"Host": "localhost", **headers}
    if body is not None:
        given |= {"Content-Type": "application/json", "Content-Length": str(len(content))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + content


def main() -> None:
    """Carry out the plan."""
    plan = json.load(sys.stdin)
    connections = [Connection(plan["address"], requests) for requests in plan["connections"]]
    began = time.perf_counter()
    for connection in connections:
        connection.start()
    for connection in connections:
        connection.join()
    together = time.perf_counter() - began
    for connection in connections:
        if connection.refused is not None:
            sys.exit(connection.refused.decode(errors="replace")[:3000])
    json.dump({"each": [one for each in connections for one in each.seconds], "together": together}, sys.stdout)


if __name__ == "__main__":
    main()

"""Tests reach nothing outside this machine: whoever tries is refused, and the test fails."""

import ipaddress
import sys


class OutOfReach(Exception):
    """A test tried to reach another machine."""


def forbid_the_outside() -> None:
    """Refuse every connection and look-up of this process that leaves the machine, from now on."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # a unix socket's address is its path
    else:
        return
    if host is not None and not _is_here(str(host)):
        raise OutOfReach(f"a test must not reach {host}")


def _is_here(host: str) -> bool:
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

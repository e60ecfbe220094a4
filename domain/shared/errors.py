"""The ways in which Bitim says no.

    BitimError
    ├── Invalid            a value is not of the form that its field accepts
    ├── Refused            the value is well formed, a rule of agreements forbids the act
    ├── NotFound           nothing of that kind has this id
    └── Conflict           the record has moved on since it was read
        └── Taken          a number that is never issued twice is in use

Errors carry data, never a sentence for people: these are rendered where people read them, from ``code`` and ``data``.
They know nothing of HTTP. Each code has a heading in ``docs/problems.md``.
"""

from __future__ import annotations

from typing import Any


class BitimError(Exception):
    """Anything that Bitim refuses, with a stable code and the data that explains it."""

    code = "error"

    def __init__(self, code: str | None = None, /, **data: Any) -> None:
        if code is not None:
            self.code = code
        self.data = data
        details = ", ".join(f"{name}={value!r}" for name, value in data.items())
        super().__init__(f"{self.code}: {details}" if details else self.code)


class Invalid(BitimError):
    """A value has not the form its field accepts.

    Carries ``field`` (its name), ``value`` (as given, shortened) and ``accepts`` (a code of what would be accepted,
    with its bounds in ``limits``).
    """

    code = "invalid_value"

    def __init__(self, field: str, value: object, accepts: str, **limits: Any) -> None:
        shown = value if isinstance(value, (bool, int, type(None))) else str(value)[:100]
        super().__init__(field=field, value=shown, accepts=accepts, limits=limits)

    @property
    def field(self) -> str:
        """The name of the refused field, with dots for what lies inside (``term.notice``)."""
        return str(self.data["field"])

    def within(self, outer: str) -> Invalid:
        """The same refusal, seen from the field that holds this one."""
        return Invalid(f"{outer}.{self.field}", self.data["value"], self.data["accepts"], **self.data["limits"])


class Refused(BitimError):
    """A rule of agreements forbids the act; the data say which facts stand against it and what would be accepted."""

    code = "refused"


class NotFound(BitimError):
    """Nothing of this kind is in the register under this id."""

    code = "not_found"


class Conflict(BitimError):
    """The record has another version than the one the command was based on."""

    code = "stale_version"


class Taken(Conflict):
    """The reference is in use, now or in the past; references are never issued twice."""

    code = "reference_taken"

"""What a command answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from domain.shared.event import Aggregate


@dataclass(frozen=True, slots=True)
class Done:
    """What was changed, and the version that it has now; the same as before, if nothing changed."""

    id: UUID
    version: int

    @classmethod
    def of(cls, aggregate: Aggregate, **details: Any) -> Self:
        """The answer of a command on this record."""
        return cls(aggregate.id, aggregate.version, **details)


@dataclass(frozen=True, slots=True)
class Begun(Done):
    """A memorandum that was begun; ``reference`` is the number that it was given."""

    reference: str


@dataclass(frozen=True, slots=True)
class Attached(Done):
    """A document that was attached; its bytes are kept under ``sha256``."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Objected(Done):
    """An objection that was recorded; one that is ``late`` stops no renewal."""

    late: bool

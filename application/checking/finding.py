"""What a check finds, and how it looks up the records that others name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from application.store.store import Store
from domain.shared.errors import NotFound
from domain.shared.event import Aggregate

A = TypeVar("A", bound=Aggregate)


class Broken(Exception):
    """A record that another one names cannot be folded."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not agree.

    Args:
        code: what is the matter.
        kind: of the record: ``memorandum``, ``reference``, ``request``, ``mobility_case``, ``place_book``,
            ``imported_file``, ``read_model``; ``stream``, if nobody knows.
        id: of the record.
        data: what explains it.
    """

    code: str
    kind: str
    id: str
    data: dict[str, Any] = field(default_factory=dict)


def found(store: Store, kind: type[A], id_: str) -> A | None:
    """A record that another one names; none, if there is no such record.

    Raises:
        Broken: it cannot be folded, which is a finding of its own stream.
    """
    try:
        return store.get(kind, UUID(id_))
    except NotFound:
        return None
    except Exception as error:  # whatever it is, it is a finding of its own stream
        raise Broken from error

"""Links between memorandums, under a framework or to a successor, lead on to others and never back."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from application.store.store import Store
from domain.memorandum.memorandum import Memorandum
from domain.shared.errors import Refused

_LINKS = {"framework": "framework_id", "successor": "superseded_by"}


def links_of(memorandum: Memorandum) -> dict[str, str]:
    """The ids of the memorandums to which it is linked, by link."""
    return {link: other for link, field in _LINKS.items() if (other := getattr(memorandum, field)) is not None}


def require_no_circle(store: Store, memorandum: Memorandum) -> None:
    """Refuse links by which a memorandum is under itself, or takes over from itself, by way of others.

    Raises:
        Refused: ``linked_in_a_circle``, with the ``link`` and the ``memorandum_id`` to which it leads first.
    """
    for link, other in links_of(memorandum).items():
        if str(memorandum.id) in _beyond(store, link, other):
            raise Refused("linked_in_a_circle", link=link, memorandum_id=other)


def _beyond(store: Store, link: str, first: str) -> Iterator[str]:
    """The memorandums to which such links lead from the first one on, each once."""
    passed: set[str] = set()
    other: str | None = first
    while other is not None and other not in passed:
        passed.add(other)
        other = links_of(store.get(Memorandum, UUID(other))).get(link)
        if other is not None:
            yield other

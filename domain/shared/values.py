"""The values of a record that people see, each under its path, and what changes between two states of it.

A path names a place: ``owner``, ``editions.e1.titles.en``. Of things that may be there any number of times (notes,
documents, signatures) each is a value of its own under one path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


class Changed(NamedTuple):
    """A value before and after; None where there was, or is, no such value."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Values:
    """Single values by path, and collections by path."""

    single: Mapping[str, Any]
    several: Mapping[str, tuple[Any, ...]]


NOTHING = Values({}, {})
"""Ahead of the first event."""


def changes(before: Values, after: Values) -> list[Changed]:
    """What differs between two states, in the order of their paths."""
    found = [
        Changed(path, before.single.get(path), after.single.get(path))
        for path in _paths(before.single, after.single)
        if before.single.get(path) != after.single.get(path)
    ]
    for path in _paths(before.several, after.several):
        held, holds = before.several.get(path, ()), after.several.get(path, ())
        found += [Changed(path, item, None) for item in _without(held, holds)]
        found += [Changed(path, None, item) for item in _without(holds, held)]
    return found


def _paths(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys((*after, *before)))


def _without(items: tuple[Any, ...], others: tuple[Any, ...]) -> list[Any]:
    """The items that the others lack, each as often as it is missing there."""
    rest = list(others)
    missing = []
    for item in items:
        if item in rest:
            rest.remove(item)
        else:
            missing.append(item)
    return missing

"""What changed from one edition to another, part by part.

A part that was not known before is not an addition: it has become known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from domain.memorandum.content import PARTS, Content
from domain.memorandum.wordings import compare_texts

Change = dict[str, Any]
"""``part``, ``change`` (added, removed, changed, now_known, not_known), the values ``before`` and ``after``, and which
one of several: ``language`` of titles and texts, ``party_id``, ``area``. A text has ``clauses`` instead of values."""


def compare(old: Content, new: Content) -> list[Change]:
    """What changed, in the order of the parts of a content; nothing where both say the same."""
    found: list[Change] = []
    for part in PARTS:
        if old[part] != new[part]:
            found += _COMPARERS[part](part, old[part], new[part])
    return found


def _single(part: str, before: Any, after: Any) -> Iterator[Change]:
    change = _not_told(before, after) or "changed"
    yield {"part": part, "change": change, "before": before, "after": after}


def _stated_or_not(part: str, before: Any, after: Any) -> Iterator[Change]:
    """What is not stated is none: without a day, an edition takes effect by rule; without conditions, nobody counts."""
    if before or after:
        change = "added" if not before else "removed" if not after else "changed"
        yield {"part": part, "change": change, "before": before, "after": after}


def _by_language(part: str, before: Any, after: Any) -> Iterator[Change]:
    yield from _by_key({"part": part}, "language", before or {}, after or {}, _not_told(before, after))


def _texts(part: str, before: Any, after: Any) -> Iterator[Change]:
    for change in _by_language(part, before, after):
        old, new = change.pop("before"), change.pop("after")
        yield {**change, "clauses": compare_texts(old or "", new or "")}


def _areas(part: str, before: Any, after: Any) -> Iterator[Change]:
    held, holds = ({area["area"]: area["fields"] for area in areas or ()} for areas in (before, after))
    yield from _by_key({"part": part}, "area", held, holds, _not_told(before, after))


def _by_key(
    base: Change, name: str, held: Mapping[str, Any], holds: Mapping[str, Any], not_told: str | None
) -> Iterator[Change]:
    """The entries of a part that differ."""
    for key in dict.fromkeys((*held, *holds)):
        old, new = held.get(key), holds.get(key)
        if old != new:
            told = "changed" if key in held and key in holds else "added" if key in holds else "removed"
            yield {**base, name: key, "change": not_told or told, "before": old, "after": new}


def _parties(part: str, before: Any, after: Any) -> Iterator[Change]:
    """Parties are the same by their partner; the id of a party helps where it was not yet named."""
    not_told = _not_told(before, after)
    rest = list(after or ())
    for old in before or ():
        new = next((party for party in rest if _same_party(old, party)), None)
        if new is not None:
            rest.remove(new)
        if new is None or _without_id(old) != _without_id(new):
            change = not_told or ("changed" if new else "removed")
            yield {
                "part": part,
                "party_id": old["party_id"],
                "change": change,
                "before": dict(old),
                "after": new and dict(new),
            }
    for new in rest:
        change = not_told or "added"
        yield {"part": part, "party_id": new["party_id"], "change": change, "before": None, "after": dict(new)}


def _same_party(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    if old["partner_id"] and new["partner_id"]:
        return bool(old["partner_id"] == new["partner_id"])
    return bool(old["party_id"] == new["party_id"])


def _without_id(party: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in party.items() if name != "party_id"}


def _not_told(before: Any, after: Any) -> str | None:
    """What may be said of a part that one of the editions leaves unknown; nothing, if both tell it."""
    if before is None:
        return "now_known"
    return "not_known" if after is None else None


_COMPARERS: dict[str, Callable[[str, Any, Any], Iterator[Change]]] = {
    "titles": _by_language,
    "texts": _texts,
    "parties": _parties,
    "areas": _areas,
    "term": _single,
    "effective_on": _stated_or_not,
    "conditions": _stated_or_not,
}

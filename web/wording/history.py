"""The history as a person reads it: one sentence for each event, with what was before and after.

An *entry* is one event as the history keeps it: ``topic``, ``version``, ``data`` (the event's own fields), ``changes``
(``{"path", "before", "after"}``), ``standings`` (the days whose standing it changed), the act (``occurred_on``,
``certainty``, ``recorded_at``, ``actor``, ``source``, ``reason``), and what later entries made of it (``corrected_by``,
``retracted_by``, ``untrue``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from web.wording import dates, fields, paths, values
from web.wording.events import SENTENCES
from web.wording.language import capital, small
from web.wording.language import gettext as _
from web.wording.names import Names

Entry = Mapping[str, Any]

__all__ = ["SENTENCES", "Change", "changes", "remarks", "sentence", "standings"]


_MAKING_KNOWN = {"memorandum.edition_recorded", "memorandum.stub_completed"}
"""What tells of something that was there before, unknown."""


@dataclass(frozen=True, slots=True)
class Change:
    """A place with its values before and after, as people read them; ``was`` says whether there was one before."""

    label: str
    before: str
    after: str
    was: bool = True


def sentence(entry: Entry, names: Names) -> str:
    """What happened, as it was recorded."""
    return SENTENCES[entry["topic"]](entry["data"], names)


def changes(entry: Entry, names: Names) -> list[Change]:
    """What it changed, before and after; from nothing to nothing is not told."""
    unknown = entry["topic"] in _MAKING_KNOWN
    return [
        Change(paths.label(path, names), *paths.pair(path, before, after, names, unknown=unknown), before is not None)
        for path, before, after in _united(entry.get("changes") or ())
        if not (_nothing(before) and _nothing(after))
    ]


def _nothing(value: Any) -> bool:
    return value is None or value == ""  # no list: an area that no field of study limits is one


def _united(changes: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Any, Any]]:
    """The changes by place; where one thing went and one came, both as one: a signature that reads otherwise now."""
    by_place: dict[str, list[Mapping[str, Any]]] = {}
    for change in changes:
        by_place.setdefault(change["path"], []).append(change)
    for path, several in by_place.items():
        match several:
            case [{"before": before, "after": None}, {"before": None, "after": after}]:
                yield path, before, after
            case _others:
                yield from ((path, change["before"], change["after"]) for change in several)


def standings(entry: Entry) -> list[str]:
    """The days whose standing it changed, one sentence each."""
    return [
        _(
            "%(days)s: %(after)s; before, %(before)s.",
            days=capital(dates.span(change["first"], change["until"])),
            after=_standing(change["after"]),
            before=_standing(change["before"]),
        )
        for change in entry.get("standings") or ()
        if change["after"] != change["before"]  # undetermined before and after: other candidates
    ]


def remarks(entry: Entry, names: Names) -> list[str]:
    """What later entries made of it, and what it did not achieve."""
    said = [_corrected(correction, names) for correction in entry.get("corrected_by") or ()]
    if entry.get("retracted_by"):
        said.append(_("Retracted by entry %(version)d: it did not happen.", version=entry["retracted_by"]))
    if entry.get("untrue"):
        said.append(_("As is known now, this did not come to pass."))
    if entry["topic"] == "memorandum.objected" and not entry.get("standings"):
        said.append(_("It came too late to stop a renewal, or the end was fixed already."))
    return said


def _corrected(correction: Mapping[str, Any], names: Names) -> str:
    values_said = {
        "version": correction["version"],
        "field": fields.label(correction["field"]),
        "value": fields.value(correction["field"], correction.get("value"), names),
    }
    if correction.get("holds", True):
        return _("Corrected by entry %(version)d: %(field)s reads %(value)s.", **values_said)
    return _("Corrected by entry %(version)d, which was itself corrected: %(field)s read %(value)s.", **values_said)


def _standing(code: str | None) -> str:
    return small(values.standing(code))

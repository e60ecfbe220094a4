"""A memorandum as one row of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from web.wording import dates, stages, standing, values
from web.wording.language import listing
from web.wording.names import Names
from web.wording.titles import Title, others_of, title


@dataclass(frozen=True, slots=True)
class Row:
    """One memorandum.

    Args:
        memorandum_id: for the link.
        reference, kind, owner, parties: in words.
        title: in the reader's language, or the next best.
        standing: its code, which chooses the mark.
        word, limit: the standing in a word, and what limits it.
        objection: the last day to object, in words; empty where there is none, or it has passed.
        note: what the list adds to it (a countdown, what is awaited).
        archived: whether it is in the archive.
    """

    memorandum_id: str
    reference: str
    kind: str
    owner: str
    parties: str
    title: Title
    standing: str
    word: str
    limit: str
    objection: str
    note: str = ""
    archived: bool = False


def row(given: Mapping[str, Any], day: date, note: str = "") -> Row:
    """The row of a memorandum.

    Args:
        given: as the register lists it.
        day: the day asked about.
        note: what the list adds.
    """
    edition, last = given.get("edition"), given.get("objection_on")
    return Row(
        memorandum_id=given["id"],
        reference=given["reference"],
        kind=values.kind(given["kind"]),
        owner=values.person(given["owner"]),
        parties=listing(others_of(edition)),
        title=title(edition, given["kind"]),
        standing=given["standing"],
        word=values.standing(given["standing"]),
        limit=standing.limit(given),
        objection=dates.day(last) if last and last >= day.isoformat() else "",
        note=note,
        archived=given["archived"],
    )


def waits_for(given: Mapping[str, Any], awaited: list[Mapping[str, Any]]) -> str:
    """What a working text waits for."""
    names = Names.of([given["edition"]] if given.get("edition") else [])
    return stages.awaited(awaited, names)

"""What every page of one memorandum begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from web.wording import values
from web.wording.titles import Title, titles


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a memorandum, and how much there is to read of it."""

    memorandum_id: str
    reference: str
    kind: str
    titles: list[Title]
    archived: bool
    entries: int
    editions: int


def head(document: Mapping[str, Any]) -> Head:
    """The head of a memorandum; without a name, where nothing of it was recorded by then."""
    known = bool(document["reference"])
    return Head(
        memorandum_id=document["id"],
        reference=document["reference"] or "",
        kind=values.kind(document["kind"]) if known else "",
        titles=titles(document["edition"], document["kind"]) if known else [],
        archived=bool(document["archived"]),
        entries=document["version_known"] or 0,
        editions=sum(1 for edition in document["editions"] if not edition["withdrawn"]),
    )

"""The text of editions: its clauses, and how they differ, clause by clause and word by word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from web.wording import changes, values
from web.wording.names import Names


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language, clause by clause."""

    tag: str
    language: str
    clauses: list[str]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it changed; ``words`` are (change, text), for a clause that was worded anew."""

    change: str
    text: str
    words: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A text in one language that changed: its clauses, those that stayed included."""

    tag: str
    language: str
    clauses: list[Clause]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one edition to another."""

    old: str
    new: str
    sentences: list[str]
    texts: list[ChangedText]


def texts(given: Mapping[str, str] | None) -> list[Text]:
    """The texts of an edition that have been written."""
    return [
        Text(tag, values.language(tag), [clause for clause in text.split("\n\n") if clause.strip()])
        for tag, text in (given or {}).items()
        if text.strip()
    ]


def difference(given: Sequence[Mapping[str, Any]], names: Names, old: str, new: str) -> Difference:
    """What changed, in sentences, and for texts clause by clause.

    Args:
        given: the changes.
        names: what ids are called.
        old, new: what the editions are called.
    """
    return Difference(
        old,
        new,
        changes.sentences(given, names),
        [_text(change) for change in given if change["part"] == "texts" and change.get("clauses")],
    )


def _text(change: Mapping[str, Any]) -> ChangedText:
    return ChangedText(
        change["language"], values.language(change["language"]), [_clause(clause) for clause in change["clauses"]]
    )


def _clause(given: Mapping[str, Any]) -> Clause:
    text = given["before"] if given["change"] == "removed" else given["after"]
    return Clause(given["change"], text or "", [(word["change"], word["text"]) for word in given.get("words") or ()])

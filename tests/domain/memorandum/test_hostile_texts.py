"""Hostile strings in every text of a memorandum: stored as they are, or refused by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from domain.memorandum.memorandum import Memorandum
from domain.shared.act import Act, Source
from domain.shared.errors import Invalid
from tests import given
from tests.domain.shared.test_text import as_stored

ID = given.MEMORANDUM


def drafted(**parts: Any) -> Memorandum:
    details = {"reference": "MOU-1", "owner": "employee-7", "kind": "other", "content": given.a_content()}
    return Memorandum.draft(given.an_act(), memorandum_id=ID, **{**details, **parts})


def said(memorandum: Memorandum, verb: str, act: Act | None = None, **fields: Any) -> Any:
    """The event by which a command records something."""
    getattr(memorandum, verb)(act or given.an_act(), **fields)
    return memorandum.recorded[-1]


def signed(**fields: str) -> Any:
    memorandum = given.an_approved_draft()
    return said(memorandum, "sign", edition_id="e1", party_id="p1", **{"signatory": "A", "office": "", **fields})


def attached(**fields: Any) -> Any:
    document = {"filename": "scan.pdf", "media_type": "application/pdf", "size": 1, "sha256": "ab" * 32, **fields}
    return said(given.a_drafted_memorandum(), "attach_document", edition_id="e1", **document)


def noted_by(act: Act) -> Any:
    return said(given.a_drafted_memorandum(), "note", act, note="Seen.")


def with_party(**party: str) -> Any:
    sides = [given.parties()[0], {"counterparty": "a company", "ours": False, **party}]
    return drafted(content=given.a_content(parties=sides)).recorded[0]


ENTRIES: dict[str, Callable[[str], str]] = {
    "titles.en": lambda typed: drafted(content=given.a_content(titles={"en": typed})).recorded[0].titles["en"],
    "texts.en": lambda typed: drafted(content=given.a_content(texts={"en": typed})).recorded[0].texts["en"],
    "owner": lambda typed: drafted(owner=typed).recorded[0].owner,
    "reference": lambda typed: drafted(reference=typed).recorded[0].reference,
    "parties.1.unit": lambda typed: with_party(unit=typed).parties[1]["unit"],
    "parties.1.counterparty": lambda typed: with_party(counterparty=typed).parties[1]["counterparty"],
    "signatory": lambda typed: signed(signatory=typed).signatory,
    "office": lambda typed: signed(office=typed).office,
    "place": lambda typed: signed(place=typed).place,
    "filename": lambda typed: attached(filename=typed).filename,
    "label": lambda typed: attached(label=typed).label,
    "note": lambda typed: said(given.a_drafted_memorandum(), "note", note=typed).note,
    "actor": lambda typed: noted_by(given.an_act(actor=typed)).actor,
    "reason": lambda typed: noted_by(given.an_act(reason=typed)).reason,
    "source.title": lambda typed: noted_by(given.an_act(source=Source(typed))).source["title"],
    "source.passage": lambda typed: noted_by(given.an_act(source=Source("Scan", passage=typed))).source["passage"],
}
"""Enters a text into a field, and gives what was stored."""


@pytest.fixture
def hostile(shared_data: Path) -> list[str]:
    return [str(typed) for typed in json.loads((shared_data / "text" / "blns.json").read_text(encoding="utf-8"))]


@pytest.mark.parametrize("field", ENTRIES)
def test_each_hostile_string_is_stored_as_it_is_or_refused_by_name(field: str, hostile: list[str]) -> None:
    stored = 0
    for typed in hostile:
        with_refusal = refusal_of(field, typed)
        assert with_refusal in (None, field, field.rpartition(".")[0]), typed
        stored += with_refusal is None

    assert stored > 100


def refusal_of(field: str, typed: str) -> str | None:
    """The name of the refused field; none where the text was stored, and then as it is."""
    try:
        stored = ENTRIES[field](typed)
    except Invalid as refusal:
        return refusal.field
    assert stored == as_stored(typed)
    assert json.loads(json.dumps(stored, ensure_ascii=False).encode()) == stored
    return None


@pytest.mark.parametrize(
    ("field", "most"),
    [
        ("titles.en", 300),
        ("owner", 100),
        ("reference", 60),
        ("parties.1.unit", 200),
        ("parties.1.counterparty", 200),
        ("signatory", 200),
        ("office", 200),
        ("place", 200),
        ("filename", 200),
        ("label", 200),
        ("note", 10_000),
        ("actor", 100),
        ("reason", 2000),
        ("source.title", 300),
        ("source.passage", 2000),
    ],
)
def test_a_text_at_its_bound_is_stored_and_beyond_it_refused_by_name(field: str, most: int) -> None:
    assert refusal_of(field, "x" * most) is None
    assert refusal_of(field, "x" * (most + 1)) == field

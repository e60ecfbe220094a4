"""The question that a file answers, in words, as it stands in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from web.wording import cases, fields, values
from web.wording.language import current, listing
from web.wording.language import gettext as _
from web.wording.names import Names

Pairs = list[tuple[str, str]]


def question_shown(what: str, question: Mapping[str, Any], rows: int) -> Pairs:
    """What was asked, when, and in which language; the number of rows comes last."""
    return [
        (_("What"), what),
        *((_label(name), _value(name, value)) for name, value in question.items()),
        (_("Language"), values.language(current().code)),
        (_("Rows"), str(rows)),
    ]


def _label(name: str) -> str:
    labels = {
        "as_of": _("As of"),
        "known_at": _("As known at"),
        "q": _("In which is found"),
        "ends_before": _("Period ends before"),
        "archived": _("Archive"),
        "memorandums": _("Memorandums"),
        "cases": _("Mobility cases"),
        "person": _("Person"),
    }
    return labels.get(name) or fields.label(name)


def _value(name: str, value: Any) -> str:
    if name == "overdue":
        return _("overdue ones alone") if value else _("overdue or not")
    if name == "archived":
        return _("archived ones alone") if value else _("without archived ones")
    if isinstance(value, str):
        return _word(name, value)
    return listing([_word(name, one) for one in value]) if isinstance(value, Sequence) else str(value)


def _word(name: str, code: str) -> str:
    said = {
        "standing": values.standing,
        "stage": lambda stage: fields.value("stage", stage, Names()),
        "purpose": cases.purpose,
        "direction": cases.direction,
        "funder": cases.funder,
        "kind": values.kind,
        "country": values.country,
        "area": values.area,
        "owner": values.person,
    }.get(name)
    return said(code) if said else code

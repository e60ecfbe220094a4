"""Going beyond the places that a memorandum grants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.shared.errors import Invalid
from domain.shared.text import code, paragraph


def parse_override(value: Any, field: str = "override") -> dict[str, str] | None:
    """In which role somebody goes beyond the places granted, and why; none if nobody does.

    Raises:
        Invalid: not of this form, or no reason.
    """
    if value is None:
        return None
    if not isinstance(value, Mapping) or set(value) != {"role", "reason"}:
        raise Invalid(field, value, "override")
    reason = paragraph(value["reason"], f"{field}.reason", 2000)
    if not reason:
        raise Invalid(f"{field}.reason", value["reason"], "required")
    return {"role": code(value["role"], f"{field}.role"), "reason": reason}

"""Amounts with decimals, as events keep them: text such as ``1200.50``, so that no cent is lost in storing."""

from __future__ import annotations

import re
from typing import Any

from domain.shared.errors import Invalid

_FORM = re.compile(r"0*([0-9]{1,12}(?:\.[0-9]{1,2})?)")


def amount(value: Any, field: str = "amount") -> str:
    """An amount of money or of credits: not negative, two decimals at most.

    Raises:
        Invalid: not a number of this form; as text or as a whole number.
    """
    given = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    form = _FORM.fullmatch(given) if isinstance(given, str) else None
    if form is None:
        raise Invalid(field, value, "amount")
    whole, _dot, cents = form[1].partition(".")
    decimals = cents.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole

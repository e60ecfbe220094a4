"""Whether the day or the month comes first in a column: decided by what the column itself shows, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from application.exchange.importing.readings.dates import Order

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(?:de\s+)?(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"\d{4}-(\d\d)-(\d\d)")
_LEAST_SHARE = 0.2
"""Of days spread over the year three in five lie after the 12th: a column in which fewer than one numeric date in five
shows its order was written in two orders, or is no column of days."""
_LEAST_MANGLED = 5
"""By chance, five typed days all lie before the 13th, and five written ones all after it, once in 1,200 columns."""


@dataclass(frozen=True, slots=True)
class OrderEvidence:
    """What a column shows.

    Args:
        order: what comes first; none if the column does not show it, or shows both.
        day_first, month_first: how many dates can be read in this one order only.
        open: how many can be read in both.
        mangled: whether a spreadsheet seems to have taken days for months in what it knew as dates: these all lie
            before the 13th, and what it left as text all after the 12th.
    """

    order: Order | None
    day_first: int = 0
    month_first: int = 0
    open: int = 0
    mangled: bool = False


def order_of(cells: Iterable[str]) -> OrderEvidence:
    """What the cells of one column show of the order of day and month."""
    day_first = month_first = open_ = 0
    typed: list[int] = []
    for cell in cells:
        typed += [int(day) for _month, day in _ISO.findall(cell)]
        for first, second, _year in _NUMERIC.findall(cell):
            day_first += int(first) > 12 >= int(second)
            month_first += int(second) > 12 >= int(first)
            open_ += int(first) <= 12 and int(second) <= 12 and first.lstrip("0") != second.lstrip("0")
    shown, mangled = day_first + month_first, False
    if len(typed) >= _LEAST_MANGLED and shown >= _LEAST_MANGLED and not open_:
        mangled = max(typed) <= 12
    if (day_first and month_first) or not shown or shown < _LEAST_SHARE * (shown + open_):
        return OrderEvidence(None, day_first, month_first, open_, mangled)
    return OrderEvidence("day_first" if day_first else "month_first", day_first, month_first, open_, mangled)

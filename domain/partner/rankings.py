"""The ranks that a partner has in published tables, by edition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from domain.shared.errors import Invalid

LOWEST_RANK = 100_000
_EDITION = re.compile(r"(19|20)[0-9]{2}(/[0-9]{4})?")


@dataclass(frozen=True, slots=True)
class Ranking:
    """A rank in one edition of a table.

    Args:
        table: whose ranks they are, such as ``QS`` or ``THE``.
        edition: its year, ``2024``, or its years, ``2023/2024``.
        rank: the rank, or the best one of a band; none, if the table does not rank it.
        rank_to: the last one of a band; none, if the rank is exact.
        published_on: the day on which the edition came out, partial; none if it is not known.
    """

    table: str
    edition: str
    rank: int | None
    rank_to: int | None
    published_on: str | None


def edition_of(value: Any, field: str = "edition") -> str:
    """The edition of a table.

    Raises:
        Invalid: neither a year nor two.
    """
    if not isinstance(value, str) or not _EDITION.fullmatch(value):
        raise Invalid(field, value, "edition")
    return value


def rank_of(value: Any, field: str = "rank") -> int | None:
    """A rank; none for what a table does not rank.

    Raises:
        Invalid: not a whole number from 1 to 100000.
    """
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= LOWEST_RANK:
        raise Invalid(field, value, "between", minimum=1, maximum=LOWEST_RANK)
    return value


def band_end(rank: int | None, value: Any, field: str = "rank_to") -> int | None:
    """The last rank of a band that begins at ``rank``.

    Raises:
        Invalid: before the first one, or without one.
    """
    last = rank_of(value, field)
    if last is not None and (rank is None or last < rank):
        raise Invalid(field, value, "between", minimum=rank or 1, maximum=LOWEST_RANK)
    return last

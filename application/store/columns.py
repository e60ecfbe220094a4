"""Types of columns that both databases keep alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Dialect
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

FOREVER = datetime.max.replace(tzinfo=UTC)
"""The end of what has not ended: an upper bound later than every instant that is ever recorded."""


class Instant(TypeDecorator[datetime]):
    """An instant in UTC, kept as microseconds since 1970: exact, small, in order, and the same on both databases.

    SQLite has no type for instants, and SQLAlchemy's drops the offset there without a word.
    """

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """The instant as it is kept.

        Raises:
            TypeError: the instant has no offset.
        """
        return None if value is None else (value - EPOCH) // MICROSECOND

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The instant that was kept."""
        return None if value is None else EPOCH + value * MICROSECOND

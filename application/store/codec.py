"""How an event's fields become bytes: JSON, in which a value new to JSON carries the name of its type."""

from __future__ import annotations

from datetime import date

from eventsourcing.persistence import DatetimeAsISO, DecimalAsStr, JSONTranscoder, Transcoding, UUIDAsHex


class DateAsISO(Transcoding):
    """A civil date, `2023-09-14`."""

    type = date
    name = "date_iso"

    def encode(self, obj: date) -> str:
        """The date as ISO 8601 writes it."""
        return obj.isoformat()

    def decode(self, data: str) -> date:
        """The date that was written."""
        return date.fromisoformat(data)


def new_transcoder() -> JSONTranscoder:
    """The library's own transcoder with every type that a field of an event may have.

    Faster codecs were left aside: they turn ids and dates into strings without a word.
    """
    transcoder = JSONTranscoder()
    for transcoding in (UUIDAsHex(), DecimalAsStr(), DatetimeAsISO(), DateAsISO()):
        transcoder.register(transcoding)
    return transcoder

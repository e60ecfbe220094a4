"""How an event's fields become bytes: JSON, in which a value new to JSON carries the name of its type."""

from __future__ import annotations

from datetime import date
from typing import Any

import orjson
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


class EventTranscoder(JSONTranscoder):
    """The library's own transcoder, which reads the common event faster: one with no typed value but its timestamp."""

    def decode(self, data: bytes) -> Any:
        """The fields that were written."""
        if data.startswith(_STAMPED) and data.count(_TYPED) == 1:
            fields = orjson.loads(data)
            stamp = fields["timestamp"]
            fields["timestamp"] = self.names[stamp["_type_"]].decode(stamp["_data_"])
            return fields
        return super().decode(data)


_TYPED = b'"_type_"'
_STAMPED = b'{"timestamp":{"_type_"'


def new_transcoder() -> JSONTranscoder:
    """A transcoder with every type that a field of an event may have.

    Nothing faster writes the events: other codecs turn ids and dates into strings without a word.
    """
    transcoder = EventTranscoder()
    for transcoding in (UUIDAsHex(), DecimalAsStr(), DatetimeAsISO(), DateAsISO()):
        transcoder.register(transcoding)
    return transcoder

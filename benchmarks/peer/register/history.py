"""The history of a memorandum: every historical row of it and of what belongs to it, with what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from register.models import Edition, Memorandum, Note, Party

_OF_HISTORY = {"history_id", "history_date", "history_change_reason", "history_type", "history_user_id", "_state"}


def entries(memorandum: Memorandum) -> list[dict[str, Any]]:
    """All entries, oldest first; each kind of record is asked for once."""
    id_ = memorandum.pk
    found: list[dict[str, Any]] = []
    editions = list(Edition.history.filter(memorandum_id=id_).order_by("history_id"))
    parties = Party.history.filter(edition_id__in={edition.id for edition in editions}).order_by("history_id")
    found += _of("memorandum", Memorandum.history.filter(id=id_).order_by("history_id"))
    found += _of("edition", editions)
    found += _of("party", parties)
    found += _of("note", Note.history.filter(memorandum_id=id_).order_by("history_id"))
    found.sort(key=lambda entry: entry["recorded_at"])
    return found


def _of(what: str, rows: Iterable[Any]) -> Iterator[dict[str, Any]]:
    before: dict[Any, dict[str, Any]] = {}
    for row in rows:
        values = {name: value for name, value in vars(row).items() if name not in _OF_HISTORY}
        former = before.get(row.id, {})
        changed = [name for name, value in values.items() if former.get(name) != value]
        before[row.id] = values
        yield {
            "what": what,
            "id": str(row.id),
            "recorded_at": row.history_date.isoformat(),
            "type": row.history_type,
            "reason": row.history_change_reason,
            "changes": [
                {"field": name, "before": _plain(former.get(name)), "after": _plain(values[name])} for name in changed
            ],
        }


def _plain(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value if value is None or isinstance(value, (str, int, bool, list, dict)) else str(value)

"""What a record names must be in the register: partners, memorandums, kinds.

The rule is held against what a command is about to store, so that no command can forget it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from application.institution.decisions import require_kind
from application.store.store import Store, Unit
from domain.memorandum.memorandum import Memorandum
from domain.partner.partner import Partner
from domain.shared.correction import Correction
from domain.shared.errors import NotFound
from domain.shared.event import Aggregate

_RECORDS: dict[str, tuple[type[Aggregate], str]] = {
    "partner_id": (Partner, "partner_not_found"),
    "successor_id": (Partner, "partner_not_found"),
    "survivor_id": (Partner, "partner_not_found"),
    "framework_id": (Memorandum, "memorandum_not_found"),
    "by_memorandum_id": (Memorandum, "memorandum_not_found"),
    "memorandum_id": (Memorandum, "memorandum_not_found"),
}


def require_named(store: Store, aggregate: Aggregate, unit: Unit | None = None) -> None:
    """Refuse what a command is about to store if it names something that is not in the register.

    Args:
        store: of what is in the register.
        aggregate: what is about to be stored.
        unit: the command, if it makes what is named together with what names it.

    Raises:
        NotFound: ``partner_not_found`` or ``memorandum_not_found``, with the ``field`` and the ``id``.
        Invalid: a memorandum of a kind that neither every institution has nor ours has defined.
    """
    for event in aggregate.pending_events:
        for name, value in _values(event):
            field = "value" if isinstance(event, Correction) else name
            if name == "kind" and isinstance(aggregate, Memorandum):
                require_kind(store, value, field)
            for place, kind_of_id, id_ in _ids(name, field, value):
                if unit is None or not unit.holds(UUID(id_)):
                    _require_record(store, place, kind_of_id, id_)


def _values(event: Any) -> Iterator[tuple[str, Any]]:
    """The fields that an event sets; of a correction, the field that it corrects."""
    if isinstance(event, Correction):
        yield event.field, event.value
        return
    yield from vars(event).items()
    yield from getattr(event, "changes", {}).items()


def _ids(name: str, field: str, value: Any) -> Iterator[tuple[str, str, str]]:
    """The ids in a field: where each stands, which kind of id it is, and the id."""
    if name in _RECORDS and value:
        yield field, name, value
    elif name == "parties":
        for index, party in enumerate(value or []):
            if party["partner_id"]:
                yield f"{field}.{index}.partner_id", "partner_id", party["partner_id"]
    elif name == "funding":
        several = value if isinstance(value, list) else [value]
        yield from ((f"{field}.partner_id", "partner_id", one["partner_id"]) for one in several if one["partner_id"])


def _require_record(store: Store, field: str, kind_of_id: str, id_: str) -> None:
    kind, code = _RECORDS[kind_of_id]
    try:
        store.get(kind, UUID(id_))
    except NotFound:
        raise NotFound(code, field=field, id=id_) from None

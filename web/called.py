"""What the ids in a history are called, also those of what is no longer in the memorandum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from application.bitim import Bitim
from application.plain import to_json
from web.wording.names import Names

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Entries = Iterable[Mapping[str, Any]]


def names_in_history(bitim: Bitim, editions: Entries, told: Entries, **asked: Any) -> Names:
    """The names for the entries of a history: those that its editions bring along, and those that entries name.

    Args:
        bitim: that is asked.
        editions: of the memorandum.
        told: the entries.
        asked: ``known_at``, where not all that is known counts.
    """
    names, entries = Names.of(editions), list(told)
    ids = set(_ID.findall(to_json(entries)))
    return replace(
        names,
        partners={**bitim.partner_directory.own_names(ids, **asked), **names.partners},
        parties={**_parties_named(entries), **names.parties},
        memorandums=bitim.register.references(ids, **asked),
    )


def _parties_named(value: Any) -> dict[str, Mapping[str, Any]]:
    """The parties by id that are described anywhere in what is told."""
    found: dict[str, Mapping[str, Any]] = {}
    if isinstance(value, Mapping):
        if "party_id" in value and "partner_id" in value:
            found[value["party_id"]] = value
        value = value.values()
    elif not isinstance(value, list):
        return found
    for inner in value:
        found |= _parties_named(inner)
    return found

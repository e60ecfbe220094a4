"""The values of a partner that people see: ``names``, ``country``, ``identifiers.pic``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from domain.partner.partner import Partner
from domain.shared.values import Values


def values(partner: Partner) -> Values:
    """The values of a partner as it stands."""
    single: dict[str, Any] = {
        "partner_kind": partner.kind,
        "country": partner.country,
        **{f"identifiers.{scheme}": value for scheme, value in partner.identifiers.items()},
        "survivor_id": partner.survivor_id,
    }
    several: dict[str, tuple[Any, ...]] = {
        "names": tuple({"name": name.text, "since": name.since} for name in partner.names),
        "aliases": partner.aliases,
        "successors": tuple({"partner_id": id_, "since": since} for id_, since in partner.successors.items()),
        "merged_id": tuple(partner.absorbed),
        "rankings": tuple(asdict(ranking) for ranking in partner.rankings.values()),
    }
    return Values(single, several)

"""Who takes part in the fictitious memorandums, and the reading of the data files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any
from uuid import UUID

from domain.shared.act import Act, Source

ACTOR = "demonstration"
INSTITUTE = "institute"
REGISTER = "Fictitious register of the Institute of Applied Sciences of Zarafshon"
"""The source of every event of the fictitious institute: none of it has happened."""
_OWNERS = ("officer-1", "officer-2", "officer-3", "officer-4")


def read(name: str) -> dict[str, Any]:
    """What a data file of this folder says."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


@dataclass
class Cast:
    """The partners, requests and memorandums, by their names in the data files; ids as far as they are entered."""

    partners: dict[str, dict[str, Any]] = field(default_factory=lambda: read("partners.toml"))
    partner_ids: dict[str, UUID] = field(default_factory=dict)
    request_ids: dict[str, UUID] = field(default_factory=dict)
    memorandum_ids: dict[str, UUID] = field(default_factory=dict)

    def party(self, partner: str) -> dict[str, Any]:
        """A partner as a party of a memorandum."""
        return {"partner_id": str(self.partner_ids[partner]), "ours": partner == INSTITUTE}

    def signature(self, partner: str) -> dict[str, str]:
        """Who signs for a partner, in which office."""
        return {name: self.partners[partner][name] for name in ("signatory", "office")}


def fictitious_act(on: str, passage: str, reason: str = "") -> Act:
    """An act of the fictitious institute: ``passage`` says where it stands in the fictitious register."""
    return Act(ACTOR, occurred_on=on, source=Source(REGISTER, passage), reason=reason)


def owner(reference: str) -> str:
    """The employee answerable for a memorandum: they take turns."""
    return _OWNERS[int(reference.removeprefix("FICT-")) % len(_OWNERS)]

"""The memorandums that one is tied to: the one that took over, and the framework that it stands under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from domain.shared.errors import NotFound
from web.ui.asking import Time
from web.wording.language import gettext as _


@dataclass(frozen=True, slots=True)
class Related:
    """Another memorandum that this one is tied to."""

    memorandum_id: str
    what: str
    reference: str


def references(bitim: Bitim, document: Mapping[str, Any], time: Time) -> dict[str, str]:
    """The references of the memorandums that this one is tied to, by id."""
    found: dict[str, str] = {}
    for other in (document["superseded_by"], document["framework_id"]):
        if other:
            try:
                found[other] = bitim.register.get(UUID(other), known_at=time.known_at)["reference"]
            except NotFound:
                continue  # the link names a memorandum that is not in this register
    return {other: reference for other, reference in found.items() if reference}


def related(document: Mapping[str, Any], known: Mapping[str, str]) -> list[Related]:
    """The ties, each with what it is."""
    ties = ((document["superseded_by"], _("Superseded by")), (document["framework_id"], _("Under the framework")))
    return [Related(other, what, known[other]) for other, what in ties if other and other in known]

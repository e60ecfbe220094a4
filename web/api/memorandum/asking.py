"""Questions about memorandums: the register, and one memorandum in full."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.memorandum.ready import Ready
from web.api.commanding import PREFIX
from web.api.memorandum.room import memorandums
from web.api.rooms import Answer
from web.core import bitim
from web.schemas.asking import Asked, OfTheDormant, OfTheHistory, OfTheRegister, OfTheSummary
from web.schemas.shown.history import History
from web.schemas.shown.memorandum import DormantPage, Memorandum, Page, Summary


@memorandums.asks("", OfTheRegister, Page)
def list(**conditions: Any) -> Answer:  # noqa: A001  the name of the question in the core
    """The register: memorandums as they stood on a day, as known at an instant; the one entered last first."""
    return bitim().register.list(**conditions, as_json=True)


@memorandums.asks("/summary", OfTheSummary, Summary)
def summary(**conditions: Any) -> Answer:
    """How many memorandums have each standing on a day, and in all."""
    return bitim().register.summary(**conditions)


@memorandums.asks("/dormant", OfTheDormant, DormantPage)
def dormant(**conditions: Any) -> Answer:
    """Memorandums in force under which nothing has happened for some months, each with its last activity."""
    return bitim().dormancy.list(**conditions)


@memorandums.asks("/<uuid:memorandum_id>", Asked, Memorandum, versioned=True)
def get(memorandum_id: UUID, **conditions: Any) -> Answer | Ready:
    """One memorandum in full: how it stands on a day and why, its timeline, editions and what is possible next."""

    def make() -> Answer:
        found = bitim().register.get(memorandum_id, **conditions)
        for possible in found["commands"]:
            possible["href"] = f"{PREFIX}/memorandums/{memorandum_id}/{possible['command'].replace('_', '-')}"
        return found

    return make() if conditions else bitim().ready.detail(memorandum_id, make)


@memorandums.asks("/<uuid:memorandum_id>/history", OfTheHistory, History)
def history(memorandum_id: UUID, **conditions: Any) -> Answer | Ready:
    """What happened to it: every event with the values before and after, and what later ones made of it."""

    def make() -> Answer:
        return bitim().history.of(memorandum_id, **conditions)

    return make() if conditions else bitim().ready.history(memorandum_id, make)

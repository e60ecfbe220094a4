"""Registers that offices keep themselves, taken in from files."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Response

from application.exchange.importing.mapping import FIELDS, read_mapping
from application.exchange.importing.rows import Settled
from application.exchange.importing.taking import Told
from domain.shared.text import one_of
from web.api.commanding import MEDIA_TYPES, REFUSED
from web.api.reading import account
from web.api.rooms import Room, shown
from web.core import bitim
from web.schemas.importing import ImportReport, TakeRegister

imports = Room("imports", description="Registers that offices keep themselves, taken in row by row from files.")


@imports.route("", methods=["POST"])
@imports.doc(operationId="imports.take", parameters=["Bitim-Account"], responses=REFUSED | {"404": "Problem"})
@imports.arguments(TakeRegister, location="form", content_type=MEDIA_TYPES["form"])
@imports.response(200, ImportReport, headers={"ETag": "ETag"})
def take(fields: dict[str, Any]) -> Response:
    """Take a register in: each row a memorandum, what is not certain left to a person.

    The next edition of the file, under the same name, stores only what changed; the same file again stores nothing. So
    it may be sent again whenever it is not known what became of it, and goes on where it was broken off.
    """
    actor, file = account(), fields["file"]
    mapping, ours = fields.get("mapping"), fields.get("ours")
    told = Told(
        actor=actor,
        name=fields["register"],
        filename=file["filename"] or fields["register"],
        settled=Settled(UUID(ours) if ours else None, fields.get("owner") or actor, fields.get("kind")),
        mapping=read_mapping(mapping) if mapping else None,
        encoding=fields.get("encoding"),
        separator=fields.get("separator"),
        losses=_losses(fields.get("accept_loss", "")),
    )
    report = bitim().imports.take(file["content"], told, rehearsal=fields.get("rehearsal") == "yes")
    return shown(report.plain(), version=report.version)


def _losses(told: str) -> tuple[str, ...]:
    """Fields with commas between them.

    Raises:
        Invalid: there is no such field.
    """
    return tuple(one_of(name.strip(), "accept_loss", FIELDS) for name in told.split(",") if name.strip())

"""What may be done with a memorandum next, by the same tables that the guards ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from domain.memorandum.content import PARTS
from domain.memorandum.edition import Edition
from domain.memorandum.lifecycle import STAGES_FOR, STANDINGS_FOR, missing_approvals, stage
from domain.memorandum.state import MemorandumState


class Possible(NamedTuple):
    """A command, and the edition that it is about, if it is about one."""

    command: str
    edition_id: str | None = None


def possible_commands(memorandum: MemorandumState, standing: str) -> list[Possible]:
    """The commands that the present state does not rule out; a guard may still refuse one for what it is told.

    Args:
        memorandum: as it stands.
        standing: today's, or ``not_begun``.
    """
    return [*_on_editions(memorandum, standing), *_on_the_whole(memorandum, standing)]


def _on_editions(memorandum: MemorandumState, standing: str) -> Iterator[Possible]:
    for edition in memorandum.living_editions:
        now = stage(edition)
        for command, stages in STAGES_FOR.items():
            allows = _EDITION_ALLOWS.get(command, _always)
            if now in stages and _stands_for(command, standing) and allows(edition):
                yield Possible(command, edition.edition_id)
        if edition.from_paper and _has_unknown_parts(edition):
            yield Possible("complete_stub", edition.edition_id)


def _on_the_whole(memorandum: MemorandumState, standing: str) -> Iterator[Possible]:
    for command in STANDINGS_FOR:
        allows = _MEMORANDUM_ALLOWS.get(command, _always)
        if command not in STAGES_FOR and _stands_for(command, standing) and allows(memorandum):
            yield Possible(command)
    if memorandum.archived:
        yield Possible("bring_back")
    elif memorandum.working_edition is None:
        yield Possible("archive")
    if memorandum.contacts:
        yield Possible("withdraw_contact")
    for command in _ALWAYS:
        yield Possible(command)


_ALWAYS = (
    "assign_owner",
    "record_partner_reference",
    "name_contact",
    "attach_document",
    "note",
    "place_under_framework",
    "correct",
    "retract",
)


def _stands_for(command: str, standing: str) -> bool:
    return command not in STANDINGS_FOR or standing in (*STANDINGS_FOR[command], "undetermined")


def _always(_: object) -> bool:
    return True


def _lacks(edition: Edition, approval: str) -> bool:
    return any(entry["approval"] == approval for entry in missing_approvals(edition))


def _has_unknown_parts(edition: Edition) -> bool:
    return edition.introduced_on is None or any(edition.content[part] is None for part in PARTS)


_EDITION_ALLOWS: dict[str, Callable[[Edition], bool]] = {
    "revert": lambda edition: any(not one.by.startswith("role:") for one in edition.approvals),
    "name_counterparty": lambda edition: any(party["partner_id"] is None for party in edition.parties),
    "clear": lambda edition: _lacks(edition, "clearance"),
    "return_for_changes": lambda edition: bool(edition.route),
    "approve": lambda edition: _lacks(edition, "ours") and not _lacks(edition, "clearance"),
    "record_partner_approval": lambda edition: _lacks(edition, "partner"),
    "sign": lambda edition: not edition.from_paper,
    "record_outside_signature": lambda edition: not edition.from_paper,
    "propose_amendment": lambda edition: edition.amends is None,
}
_MEMORANDUM_ALLOWS: dict[str, Callable[[MemorandumState], bool]] = {
    "object": lambda memorandum: any(
        (edition.content["term"] or {"kind": "unknown"})["kind"] in ("tacit", "unknown")
        for edition in memorandum.living_editions
        if edition.concluded
    ),
    "propose_renewal": lambda memorandum: memorandum.working_edition is None,
}

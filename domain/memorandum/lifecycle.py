"""The stages of an edition, and what may be done in each: the one table for guards, buttons and documentation."""

from __future__ import annotations

from domain.memorandum.edition import Edition

STAGES = ("drafted", "under_review", "approved", "partly_signed", "signed", "withdrawn")
_BEFORE_SIGNING = ("drafted", "under_review", "approved")

STAGES_FOR: dict[str, tuple[str, ...]] = {
    "revise": _BEFORE_SIGNING,
    "revert": _BEFORE_SIGNING,
    "name_counterparty": _BEFORE_SIGNING,
    "plan_signing": _BEFORE_SIGNING,
    "submit": ("drafted",),
    "clear": ("under_review",),
    "return_for_changes": ("under_review", "approved"),
    "approve": ("under_review",),
    "record_partner_approval": _BEFORE_SIGNING,
    "sign": ("approved", "partly_signed", "signed"),
    "record_outside_signature": ("drafted", "under_review", "approved", "partly_signed", "signed"),
    "withdraw": ("drafted", "under_review", "approved", "partly_signed"),
    "propose_amendment": ("signed",),
}
"""The stages of the edition in which a command on it is possible."""

STANDINGS_FOR: dict[str, tuple[str, ...]] = {
    "object": ("signed", "in_force", "suspended"),
    "suspend": ("in_force",),
    "resume": ("suspended",),
    "give_notice": ("signed", "in_force", "suspended"),
    "terminate": ("signed", "in_force", "suspended"),
    "supersede": ("signed", "in_force", "suspended"),
    "propose_renewal": ("signed", "in_force", "suspended", "expired", "terminated"),
    "record_edition": (
        "not_begun",
        "in_preparation",
        "signed",
        "in_force",
        "suspended",
        "expired",
        "terminated",
    ),
    "propose_amendment": ("signed", "in_force", "suspended", "expired", "terminated"),
}
"""The standings, on the day of the act, in which it is possible; what is undetermined refuses nothing."""


def stage(edition: Edition) -> str:
    """Where the working text stands."""
    return whereabouts(edition)[0]


def awaited(edition: Edition) -> list[dict[str, str]]:
    """What the edition waits for next: its submission, approvals, or signatures; nothing once signed or withdrawn."""
    return whereabouts(edition)[1]


def whereabouts(edition: Edition) -> tuple[str, list[dict[str, str]]]:
    """The stage of an edition, and what it waits for there."""
    if edition.withdrawn:
        return "withdrawn", []
    if edition.concluded:
        return "signed", []
    if edition.signatures:
        return "partly_signed", _missing_signatures(edition)
    if edition.route is None:
        return "drafted", [{"approval": "submission"}]
    missing = missing_approvals(edition)
    return ("under_review", missing) if missing else ("approved", _missing_signatures(edition))


def missing_approvals(edition: Edition) -> list[dict[str, str]]:
    """The approvals of the present content that are still needed, in the order in which they are given.

    Each is ``{"approval": "clearance", "role": …}``, ``{"approval": "ours"}`` or
    ``{"approval": "partner", "party_id": …}``.
    """
    cleared, approved = edition.cleared_roles(), edition.approved_by()
    missing = [{"approval": "clearance", "role": r} for r in edition.route or () if f"role:{r}" not in cleared]
    if "ours" not in approved:
        missing.append({"approval": "ours"})
    missing += [
        {"approval": "partner", "party_id": party["party_id"]}
        for party in edition.parties
        if not party["ours"] and party["party_id"] not in approved
    ]
    return missing


def _missing_signatures(edition: Edition) -> list[dict[str, str]]:
    signed = {signature.party_id for signature in edition.signatures}
    return [
        {"approval": "signature", "party_id": party["party_id"]}
        for party in edition.parties
        if party["party_id"] not in signed
    ]

"""Every command on a memorandum, given through its use case one after another, moves the version by one."""

from typing import Any

from application.bitim import Bitim
from domain.memorandum.memorandum import Memorandum
from tests import given
from tests.application.office import act, refused
from tests.contracts.promises import commands_of

E1 = {"edition_id": "e1"}
SIGNATURE = {"signatory": "The rector", "office": "rector", "place": "Jinan"}
WITH_A_REASON: dict[str, Any] = {"reason": "The scan says so", "source": given.SCAN}

DRAFTED: list[tuple[str, dict[str, Any]]] = [
    ("name_counterparty", {**E1, "party_id": "p2", "partner_id": str(given.SHANDONG)}),
    ("plan_signing", {**E1, "event": "Jinan forum"}),
    ("submit", E1),
    ("return_for_changes", {**E1, "role": "legal"}),
    ("submit", E1),
    ("clear", {**E1, "role": "legal"}),
    ("approve", E1),
    ("record_partner_approval", {**E1, "party_id": "p2"}),
    ("revise", {**E1, "changes": {"areas": []}}),
    ("revert", E1),
    ("sign", {**E1, "party_id": "p1", **SIGNATURE}),
    ("record_outside_signature", {**E1, "party_id": "p2", **SIGNATURE}),
    ("propose_amendment", {"amends": "e1", "changes": {"areas": []}}),
    ("withdraw", {"edition_id": "e14"}),
    ("propose_renewal", {"changes": {}}),
    ("withdraw", {"edition_id": "e16"}),
    ("archive", {}),
    ("bring_back", {}),
    ("attach_document", {**E1, "content": b"scan", "filename": "scan.pdf", "media_type": "application/pdf"}),
]
FROM_PAPER: list[tuple[str, dict[str, Any]]] = [
    ("complete_stub", {"edition_id": "e2", "known": {"term": given.FIVE_YEARS}}),
    ("record_edition", {"edition": given.an_edition_from_paper("2010-05-20")}),
    ("correct", {"event_version": 3, "field": "areas", "value": []}),
    ("assign_owner", {"owner": "employee-8"}),
    ("record_partner_reference", {"party_id": "p2", "reference": "2026-7"}),
    ("name_contact", {"party_id": "p2", "role": "research", "office": "Research Office"}),
    ("withdraw_contact", {"party_id": "p2", "role": "research"}),
    ("note", {"note": "Called the partner"}),
    ("retract", {"event_version": 9}),
    ("object", {"party_id": "p2"}),
    ("suspend", {}),
    ("resume", {}),
    ("give_notice", {"party_id": "p2", "effective_on": "2026-12-01"}),
    ("terminate", {"effective_on": "2026-11-01"}),
]


def test_every_command_can_be_given_through_its_use_case(bitim: Bitim) -> None:
    unnamed = given.a_content(parties=given.parties("A university of architecture"))
    drafted = bitim.memorandums.draft(act(), kind="other", owner="employee-7", content=unnamed)
    paper = bitim.memorandums.register(
        act(source=given.SCAN),
        kind="other",
        owner="employee-7",
        editions=[given.an_edition_from_paper("2022-01-01", term=given.TACIT)],
        updated_form=True,
    )
    linking: list[tuple[str, dict[str, Any]]] = [
        ("place_under_framework", {"framework_id": str(paper.id)}),
        ("supersede", {"by_memorandum_id": str(paper.id)}),
    ]

    for begun, story in ((drafted, [*DRAFTED, *linking]), (paper, FROM_PAPER)):
        version = begun.version
        for verb, fields in story:
            done = getattr(bitim.memorandums, verb)(begun.id, act(**WITH_A_REASON), version, **fields)
            version += 1
            assert (verb, done.id, done.version) == (verb, begun.id, version)

    given_commands = {verb for verb, _ in (*DRAFTED, *FROM_PAPER, *linking)} | {"draft", "register", "write_down"}
    assert given_commands == set(commands_of(Memorandum))


def test_a_command_on_an_old_version_is_refused(bitim: Bitim) -> None:
    begun = bitim.memorandums.draft(act(), kind="other", owner="employee-7", content=given.a_content())
    bitim.memorandums.note(begun.id, act(), 1, note="First")

    with refused(bitim, "stale_version", id=str(begun.id), expected=1, version=2):
        bitim.memorandums.note(begun.id, act(actor="officer-2"), 1, note="Second")

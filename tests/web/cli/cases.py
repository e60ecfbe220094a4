"""Every use case as it is typed: once where it is done, once where it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from domain.shared.event import Aggregate
from tests import given

State = Callable[[], Aggregate]
M, P, R = str(given.MEMORANDUM), str(given.SHANDONG), str(given.REQUEST)
OTHER = "00000000-0000-4000-8000-00000000dead"
"""The id of nothing."""


@dataclass(frozen=True)
class Case:
    """A use case on the command line.

    Args:
        use_case: its room and verb.
        state: what is given.
        typed: what is typed, and done.
        topic: of the last event that it records.
        refused_in: the state in which something like it is refused; that above, if none is named.
        refused: what is typed then.
        code: of the refusal.
        exit_code: of the process.
    """

    use_case: str
    state: State | None
    typed: list[str]
    topic: str
    refused: list[str]
    code: str
    exit_code: int
    refused_in: State | None = None


def tacit() -> Aggregate:
    return given.a_signed_memorandum("2024-02-01", term=given.TACIT)


def signed() -> Aggregate:
    return given.a_signed_memorandum("2026-09-01")


def suspended() -> Aggregate:
    memorandum = given.a_signed_memorandum("2026-09-01")
    memorandum.suspend(given.an_act())
    return memorandum


def archived() -> Aggregate:
    memorandum = given.a_signed_memorandum("2026-09-01")
    memorandum.archive(given.an_act())
    return memorandum


def revised_after_approval() -> Aggregate:
    memorandum = given.an_approved_draft()
    memorandum.revise(given.an_act(), edition_id="e1", changes={"titles": {"en": "Another title"}})
    return memorandum


def not_yet_named() -> Aggregate:
    return given.a_drafted_memorandum(parties=given.parties("An enterprise of the zone"))


def a_stub() -> Aggregate:
    return given.a_memorandum_from_paper(updated_form=True)


def drafted() -> Aggregate:
    return given.a_drafted_memorandum()


def a_register() -> Aggregate:
    return given.an_imported_file()


def with_a_contact() -> Aggregate:
    memorandum = given.a_drafted_memorandum()
    memorandum.name_contact(given.an_act(), party_id="p2", role="coordination", office="International Office")
    return memorandum


def submitted() -> Aggregate:
    return given.a_submitted_draft()


def cleared() -> Aggregate:
    memorandum = given.a_submitted_draft()
    for role in ("legal", "finance"):
        memorandum.clear(given.an_act(), edition_id="e1", role=role)
    return memorandum


def approved() -> Aggregate:
    return given.an_approved_draft()


def paper() -> Aggregate:
    return given.a_memorandum_from_paper()


def a_renamed_partner() -> Aggregate:
    partner = given.a_partner("Osh Technological University", partner_id=UUID(OTHER), country="KG")
    partner.rename(given.an_act(), name="Osh State University of Technology")
    return partner


def a_request() -> Aggregate:
    return given.a_request()


def an_answered_request() -> Aggregate:
    request = given.a_request()
    request.decline(given.with_a_reason())
    return request


SIDES = ["--ours", "Our institution", "--with", "Shandong Jianzhu University"]
ENTRY = ["--owner", "employee-7", "--title", "en=Memorandum", *SIDES]
REASON = ["--reason", "The scan says otherwise"]
SOURCE = ["--source", "Scan", "--passage", "page 2"]

DRAFTING = [
    Case(
        "memorandums.draft",
        None,
        ["draft", *ENTRY, "--area", "joint_research:0711", "--term", "fixed", "--length", "5 years"],
        "memorandum.drafted",
        ["draft", *ENTRY, "--term", "perpetual", "--until", "2030-12-31"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.revise",
        drafted,
        ["revise", M, "--title", "en=Memorandum on ceramics"],
        "memorandum.revised",
        ["revise", M, "--title", "en=Memorandum on ceramics"],
        "stage_forbids",
        3,
        refused_in=signed,
    ),
    Case(
        "memorandums.revert",
        revised_after_approval,
        ["revert", M],
        "memorandum.reverted",
        ["revert", M],
        "never_approved",
        3,
        refused_in=drafted,
    ),
    Case(
        "memorandums.name_counterparty",
        not_yet_named,
        ["name-counterparty", M, "--party", "p2", "--partner", "University of Cantabria"],
        "memorandum.counterparty_named",
        ["name-counterparty", M, "--party", "p2", "--partner", "University of Nowhere"],
        "partner_not_found",
        4,
    ),
    Case(
        "memorandums.plan_signing",
        drafted,
        ["plan-signing", M, "--event", "Forum", "--place", "Dushanbe", "--planned-for", "2026-12"],
        "memorandum.signing_planned",
        ["plan-signing", M, "--event", "Forum", "--planned-for", "2026-13"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.submit",
        drafted,
        ["submit", M],
        "memorandum.submitted",
        ["submit", M],
        "stage_forbids",
        3,
        refused_in=submitted,
    ),
    Case(
        "memorandums.clear",
        submitted,
        ["clear", M, "--role", "legal"],
        "memorandum.cleared",
        ["clear", M, "--role", "finance"],
        "clearance_missing",
        3,
    ),
    Case(
        "memorandums.return_for_changes",
        submitted,
        ["return-for-changes", M, "--role", "legal", *REASON],
        "memorandum.returned",
        ["return-for-changes", M, "--role", "legal"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.approve",
        cleared,
        ["approve", M],
        "memorandum.approved",
        ["approve", M],
        "clearance_missing",
        3,
        refused_in=submitted,
    ),
    Case(
        "memorandums.record_partner_approval",
        submitted,
        ["record-partner-approval", M, "--party", "p2"],
        "memorandum.approved_by_partner",
        ["record-partner-approval", M, "--party", "p1"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.withdraw",
        drafted,
        ["withdraw", M, *REASON],
        "memorandum.withdrawn",
        ["withdraw", M],
        "concluded_cannot_be_withdrawn",
        3,
        refused_in=signed,
    ),
]

SIGNING_AND_EDITIONS = [
    Case(
        "memorandums.sign",
        approved,
        ["sign", M, "--party", "p1", "--signatory", "A. Rector", "--office", "Rector"],
        "memorandum.signed",
        ["sign", M, "--party", "p1", "--signatory", "A. Rector"],
        "approvals_missing",
        3,
        refused_in=drafted,
    ),
    Case(
        "memorandums.record_outside_signature",
        drafted,
        ["record-outside-signature", M, "--party", "p1", "--occurred-on", "unknown", *SOURCE],
        "memorandum.signed_outside",
        ["record-outside-signature", M, "--party", "p1"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.propose_renewal",
        signed,
        ["renew", M, "--area", "student_exchange", "--area", "staff_exchange"],
        "memorandum.renewal_proposed",
        ["renew", M],
        "nothing_to_renew",
        3,
        refused_in=drafted,
    ),
    Case(
        "memorandums.propose_amendment",
        signed,
        ["amend", M, "--title", "en=As amended", "--effective-on", "2026-12-01"],
        "memorandum.amendment_proposed",
        ["amend", M, "--title", "en=Memorandum of understanding"],
        "nothing_changed",
        3,
    ),
    Case(
        "memorandums.register",
        None,
        ["register", *ENTRY, "--signed-on", "2024-12-03", "--updated-form", *SOURCE],
        "memorandum.edition_recorded",
        ["register", *ENTRY, "--signed-on", "2024-02-30"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.record_edition",
        paper,
        ["record-edition", M, "--follows", "1", "--signed-on", "2026-01", *SIDES, *SOURCE],
        "memorandum.edition_recorded",
        ["record-edition", M, "--follows", "3", "--signed-on", "2026-01"],
        "edition_not_found",
        4,
    ),
    Case(
        "memorandums.complete_stub",
        a_stub,
        ["complete-stub", M, "--edition", "1", "--signed-on", "2019-05-20", "--term", "perpetual", *SOURCE],
        "memorandum.stub_completed",
        ["complete-stub", M, "--edition", "2", "--signed-on", "2019-05-20"],
        "known_already",
        3,
    ),
]

ENDING = [
    Case(
        "memorandums.object",
        tacit,
        ["object", M, "--party", "p2", *REASON],
        "memorandum.objected",
        ["object", M, "--party", "p2"],
        "no_tacit_renewal",
        3,
        refused_in=signed,
    ),
    Case(
        "memorandums.suspend",
        signed,
        ["suspend", M, "--until", "2026-12-31"],
        "memorandum.suspended",
        ["suspend", M, "--effective-on", "2026-12-31", "--until", "2026-10-01"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.resume",
        suspended,
        ["resume", M],
        "memorandum.resumed",
        ["resume", M],
        "standing_forbids",
        3,
        refused_in=signed,
    ),
    Case(
        "memorandums.give_notice",
        signed,
        ["give-notice", M, "--party", "p1", "--length", "1 academic year"],
        "memorandum.notice_given",
        ["give-notice", M, "--party", "p1", "--length", "3 months", "--giver-only"],
        "too_few_parties",
        3,
    ),
    Case(
        "memorandums.terminate",
        signed,
        ["terminate", M, "--effective-on", "2026-12-01", *REASON],
        "memorandum.terminated",
        ["terminate", M],
        "standing_forbids",
        3,
        refused_in=drafted,
    ),
    Case(
        "memorandums.supersede",
        signed,
        ["supersede", M, "--by", "MOU-2026-0099"],
        "memorandum.superseded",
        ["supersede", M, "--by", M],
        "supersedes_itself",
        3,
    ),
]

CONTACT = ["name-contact", M, "--party", "p2", "--role", "coordination"]

REGISTERS = [
    Case(
        "imported_files.decide",
        a_register,
        ["decide", "Register", "q4", "--decision", "nothing_to_record"],
        "imported_file.question_decided",
        ["decide", "Register", "q3", "--decision", "nothing_to_record"],
        "question_not_found",
        4,
    ),
]

KEEPING_AND_CORRECTING = [
    Case(
        "memorandums.assign_owner",
        drafted,
        ["assign-owner", M, "--owner", "employee-9"],
        "memorandum.owner_assigned",
        ["assign-owner", M, "--owner", "two\nlines"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.record_partner_reference",
        drafted,
        ["record-partner-reference", M, "--party", "p2", "--reference", "SJU 17/2026"],
        "memorandum.partner_reference_recorded",
        ["record-partner-reference", M, "--party", "p7", "--reference", "SJU 17/2026"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.name_contact",
        drafted,
        [*CONTACT, "--office", "International Office", "--email", "io@sju.example"],
        "memorandum.contact_named",
        [*CONTACT, "--office", "International Office", "--email", "the office"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.withdraw_contact",
        with_a_contact,
        ["withdraw-contact", *CONTACT[1:]],
        "memorandum.contact_withdrawn",
        ["withdraw-contact", M, "--party", "p7", "--role", "coordination"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.attach_document",
        drafted,
        ["attach", M, __file__, "--label", "Annex 1", "--media-type", "text/plain"],
        "memorandum.document_attached",
        ["attach", M, __file__, "--filename", "a/b.pdf"],
        "invalid_value",
        2,
    ),
    Case(
        "memorandums.note",
        drafted,
        ["note", M, "They will answer in autumn."],
        "memorandum.noted",
        ["note", OTHER, "They will answer in autumn."],
        "not_found",
        4,
    ),
    Case(
        "memorandums.archive",
        signed,
        ["archive", M],
        "memorandum.archived",
        ["archive", M],
        "in_preparation",
        3,
        refused_in=drafted,
    ),
    Case(
        "memorandums.bring_back",
        archived,
        ["bring-back", M],
        "memorandum.brought_back",
        ["bring-back", M, "--expected-version", "1"],
        "stale_version",
        5,
    ),
    Case(
        "memorandums.place_under_framework",
        signed,
        ["place-under-framework", M, "--framework", "MOU-2026-0099"],
        "memorandum.placed_under_framework",
        ["place-under-framework", M, "--framework", "MOU-2026-0098"],
        "memorandum_not_found",
        4,
    ),
    Case(
        "memorandums.correct",
        drafted,
        ["correct", M, "--event", "1", "--field", "term", "--value", '{"kind": "perpetual"}', *REASON],
        "memorandum.corrected",
        ["correct", M, "--event", "7", "--field", "term", "--value", "null", *REASON],
        "event_not_found",
        4,
    ),
    Case(
        "memorandums.retract",
        suspended,
        ["retract", M, "--event", "8", *REASON],
        "memorandum.retracted",
        ["retract", M, "--event", "1", *REASON],
        "cannot_be_retracted",
        3,
    ),
]

BESIDE_THE_MEMORANDUM = [
    Case(
        "partners.register",
        None,
        ["partner", "register", "--name", "Osh State University", "--kind", "university", "--country", "KG"],
        "partner.registered",
        ["partner", "register", "--name", "Osh State University", "--kind", "university", "--country", "XX"],
        "invalid_value",
        2,
    ),
    Case(
        "partners.rename",
        None,
        ["partner", "rename", P, "--name", "Shandong University of Technology", "--effective-on", "2026-01"],
        "partner.renamed",
        ["partner", "rename", OTHER, "--name", "Shandong University of Technology"],
        "not_found",
        4,
    ),
    Case(
        "partners.add_alias",
        None,
        ["partner", "add-alias", "Shandong Jianzhu University", "--alias", "Shandong Jianshu University"],
        "partner.alias_added",
        ["partner", "add-alias", "Shandong Jianshu University", "--alias", "Shandong"],
        "partner_not_found",
        4,
    ),
    Case(
        "partners.identify",
        None,
        ["partner", "identify", P, "--scheme", "schac", "--value", "sdjzu.example"],
        "partner.identified",
        ["partner", "identify", P, "--scheme", "pic", "--value", "12"],
        "invalid_value",
        2,
    ),
    Case(
        "partners.record_successor",
        None,
        ["partner", "record-successor", P, "--successor", "University of Cantabria"],
        "partner.succeeded",
        ["partner", "record-successor", P, "--successor", P],
        "succeeds_itself",
        3,
    ),
    Case(
        "partners.merge",
        None,
        ["partner", "merge", "University of Cantabria", "--into", P],
        "partner.absorbed",
        ["partner", "merge", P, "--into", "Our institution"],
        "parties_of_one_memorandum",
        3,
    ),
    Case(
        "partners.record_ranking",
        None,
        ["partner", "record-ranking", P, "--table", "QS", "--edition", "2024", "--rank", "801", "--rank-to", "1000"],
        "partner.ranked",
        ["partner", "record-ranking", P, "--table", "QS", "--edition", "this year's"],
        "invalid_value",
        2,
    ),
    Case(
        "partners.correct",
        None,
        ["partner", "correct", P, "--event", "1", "--field", "country", "--value", "ES", *REASON],
        "partner.corrected",
        ["partner", "correct", P, "--event", "1", "--field", "country", "--value", "ES"],
        "invalid_value",
        2,
    ),
    Case(
        "partners.retract",
        a_renamed_partner,
        ["partner", "retract", "Osh Technological University", "--event", "2", *REASON],
        "partner.retracted",
        ["partner", "retract", P, "--event", "1", *REASON],
        "cannot_be_retracted",
        3,
    ),
    Case(
        "institution.open",
        None,
        ["institution", "open"],
        "institution.opened",
        ["institution", "open", "--occurred-on", "2030-01-01"],
        "invalid_value",
        2,
    ),
    Case(
        "institution.define_kind",
        None,
        ["institution", "define-kind", "olympiad_agreement", "--label", "en=Olympiad agreement"],
        "institution.kind_defined",
        ["institution", "define-kind", "other", "--label", "en=Other"],
        "kind_of_every_institution",
        3,
    ),
    Case(
        "institution.set_review_route",
        None,
        ["institution", "set-review-route", "legal", "finance"],
        "institution.review_route_set",
        ["institution", "set-review-route", "legal", "legal"],
        "invalid_value",
        2,
    ),
    Case(
        "institution.load_universities",
        None,
        ["institution", "load-universities", str(Path(__file__).with_name("universities.csv"))],
        "institution.universities_loaded",
        ["institution", "load-universities", __file__],
        "invalid_value",
        2,
    ),
    Case(
        "institution.permit_overrides",
        None,
        ["institution", "permit-overrides", "head_of_office"],
        "institution.overrides_permitted",
        ["institution", "permit-overrides", "Head"],
        "invalid_value",
        2,
    ),
    Case(
        "requests.make",
        None,
        ["request", "make", "--requester", "professor-3", "--purpose", "Research", "--partner-name", "Osh University"],
        "request.made",
        ["request", "make", "--requester", "professor-3", "--purpose", "Research"],
        "invalid_value",
        2,
    ),
    Case(
        "requests.accept",
        a_request,
        ["request", "accept", R, *ENTRY],
        "request.accepted",
        ["request", "accept", R, *ENTRY],
        "request_closed",
        3,
        refused_in=an_answered_request,
    ),
    Case(
        "requests.decline",
        a_request,
        ["request", "decline", R, *REASON],
        "request.declined",
        ["request", "decline", "R-7", *REASON],
        "invalid_value",
        2,
    ),
    Case(
        "requests.withdraw",
        a_request,
        ["request", "withdraw", R, "--actor", "professor-3"],
        "request.withdrawn",
        ["request", "withdraw", R],
        "not_the_requester",
        3,
    ),
]

CASES = [*DRAFTING, *SIGNING_AND_EDITIONS, *ENDING, *KEEPING_AND_CORRECTING, *REGISTERS, *BESIDE_THE_MEMORANDUM]

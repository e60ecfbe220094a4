"""Codes as people read them: standings, stages, kinds, areas, countries, languages, what is awaited."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from domain.shared.isced import FIELDS_OF_STUDY
from web.wording import kinds
from web.wording.language import capital, current, mark
from web.wording.language import gettext as _
from web.wording.names import Names

STANDINGS = {
    "in_preparation": mark("In preparation"),
    "signed": mark("Signed, not yet in force"),
    "in_force": mark("In force"),
    "suspended": mark("Suspended"),
    "expired": mark("Expired"),
    "terminated": mark("Terminated"),
    "superseded": mark("Superseded"),
    "withdrawn": mark("Withdrawn"),
    "undetermined": mark("Undetermined"),
    "not_begun": mark("Not begun"),
    "not_in_register": mark("Not in the register"),
}

STAGES = {
    "drafted": mark("Drafted"),
    "under_review": mark("Under review"),
    "approved": mark("Approved"),
    "partly_signed": mark("Partly signed"),
    "signed": mark("Signed"),
    "withdrawn": mark("Withdrawn"),
}

AREAS = {
    "student_exchange": mark("student exchange"),
    "staff_exchange": mark("staff exchange"),
    "joint_programmes": mark("joint programmes"),
    "joint_research": mark("joint research"),
    "innovation_projects": mark("innovation projects"),
    "training": mark("training"),
    "internships": mark("internships"),
    "cotutelle": mark("cotutelle"),
    "conferences": mark("conferences"),
    "publications": mark("publications"),
    "capacity_building": mark("capacity building"),
    "other": mark("other cooperation"),
}

PARTNER_KINDS = {
    "university": mark("University"),
    "research_institute": mark("Research institute"),
    "enterprise": mark("Enterprise"),
    "economic_zone": mark("Economic zone"),
    "ministry_or_agency": mark("Ministry or agency"),
    "foundation_or_donor": mark("Foundation or donor"),
    "school": mark("School"),
    "other": mark("Other organisation"),
}

LINKS = {
    "framework": mark("Under the framework"),
    "agreement": mark("Agreements under it"),
    "superseded_by": mark("Superseded by"),
    "supersedes": mark("Supersedes"),
}
"""What another memorandum is to one."""

CONTACT_ROLES = {
    "coordination": mark("Coordination"),
    "outgoing_mobility": mark("Outgoing mobility"),
    "incoming_mobility": mark("Incoming mobility"),
    "research": mark("Research"),
    "legal": mark("Legal questions"),
    "finance": mark("Finance"),
    "other": mark("Other questions"),
}
"""In which matter an office of a party is to be asked."""

OUTCOMES = {
    "open": mark("Waiting for an answer"),
    "accepted": mark("Accepted"),
    "declined": mark("Declined"),
    "withdrawn": mark("Withdrawn"),
}

SCHEMES = {
    "schac": mark("SCHAC"),
    "erasmus_code": mark("Erasmus code"),
    "pic": mark("PIC"),
    "oid": mark("OID"),
    "ror": mark("ROR"),
}

APPROVALS = {
    "submission": mark("To be submitted"),
    "clearance": mark("Clearance"),
    "ours": mark("Our approval"),
    "partner": mark("A partner’s approval"),
    "signature": mark("Signatures"),
}
"""What a working text may wait for."""

CHAPTERS = {
    "drafting": mark("Working text"),
    "signing": mark("Signatures"),
    "renewing": mark("Renewals and amendments"),
    "paper": mark("From paper"),
    "ending": mark("Pauses and ends"),
    "keeping": mark("Keeping"),
    "nominating": mark("Nomination"),
    "moving": mark("The stay"),
    "recognising": mark("Recognition and funding"),
    "correcting": mark("Corrections"),
    "mobility": mark("Mobility cases"),
}
"""The chapters of histories."""

COMMANDS = {
    "revise": mark("revise the text"),
    "revert": mark("go back to the approved text"),
    "name_counterparty": mark("name the counterparty"),
    "plan_signing": mark("plan a signing"),
    "submit": mark("submit for review"),
    "clear": mark("clear the text"),
    "return_for_changes": mark("return the text for changes"),
    "approve": mark("approve the text"),
    "record_partner_approval": mark("record the partner’s approval"),
    "sign": mark("sign"),
    "record_outside_signature": mark("record a signature given outside"),
    "withdraw": mark("withdraw"),
    "propose_renewal": mark("propose a renewal"),
    "propose_amendment": mark("propose an amendment"),
    "record_edition": mark("record an edition from paper"),
    "complete_stub": mark("complete what was not known"),
    "object": mark("object to the tacit renewal"),
    "suspend": mark("suspend"),
    "resume": mark("resume"),
    "give_notice": mark("give notice"),
    "terminate": mark("terminate"),
    "supersede": mark("record that another memorandum takes over"),
    "assign_owner": mark("assign an owner"),
    "record_partner_reference": mark("record the partner’s own number"),
    "name_contact": mark("name a contact"),
    "withdraw_contact": mark("withdraw a contact"),
    "attach_document": mark("attach a document"),
    "note": mark("make a note"),
    "archive": mark("put into the archive"),
    "bring_back": mark("bring back from the archive"),
    "place_under_framework": mark("place under a framework agreement"),
    "correct": mark("correct an entry"),
    "retract": mark("retract an entry"),
    "accept": mark("record an acceptance"),
    "reject": mark("record a rejection"),
    "cancel": mark("cancel the case"),
    "change_dates": mark("plan other days"),
    "start": mark("record the arrival"),
    "complete": mark("record the end of the stay"),
    "interrupt": mark("record an early return"),
    "enrol": mark("record the enrolment"),
    "defend": mark("record the defence"),
    "award_degree": mark("record the award of the degree"),
    "certify": mark("record the certificate"),
    "recognise": mark("recognise the stay"),
    "record_funding": mark("record funding"),
}

kind = kinds.kind
"""A kind of memorandum."""

_KILO = 1000
_WORDS = re.compile(r"[a-z]+([-_][a-z0-9]+)*")


def standing(code: str | None) -> str:
    """A standing, or the reason for none."""
    return _(STANDINGS[code or "not_begun"])


def stage(code: str) -> str:
    """Where a working text stands."""
    return _(STAGES[code])


def area(code: str) -> str:
    """An area of cooperation."""
    return _(AREAS[code])


def partner_kind(code: str) -> str:
    """A kind of partner."""
    return _(PARTNER_KINDS[code]) if code in PARTNER_KINDS else _own(code)


def outcome(code: str | None) -> str:
    """What became of a request."""
    return _(OUTCOMES[code or "open"])


def contact_role(code: str) -> str:
    """The matter in which an office is to be asked."""
    return _(CONTACT_ROLES[code])


def link(code: str) -> str:
    """What another memorandum is to this one."""
    return _(LINKS[code])


def scheme(code: str) -> str:
    """A scheme of identifiers."""
    return _(SCHEMES[code])


def approval_awaited(code: str) -> str:
    """What sort of approval is awaited."""
    return _(APPROVALS[code])


def chapter(code: str) -> str:
    """A chapter of the history."""
    return _(CHAPTERS[code])


def approver(who: str, names: Names) -> str:
    """Who decided on a text: a role of the review route (``role:legal``), our side, or a party."""
    kind, _colon, code = who.partition(":")
    if kind == "role" and code:
        return _("clearance by %(role)s", role=role(code))
    if who == "ours":
        return _("our approval")
    return _("approval by %(party)s", party=names.party_called(who))


def command(verb: str) -> str:
    """What an officer can do."""
    return _(COMMANDS[verb]) if verb in COMMANDS else _own(verb).lower()


def role(code: str) -> str:
    """A role of the review route, which the institution names itself."""
    return _own(code)


def person(account: str) -> str:
    """Who did something: an account, until accounts have names; ``international-office`` reads as words."""
    return _own(account.replace("-", " ")) if _WORDS.fullmatch(account) else account


def field_of_study(code: str) -> str:
    """A detailed field of ISCED-F 2013."""
    return FIELDS_OF_STUDY.get(code, code)


def country(code: str | None) -> str:
    """A country's name in the present language."""
    return current().locale.territories.get(code or "") or code or _("country not known")


def language(tag: str) -> str:
    """A language's name in the present language."""
    if tag == "und":  # BCP 47: it is not told; Babel would take it for the likeliest one
        return _("a language not told")
    try:
        return Locale.parse(tag.replace("-", "_")).get_display_name(current().locale) or tag
    except (ValueError, UnknownLocaleError):
        return tag


def size(count: int) -> str:
    """How many bytes, as people say it."""
    amount, units = float(count), [_("bytes"), _("KB"), _("MB"), _("GB")]
    unit = 0
    while amount >= _KILO and unit < len(units) - 1:
        amount, unit = amount / _KILO, unit + 1
    return f"{format_decimal(amount, format='#,##0.#' if unit else '#,##0', locale=current().locale)} {units[unit]}"


def number(count: int) -> str:
    """A count, with its thousands parted."""
    return format_decimal(count, locale=current().locale)


def awaited(entry: Mapping[str, Any], names: Names) -> str:
    """What a working text waits for: its submission, an approval, a signature, and whose."""
    match entry["approval"]:
        case "submission":
            return _("submission for review")
        case "clearance":
            return _("clearance by %(role)s", role=role(entry["role"]))
        case "ours":
            return _("our approval")
        case "partner":
            return _("approval by %(party)s", party=names.party_called(entry["party_id"]))
        case _signature:
            return _("signature for %(party)s", party=names.party_called(entry["party_id"]))


def _own(code: str) -> str:
    return capital(code.replace("_", " ").strip())


def ranking(given: Mapping[str, Any]) -> str:
    """The rank, with the table and its edition."""
    return _("%(table)s %(edition)s: %(rank)s", table=given["table"], edition=given["edition"], rank=rank(given))


def rank(given: Mapping[str, Any]) -> str:
    """The rank in an edition of a table, or the band of ranks; or that there is none."""
    if given["rank"] is None:
        return _("not ranked")
    first, last = number(given["rank"]), given.get("rank_to")
    return first if last in (None, given["rank"]) else _("%(first)s to %(last)s", first=first, last=number(last))

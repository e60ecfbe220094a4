"""Links from each command to those that may follow it, so that a machine can walk the life of a memorandum.

A link names the next operation, where its id and its If-Match stand in the answer before, and, as far as they follow
from that answer, the fields of its body. A field named `path.…` or `header.…` stands there instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ID, ETAG = "$response.body#/id", "$response.header.ETag"
THE_SAME = "$request.body#/edition_id"
MADE_HERE = "e{$response.body#/version}"
"""The edition that a command has begun is named by the version of its event."""

RECORD = {
    "memorandums": "memorandum_id",
    "partners": "partner_id",
    "requests": "request_id",
    "mobility_cases": "case_id",
    "imported_files": "file_id",
}
BEGINNINGS = ("draft", "register", "make", "nominate")
QUESTIONS = (
    *("get", "history", "history_with_cases", "coverage", "places", "questions"),
    *("editions", "edition", "changes", "documents", "document"),
)

Bodies = Mapping[str, Mapping[str, Any]]
"""What may follow, each with what follows for it; a word behind a colon tells two ways to the same apart."""


def _sides(partner_id: str) -> list[dict[str, Any]]:
    """Two units of one organisation: all that one answer can name."""
    return [
        {"partner_id": partner_id, "unit": "Rectorate", "ours": True},
        {"partner_id": partner_id, "unit": "Faculty of Law"},
    ]


_TITLES = {"titles": {"en": "Memorandum of understanding"}}
_TEXT = _TITLES | {"parties": _sides(ID)}
_UNNAMED = _TITLES | {"parties": [_sides(ID)[0], {"counterparty": "a faculty of law"}]}
_MEMORANDUM = {"kind": "memorandum_of_understanding", "reference": None}
_PAPER = _TEXT | {
    "signed_on": "2024-03-01",
    "term": {
        "kind": "tacit",
        "length": {"count": 5, "unit": "years"},
        "renewal": {"count": 5, "unit": "years"},
        "notice": {"count": 6, "unit": "months"},
    },
}
_OURS, _THEIRS = {"party_id": "p1"}, {"party_id": "p2"}
_CONTACT = {"party_id": "$request.body#/party_id", "role": "$request.body#/role"}
_REGISTER = "Partner,Signed on,Valid until\nOsh State University,2019-05-20,till consent\n"
"""Its only row leaves a question to a person, which is the fourth event of the register."""
_REASON = {"reason": "It was misread."}
_FROM_A_SOURCE = {"source": {"title": "Protocol of the forum"}}
_BY_THE_LAWYERS = {"role": "legal"}


def _on(edition_id: str, *verbs: str, **fields: Any) -> dict[str, dict[str, Any]]:
    return {f"memorandums.{verb}": {"edition_id": edition_id, **fields} for verb in verbs}


def _written(edition_id: str) -> dict[str, dict[str, Any]]:
    """What may follow on a working text."""
    return {
        **_on(edition_id, "submit", "revise", "plan_signing", "withdraw"),
        **_on(edition_id, "record_partner_approval", **_THEIRS),
        **_on(edition_id, "record_outside_signature", **_OURS, **_FROM_A_SOURCE),
    }


def _concluded(edition_id: str) -> dict[str, dict[str, Any]]:
    """What may follow once every party has signed."""
    return {
        "memorandums.propose_renewal": {"follows": edition_id},
        "memorandums.propose_amendment": {"amends": edition_id},
        "memorandums.object": _THEIRS,
        "memorandums.suspend": {},
        "memorandums.give_notice": _OURS,
        "memorandums.terminate": {},
        "memorandums.supersede": {},
        "memorandums.archive": {},
    }


def _kept(edition_id: str) -> dict[str, dict[str, Any]]:
    """What may follow at any time."""
    return {
        "memorandums.assign_owner": {},
        "memorandums.record_partner_reference": _THEIRS,
        "memorandums.name_contact": _THEIRS,
        "memorandums.attach_document": {"edition_id": edition_id},
        "memorandums.note": {},
        "memorandums.place_under_framework": {},
        "memorandums.correct": {"event_version": 1, "field": "reason", "value": "It was agreed."} | _REASON,
        "memorandums.history": {},
        "memorandums.history_with_cases": {},
        "memorandums.places": {},
        "memorandums.editions": {},
        "memorandums.edition": {"path.edition": edition_id},
        "memorandums.changes": {"path.edition": edition_id},
    }


_STAY = {"memorandum_id": None, "without_memorandum": "It is being drafted"}
_STUDENT = {"partner_id": ID, "purpose": "studies", "planned_from": "2024-02-01", "planned_until": "2024-06-30"} | _STAY
_CANDIDATE = {"partner_id": ID, "purpose": "cotutelle"} | _STAY
_NEW_CASE = {"direction": "outgoing", "funding": []}
_ANSWER, _BY_THE_HOST = ("accept", "reject"), {"side": "host"}


def _nominated() -> dict[str, dict[str, Any]]:
    """What may follow on a nomination."""
    return {
        **{f"mobility_cases.{verb}": _BY_THE_HOST for verb in _ANSWER},
        "mobility_cases.revise": {},
        "mobility_cases.cancel": _REASON,
        "mobility_cases.change_dates": {"planned_from": "2024-02-10", "planned_until": None} | _REASON,
        "mobility_cases.record_funding": {},
        "mobility_cases.correct": {"event_version": 1, "field": "office", "value": "lecturer"} | _REASON,
        "mobility_cases.coverage": {},
        "mobility_cases.history": {},
    }


NEXT: dict[str, Bodies] = {
    "institution.get": {
        "institution.define_kind": {"kind": "olympiad_agreement"},
        "institution.set_review_route": {"route": ["legal"], "kind": None},
        "institution.load_universities": {"file": "name,country,domain\nOsh State University,KG,oshsu.kg\n"},
        "institution.permit_overrides": {"roles": ["head_of_office"]},
    },
    "partners.register": {
        "memorandums.draft": _MEMORANDUM | {"content": _TEXT},
        "memorandums.draft:unnamed": _MEMORANDUM | {"content": _UNNAMED},
        "memorandums.register": _MEMORANDUM | {"editions": [_PAPER]} | _FROM_A_SOURCE,
        "requests.make": {
            "requester": "lecturer-7",
            "partner_id": ID,
            "partner_name": "",
            "country": None,
            "partner_kind": None,
        },
        "mobility_cases.nominate": _NEW_CASE | {"details": _STUDENT, "override": None},
        "mobility_cases.nominate:cotutelle": _NEW_CASE | {"details": _CANDIDATE, "override": None},
        "mobility_cases.register": _NEW_CASE | {"details": _STUDENT, "reached": "completed"},
        "imports.take": {"file": _REGISTER, "register": "Agreements", "ours": ID},
        "partners.rename": {},
        "partners.add_alias": {},
        "partners.identify": {"scheme": "pic", "value": "999999999"},
        "partners.record_successor": {},
        "partners.merge": {},
        "partners.record_ranking": {"table": "QS", "edition": "2024"},
        "partners.correct": {"event_version": 1, "field": "name", "value": "Osh State University"} | _REASON,
    },
    "partners.rename": {"partners.retract": {"event_version": "$response.body#/version"} | _REASON},
    "imports.take": {"imported_files.decide": {"question_id": "q4"}, "imported_files.questions": {}},
    "requests.make": {
        "requests.accept": _MEMORANDUM | {"content": _TITLES | {"parties": _sides("$request.body#/partner_id")}},
        "requests.decline": {},
        "requests.withdraw": {"header.Bitim-Account": "$request.body#/requester"},
    },
    "memorandums.draft": _written("e1")
    | _on("e1", "name_counterparty", partner_id="$request.body#/content/parties/0/partner_id", **_THEIRS)
    | _kept("e1"),
    "memorandums.register": _concluded("e2")
    | _kept("e2")
    | {
        "memorandums.record_edition": _FROM_A_SOURCE,
        "memorandums.complete_stub": _FROM_A_SOURCE | {"edition_id": "e2"},
    },
    "memorandums.submit": _on(THE_SAME, "clear", "return_for_changes", **_BY_THE_LAWYERS),
    "memorandums.clear": _on(THE_SAME, "approve") | _on(THE_SAME, "return_for_changes", **_BY_THE_LAWYERS),
    "memorandums.return_for_changes": _on(THE_SAME, "revise", "submit"),
    "memorandums.approve": _on(THE_SAME, "record_partner_approval", **_THEIRS) | _on(THE_SAME, "sign", **_OURS),
    "memorandums.record_partner_approval": _on(THE_SAME, "submit", "revise", "revert") | _on(THE_SAME, "sign", **_OURS),
    "memorandums.revise": _on(THE_SAME, "revert", "submit"),
    "memorandums.name_counterparty": _on(THE_SAME, "submit"),
    "memorandums.sign": _on(THE_SAME, "sign", **_THEIRS) | _concluded(THE_SAME),
    "memorandums.record_outside_signature": _on(THE_SAME, "record_outside_signature", **_THEIRS, **_FROM_A_SOURCE)
    | _concluded(THE_SAME),
    "memorandums.propose_renewal": _written(MADE_HERE),
    "memorandums.propose_amendment": _written(MADE_HERE),
    "memorandums.attach_document": {
        "memorandums.documents": {},
        "memorandums.document": {"path.sha256": "$response.body#/sha256"},
    },
    "memorandums.name_contact": {"memorandums.withdraw_contact": _CONTACT},
    "memorandums.suspend": {"memorandums.resume": {}, "memorandums.terminate": {}},
    "memorandums.archive": {"memorandums.bring_back": {}},
    "mobility_cases.nominate": _nominated(),
    "mobility_cases.reject": {"mobility_cases.revise": {}},
    "mobility_cases.accept": {
        "mobility_cases.start": {},
        "mobility_cases.enrol": {},
        "mobility_cases.retract": {"event_version": "$response.body#/version"} | _REASON,
    },
    "mobility_cases.start": {"mobility_cases.complete": {}, "mobility_cases.interrupt": {}},
    "mobility_cases.complete": {"mobility_cases.certify": {}, "mobility_cases.recognise": {}},
    "mobility_cases.register": {"mobility_cases.certify": {}, "mobility_cases.recognise": {}},
    "mobility_cases.enrol": {"mobility_cases.defend": {}},
    "mobility_cases.defend": {"mobility_cases.award_degree": {}},
    "memorandums.note": {"memorandums.retract": {"event_version": "$response.body#/version"} | _REASON},
}
"""By operation, what may follow it."""


def add_links(document: dict[str, Any]) -> dict[str, Any]:
    """The description, with links at the answer of each command, and where a question leads to one."""
    operations = {
        operation["operationId"]: (method, operation)
        for path in document["paths"].values()
        for method, operation in path.items()
        if method in ("get", "post")
    }
    for name, (method, operation) in operations.items():
        following = dict(NEXT.get(name, {}))
        shown = f"{_answers_with(name)}.get"
        if method == "post" and shown in operations:  # a register that is taken in answers with no record of its own
            following[shown] = {}
        if following:
            (done,) = {"200", "201"} & set(operation["responses"])
            links = {title: _link(name, title.partition(":")[0], body) for title, body in following.items()}
            operation["responses"][done]["links"] = links
    return document


def _answers_with(name: str) -> str:
    """The room of the record that a command answers with."""
    others = {"requests.accept": "memorandums", "imports.take": "imported_files"}
    return others.get(name, name.partition(".")[0])


def _link(name: str, target: str, body: Mapping[str, Any]) -> dict[str, Any]:
    room, _, verb = target.partition(".")
    parameters: dict[str, str] = {}
    if room == _answers_with(name) and verb not in BEGINNINGS:
        if room in RECORD:
            parameters[f"path.{RECORD[room]}"] = ID
        if verb not in QUESTIONS:
            parameters["header.If-Match"] = ETAG
    parameters |= {place: value for place, value in body.items() if "." in place}
    fields = {field: value for field, value in body.items() if "." not in field}
    link: dict[str, Any] = {"operationId": target, "parameters": parameters}
    return link | {"requestBody": fields} if fields else link

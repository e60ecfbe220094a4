"""Links from each command to those that may follow it, so that a machine can walk the life of a memorandum.

A link names the next operation, where its id and its If-Match stand in the answer before, and, as far as they follow
from that answer, the fields of its body.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ID, ETAG = "$response.body#/id", "$response.header.ETag"
RECORD = {"memorandums": "memorandum_id", "partners": "partner_id", "requests": "request_id"}

BEGINNINGS = ("draft", "register", "make")

Bodies = Mapping[str, Mapping[str, Any]]
"""Operations that may follow, each with what follows for its body."""


def _sides(partner_id: str) -> list[dict[str, Any]]:
    """Two units of one organisation: all that one answer can name."""
    return [
        {"partner_id": partner_id, "unit": "Rectorate", "ours": True},
        {"partner_id": partner_id, "unit": "Faculty of Law"},
    ]


_TEXT = {"titles": {"en": "Memorandum of understanding"}, "parties": _sides(ID)}
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
_REASON = {"reason": "It was misread."}
_FROM_A_SOURCE = {"source": {"title": "Protocol of the forum"}}


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
        "memorandums.attach_document": {"edition_id": edition_id},
        "memorandums.note": {},
        "memorandums.place_under_framework": {},
        "memorandums.correct": {"event_version": 1, "field": "reason", "value": "It was agreed."} | _REASON,
    }


NEXT: dict[str, Bodies] = {
    "partners.register": {
        "memorandums.draft": _MEMORANDUM | {"content": _TEXT},
        "memorandums.register": _MEMORANDUM | {"editions": [_PAPER]},
        "requests.make": {"partner_id": ID},
        "partners.rename": {},
        "partners.add_alias": {},
        "partners.identify": {},
        "partners.record_successor": {},
        "partners.correct": {"event_version": 1, "field": "name"} | _REASON,
    },
    "partners.rename": {"partners.retract": {"event_version": 2} | _REASON},
    "requests.make": {
        "requests.accept": _MEMORANDUM | {"content": _TEXT | {"parties": _sides("$request.body#/partner_id")}},
        "requests.decline": {},
        "requests.withdraw": {},
    },
    "memorandums.draft": _written("e1") | _on("e1", "name_counterparty", **_THEIRS) | _kept("e1"),
    "memorandums.register": _concluded("e2")
    | _kept("e2")
    | {"memorandums.record_edition": {}, "memorandums.complete_stub": {"edition_id": "e2"}},
    "memorandums.submit": _on("e1", "clear", "return_for_changes", role="legal"),
    "memorandums.clear": _on("e1", "approve") | _on("e1", "return_for_changes", role="legal"),
    "memorandums.return_for_changes": _on("e1", "revise", "submit"),
    "memorandums.approve": _on("e1", "record_partner_approval", **_THEIRS),
    "memorandums.record_partner_approval": _on("e1", "revise", "revert") | _on("e1", "sign", **_OURS),
    "memorandums.revise": _on("e1", "revert", "submit"),
    "memorandums.name_counterparty": _on("e1", "submit"),
    "memorandums.sign": _on("e1", "sign", **_THEIRS) | _concluded("e1"),
    "memorandums.record_outside_signature": _on("e1", "record_outside_signature", **_THEIRS, **_FROM_A_SOURCE)
    | _concluded("e1"),
    "memorandums.propose_renewal": _written("e{$response.body#/version}"),
    "memorandums.propose_amendment": _written("e{$response.body#/version}"),
    "memorandums.suspend": {"memorandums.resume": {}, "memorandums.terminate": {}},
    "memorandums.archive": {"memorandums.bring_back": {}},
    "memorandums.note": {"memorandums.retract": {"event_version": "{$response.body#/version}"} | _REASON},
}
"""By operation, the commands that may follow it."""


def add_links(document: dict[str, Any]) -> dict[str, Any]:
    """The description, with links at the answer of each command."""
    commands = {path["post"]["operationId"]: path["post"] for path in document["paths"].values() if "post" in path}
    shown = {path["get"]["operationId"] for path in document["paths"].values() if "get" in path}
    for name, command in commands.items():
        following = {target: _link(name, target, body) for target, body in NEXT.get(name, {}).items()}
        seen = f"{_answers_with(name)}.get"
        if seen in shown:
            following[seen] = _link(name, seen, {})
        (done,) = {"200", "201"} & set(command["responses"])
        command["responses"][done]["links"] = following
    return document


def _answers_with(name: str) -> str:
    """The room of the record that a command answers with."""
    return "memorandums" if name == "requests.accept" else name.partition(".")[0]


def _link(name: str, target: str, body: Mapping[str, Any]) -> dict[str, Any]:
    room, _, verb = target.partition(".")
    parameters: dict[str, str] = {}
    if room == _answers_with(name) and room in RECORD and verb not in BEGINNINGS:
        parameters[f"path.{RECORD[room]}"] = ID
        if verb != "get":
            parameters["header.If-Match"] = ETAG
    if target == "requests.withdraw":
        parameters["header.Bitim-Account"] = "$request.body#/requester"
    link: dict[str, Any] = {"operationId": target, "parameters": parameters}
    return link | {"requestBody": dict(body)} if body else link

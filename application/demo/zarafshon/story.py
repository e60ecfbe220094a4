"""One fictitious memorandum, told to the use cases act by act.

A data file tells a memorandum by its reference: its partners, kind and content, its ``editions`` if it is entered from
paper, and ``acts``, each ``[day, verb, fields]``. A verb is that of a use case; its edition is the one begun last, its
party the first partner, unless the fields say otherwise. Some verbs are of this module:

    draft            begins the memorandum
    conclude         all that is missing until every party has signed; the day is that of the signatures
    clear_all        the clearance of every role of the review route
    sign_ours        our signature
    sign_partner     the signature of each partner
    attach           a document made up for the occasion

``standing``, ``stage``, ``awaits`` and ``archived`` say what the memorandum then is, on the day of entering.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from application.demo.zarafshon.calendar import day
from application.demo.zarafshon.cast import INSTITUTE, Cast, fictitious_act, owner
from application.demo.zarafshon.content import plain
from application.demo.zarafshon.paper import document
from domain.shared.act import Act

if TYPE_CHECKING:
    from application.bitim import Bitim

ROUTE = ("legal", "international")
_CONTENT = ("title", "clauses", "areas", "term", "effective_on")
_BEGINS_EDITION = ("draft", "propose_renewal", "propose_amendment")
_OF_AN_EDITION = frozenset(
    "revise revert submit clear return_for_changes approve record_partner_approval withdraw sign name_counterparty "
    "plan_signing attach_document".split()
)
_OF_A_PARTY = frozenset(
    "object give_notice record_partner_approval record_partner_reference name_counterparty name_contact".split()
)
_REFERENCES = {"framework_id", "by_memorandum_id"}
_DAYS_BEFORE_SIGNING = timedelta(days=60)
_WAY = (("submit", 0.2), ("clear_all", 0.4), ("approve", 0.5), ("record_partner_approval", 0.8))
"""What comes before the signatures, and how much of the time from draft to signature has passed by then."""


class Story:
    """Tells one memorandum of the fictitious institute.

    Args:
        bitim: the use cases.
        cast: the partners, and the memorandums told before.
        reference: its number.
        told: what the data file says of it.
        today: from which its days are counted.
    """

    def __init__(self, bitim: Bitim, cast: Cast, reference: str, told: Mapping[str, Any], today: date) -> None:
        self._commands = bitim.memorandums
        self._cast, self._reference, self._told, self._today = cast, reference, told, today
        self._partners: list[str] = [told["partner"]] if "partner" in told else list(told.get("partners", ()))
        self._id = UUID(int=0)
        self._edition_id, self._begun = "", today
        self._versions: dict[str, int] = {}
        self._sheets = 0

    def tell(self) -> UUID:
        """Enter it.

        Returns:
            its id.
        """
        if "editions" in self._told:
            self._register()
        for told, verb, *fields in self._told.get("acts", ()):
            self._do(verb, date.fromisoformat(day(told, self._today)), **dict(*fields))
        return self._id

    def _do(self, verb: str, on: date, **fields: Any) -> None:
        own = getattr(self, f"_{verb}", None)
        if own is not None:
            own(on, **fields)
        else:
            self._use(verb, on, **fields)

    def _use(self, verb: str, on: date, *, reason: str = "", **fields: Any) -> None:
        """Call the use case of this name."""
        if verb in _OF_AN_EDITION:
            fields.setdefault("edition_id", self._edition_id)
        if verb in _OF_A_PARTY:
            fields.setdefault("party_id", "p2")
        for name in _REFERENCES & set(fields):
            fields[name] = str(self._cast.memorandum_ids[fields[name]])
        done = getattr(self._commands, verb)(self._id, self._act(on, reason), **self._plain(fields))
        self._keep(verb, on, done.version)

    def _keep(self, verb: str, on: date, version: int) -> None:
        self._versions[verb] = version
        if verb in _BEGINS_EDITION:
            self._edition_id, self._begun = f"e{version}", on

    def _act(self, on: date, reason: str = "") -> Act:
        self._sheets += 1
        return fictitious_act(on.isoformat(), f"Folder {self._reference}, sheet {self._sheets}", reason)

    def _plain(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        return plain(fields, self._today, self._told.get("languages", ["en"]))

    # How it begins

    def _draft(self, on: date) -> None:
        content = {**self._content(self._told), "parties": self._parties()}
        request_id = self._cast.request_ids.get(self._told.get("request", ""))
        done = self._commands.draft(self._act(on), content=content, request_id=request_id, **self._entry())
        self._id = done.id
        self._keep("draft", on, done.version)

    def _register(self) -> None:
        shared = {**self._content(self._told), "parties": self._parties()}
        editions = [{**shared, **self._edition(told)} for told in self._told["editions"]]
        done = self._commands.register(
            self._act(self._today, "Entered from the folder"),
            editions=editions,
            updated_form=self._told.get("updated_form", False),
            **self._entry(),
        )
        self._id, self._edition_id = done.id, f"e{done.version}"

    def _entry(self) -> dict[str, Any]:
        kind = self._told.get("kind", "memorandum_of_understanding")
        return {"kind": kind, "owner": owner(self._reference), "reference": self._reference}

    def _edition(self, told: Mapping[str, Any]) -> dict[str, Any]:
        edition = self._plain({name: value for name, value in told.items() if name != "signatures"})
        if told.get("signatures"):
            edition["signatures"] = [
                {"party_id": party_id, "signed_on": edition["signed_on"], **self._cast.signature(partner)}
                for party_id, partner in self._signing()
            ]
        return edition

    def _content(self, told: Mapping[str, Any]) -> dict[str, Any]:
        return self._plain({name: told[name] for name in _CONTENT if name in told})

    def _parties(self) -> list[dict[str, Any]]:
        ours = {**self._cast.party(INSTITUTE), "unit": self._told.get("unit", "")}
        if "counterparty" in self._told:
            return [ours, {"counterparty": self._told["counterparty"]}]
        return [ours, *map(self._cast.party, self._partners)]

    def _signing(self) -> list[tuple[str, str]]:
        """The party ids, each with the partner that signs."""
        return [(f"p{place}", partner) for place, partner in enumerate([INSTITUTE, *self._partners], start=1)]

    # Verbs of this module

    def _conclude(self, on: date, *, place: str = "") -> None:
        if not self._id.int:
            self._draft(on - _DAYS_BEFORE_SIGNING)
        for verb, part in _WAY:
            self._do(verb, self._begun + (on - self._begun) * part)
        self._sign_ours(on, place=place)
        self._sign_partner(on, place=place)

    def _clear_all(self, on: date) -> None:
        for role in ROUTE:
            self._use("clear", on, role=role)

    def _record_partner_approval(self, on: date, **fields: Any) -> None:
        for party_id in [fields["party_id"]] if fields else [party_id for party_id, _ in self._signing()[1:]]:
            self._use("record_partner_approval", on, party_id=party_id)

    def _sign_ours(self, on: date, **fields: Any) -> None:
        self._use("sign", on, party_id="p1", **self._cast.signature(INSTITUTE), **fields)

    def _sign_partner(self, on: date, **fields: Any) -> None:
        for party_id, partner in self._signing()[1:]:
            self._use("sign", on, party_id=party_id, **self._cast.signature(partner), **fields)

    def _name_counterparty(self, on: date) -> None:
        self._use("name_counterparty", on, partner_id=self._cast.party(self._partners[0])["partner_id"])

    def _place_under_framework(self, on: date) -> None:
        self._use("place_under_framework", on, framework_id=self._told["framework"])

    def _revise(self, on: date, *, reason: str = "", **changes: Any) -> None:
        self._use("revise", on, reason=reason, changes=changes)

    def _propose_renewal(self, on: date, *, reason: str = "", **changes: Any) -> None:
        self._use("propose_renewal", on, reason=reason, changes=changes)

    def _propose_amendment(self, on: date, *, reason: str = "", **changes: Any) -> None:
        self._use("propose_amendment", on, reason=reason, amends=self._edition_id, changes=changes)

    def _complete_stub(self, on: date, *, reason: str, known: Mapping[str, Any]) -> None:
        self._use("complete_stub", on, reason=reason, edition_id="e2", known=known)

    def _attach(self, on: date, *, filename: str, label: str) -> None:
        lines = [f"{self._reference}: {label}", self._told["title"], "Fictitious: made up to show Bitim at work."]
        media_type = "application/pdf" if filename.endswith(".pdf") else "text/plain"
        content = document(media_type, lines)
        self._use("attach_document", on, filename=filename, media_type=media_type, label=label, content=content)

    def _correct(self, on: date, *, of: str, **fields: Any) -> None:
        self._use("correct", on, event_version=self._versions[of], **fields)

    def _retract(self, on: date, *, of: str, reason: str) -> None:
        self._use("retract", on, event_version=self._versions[of], reason=reason)

"""The values of a memorandum that people see: ``owner``, ``editions.e1.titles.en``, ``editions.e2.parties.p1``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from domain.memorandum.edition import Edition, Signature
from domain.memorandum.lifecycle import stage
from domain.memorandum.state import MemorandumState, RecordedFact
from domain.shared.values import Values


def values(memorandum: MemorandumState) -> Values:
    """The values of a memorandum as it stands."""
    single: dict[str, Any] = {
        "reference": memorandum.reference,
        "kind": memorandum.kind,
        "owner": memorandum.owner,
        "archived": memorandum.archived,
        "request_id": memorandum.request_id,
        "framework_id": memorandum.framework_id,
        "superseded_by": memorandum.superseded_by,
    }
    single |= {f"partner_references.{party}": number for party, number in memorandum.partner_references.items()}
    single |= {f"contacts.{party}.{role}": contact for (party, role), contact in memorandum.contacts.items()}
    several: dict[str, tuple[Any, ...]] = {
        "documents": memorandum.documents,
        "notes": memorandum.notes,
        "facts": tuple(_fact(fact) for fact in memorandum.facts),
    }
    for edition in memorandum.editions.values():
        at = f"editions.{edition.edition_id}"
        single |= {f"{at}.{path}": value for path, value in _of_edition(edition)}
        several[f"{at}.signatures"] = tuple(_signature(signature) for signature in edition.signatures)
        several[f"{at}.plans"] = edition.plans
    return Values(single, several)


def _of_edition(edition: Edition) -> Iterator[tuple[str, Any]]:
    content = edition.content
    for part in ("titles", "texts"):
        yield from ((f"{part}.{language}", text) for language, text in (content[part] or {}).items())
    yield from ((f"parties.{party['party_id']}", party) for party in content["parties"] or ())
    yield from ((f"areas.{area['area']}", area["fields"]) for area in content["areas"] or ())
    yield "term", content["term"]
    yield "effective_on", content["effective_on"]
    yield "conditions", content["conditions"] or None
    if edition.from_paper:
        yield "signed_on", edition.introduced_on
    yield "stage", stage(edition)
    yield from ((f"approvals.{one.by}", True) for one in edition.approvals if edition.counts(one))


def _signature(signature: Signature) -> dict[str, Any]:
    return {
        "party_id": signature.party_id,
        "name": signature.name,
        "office": signature.office,
        "place": signature.place,
        "signed_on": signature.signed_on,
    }


def _fact(fact: RecordedFact) -> dict[str, Any]:
    """A legal fact without what is not stated."""
    stated = {
        "kind": fact.kind,
        "on": fact.occurred_on,
        "effective_on": fact.effect,
        "until": fact.until,
        "against": fact.against,
        "length": fact.length,
        "leaving": fact.leaving,
    }
    return {name: value for name, value in stated.items() if value is not None}

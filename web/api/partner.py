"""Partners: the organisations that we deal with."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done
from domain.partner.partner import Partner
from domain.shared.act import Act
from web.api.commanding import Answering
from web.api.rooms import Answer, Room
from web.core import bitim
from web.schemas.asking import Alike, Asked, KnownAt, OfNearDuplicates, OfTheDirectory
from web.schemas.correcting import Correct, Retract
from web.schemas.partner import AddAlias, Identify, Merge, RecordRanking, RecordSuccessor, RegisterPartner, Rename
from web.schemas.shown import others as shown
from web.schemas.shown.history import History
from web.schemas.shown.others import PartnerPage

partners = Room(
    "partners",
    description="The organisations that we deal with, ourselves among them.",
)


@partners.begins("", RegisterPartner, Answering(begins=Partner, shown_at="partners"))
def register(act: Act, **fields: Any) -> Done:
    """Enter an organisation."""
    return bitim().partners.register(act, **fields)


@partners.changes("/<uuid:partner_id>/rename", Rename)
def rename(partner_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record that it took another name; the former ones stay."""
    return bitim().partners.rename(partner_id, act, expected, **fields)


@partners.changes("/<uuid:partner_id>/add-alias", AddAlias)
def add_alias(partner_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Add another spelling under which it is found."""
    return bitim().partners.add_alias(partner_id, act, expected, **fields)


@partners.changes("/<uuid:partner_id>/identify", Identify)
def identify(partner_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Give it an identifier; one that it had of this scheme is kept as a former one."""
    return bitim().partners.identify(partner_id, act, expected, **fields)


@partners.changes("/<uuid:partner_id>/record-successor", RecordSuccessor)
def record_successor(partner_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record that another organisation took its place."""
    return bitim().partners.record_successor(partner_id, act, expected, **fields)


@partners.changes("/<uuid:partner_id>/merge", Merge)
def merge(partner_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record that two records are about one organisation; this one is shown under the other from now on."""
    return bitim().partners.merge(partner_id, act, expected, **fields)


@partners.changes("/<uuid:partner_id>/record-ranking", RecordRanking)
def record_ranking(partner_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record at which rank it stands in an edition of a table, or that the table does not rank it."""
    return bitim().partners.record_ranking(partner_id, act, expected, **fields)


@partners.changes("/<uuid:partner_id>/correct", Correct)
def correct(partner_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """State that a field of an earlier event was never so."""
    return bitim().partners.correct(partner_id, act, expected, **fields)


@partners.changes("/<uuid:partner_id>/retract", Retract)
def retract(partner_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """State that an event did not happen."""
    return bitim().partners.retract(partner_id, act, expected, **fields)


@partners.asks("", OfTheDirectory, PartnerPage)
def list(**conditions: Any) -> Answer:  # noqa: A001  the name of the question in the core
    """Partners in the order of their names."""
    return bitim().partner_directory.list(**conditions)


@partners.asks("/near-duplicates", OfNearDuplicates, shown.NearDuplicates)
def near_duplicates(**conditions: Any) -> Answer:
    """Pairs of partners that may be one organisation, with the reasons; a person decides."""
    return bitim().near_duplicates.list(**conditions)


@partners.asks("/alike", Alike, shown.AlikePartners)
def alike(name: str, **conditions: Any) -> Answer:
    """The partners that a name may mean, with the reasons, the strongest first."""
    return {"items": bitim().near_duplicates.alike(name, **conditions)}


@partners.asks("/<uuid:partner_id>/history", KnownAt, History)
def history(partner_id: UUID, **conditions: Any) -> Answer:
    """What happened to it: every event with the values before and after, and what later ones made of it."""
    return bitim().partner_history.of(partner_id, **conditions)


@partners.asks("/<uuid:partner_id>", Asked, shown.Partner, versioned=True)
def get(partner_id: UUID, **conditions: Any) -> Answer:
    """A partner with its names, identifiers and memorandums."""
    return bitim().partner_directory.get(partner_id, **conditions)

"""Holding mobility cases and books of places against the records that they name."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from application.checking.finding import Finding, found
from application.mobility.claiming import place_of
from application.store.store import Store
from domain.memorandum.memorandum import Memorandum
from domain.mobility.case import MobilityCase
from domain.mobility.coverage import require_not_terminated
from domain.mobility.events import MobilityNominated
from domain.mobility.place_book import PlaceBook, place_book_id
from domain.partner.partner import Partner
from domain.shared.errors import Refused


def case_findings(store: Store, case: MobilityCase, zone: ZoneInfo) -> Iterator[Finding]:
    """What of a case does not agree with its partner, its memorandum and the book of places of that one."""
    partner_id = case.details["partner_id"]
    if found(store, Partner, partner_id) is None:
        yield _to_nothing("mobility_case", str(case.id), "partner", partner_id)
    if case.memorandum_id is None:
        return
    memorandum = found(store, Memorandum, case.memorandum_id)
    if memorandum is None:
        yield _to_nothing("mobility_case", str(case.id), "memorandum", case.memorandum_id)
        return
    yield from _terminated(case, memorandum, zone)
    yield from _unclaimed(store, case)


def _terminated(case: MobilityCase, memorandum: Memorandum, zone: ZoneInfo) -> Iterator[Finding]:
    """Whether a termination that became known later has taken the ground from a nomination; paper tells what was."""
    if case.stage == "cancelled" or not isinstance(case.recorded[0], MobilityNominated):
        return
    try:
        require_not_terminated(memorandum.timeline(zone), case.stay().first, str(memorandum.id))
    except Refused as refused:
        data = {"link": "memorandum", "other": str(memorandum.id), "on": refused.data["on"]}
        more = {"standing": "terminated", "reference": memorandum.reference}
        yield Finding("link_without_ground", "mobility_case", str(case.id), {**data, **more})


def _unclaimed(store: Store, case: MobilityCase) -> Iterator[Finding]:
    """Whether a case uses a place of which the book of its memorandum knows nothing."""
    place = place_of(case)
    if place is None:
        return
    memorandum_id, use = place
    book = found(store, PlaceBook, str(place_book_id(memorandum_id)))
    if book is None or case.id not in book.claimed_in(use.academic_year):
        data = {"memorandum_id": memorandum_id, "academic_year": use.academic_year}
        yield Finding("place_not_claimed", "mobility_case", str(case.id), data)


def book_findings(store: Store, book: PlaceBook) -> Iterator[Finding]:
    """What of a book of places does not agree with its memorandum and the cases entered in it."""
    if found(store, Memorandum, book.memorandum_id) is None:
        yield _to_nothing("place_book", str(book.id), "memorandum", book.memorandum_id)
    for case_id in book.years:
        if found(store, MobilityCase, case_id) is None:
            yield _to_nothing("place_book", str(book.id), "case", case_id)


def _to_nothing(kind: str, id_: str, link: str, other: str) -> Finding:
    return Finding("link_to_nothing", kind, id_, {"link": link, "other": other})

"""Two records of one organisation: merging them, and declaring that wrong."""

import pytest

from domain.partner.partner import Partner
from domain.shared.errors import NotFound
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused


def a_second_record() -> Partner:
    return given.a_partner("SDJZU", partner_id=given.MERGED)


def test_merge_shows_a_record_under_another() -> None:
    partner, survivor = a_second_record(), given.a_partner()

    partner.merge(given.an_act(), survivor_id=str(given.SHANDONG))
    survivor.absorb(partner, given.an_act())

    assert (partner.survivor_id, survivor.absorbed) == (str(given.SHANDONG), {str(given.MERGED): 2})
    assert partner.name == "SDJZU"


def test_merge_refuses_itself_a_merged_record_and_what_is_no_id() -> None:
    partner = a_second_record()

    with refused(partner, "merged_with_itself", partner_id=str(given.MERGED)):
        partner.merge(given.an_act(), survivor_id=str(given.MERGED))
    with not_accepted(partner, "survivor_id", "uuid"):
        partner.merge(given.an_act(), survivor_id="Shandong")
    partner.merge(given.an_act(), survivor_id=str(given.SHANDONG))
    with refused(partner, "merged_already", partner_id=str(given.MERGED), survivor_id=str(given.SHANDONG)):
        partner.merge(given.an_act(), survivor_id=str(given.CANTABRIA))


def test_a_merged_record_takes_no_other_under_itself() -> None:
    partner = a_second_record()
    partner.merge(given.an_act(), survivor_id=str(given.SHANDONG))

    with refused(partner, "merged_already", survivor_id=str(given.SHANDONG)):
        partner.absorb(given.a_partner(), given.an_act())


def test_retract_parts_them_again_and_they_may_be_merged_anew() -> None:
    partner = a_second_record()
    partner.merge(given.an_act(), survivor_id=str(given.SHANDONG))

    partner.retract(given.with_a_reason(), event_version=2)

    assert partner.survivor_id is None
    partner.merge(given.an_act(), survivor_id=str(given.CANTABRIA))
    assert (partner.survivor_id, partner.merge_entry(str(given.CANTABRIA))) == (str(given.CANTABRIA), 4)
    with pytest.raises(NotFound):
        partner.merge_entry(str(given.SHANDONG))


def test_retract_refuses_to_bring_a_merge_back() -> None:
    partner = a_second_record()
    partner.merge(given.an_act(), survivor_id=str(given.SHANDONG))
    partner.retract(given.with_a_reason(), event_version=2)

    with refused(partner, "cannot_be_retracted", event_version=3, topic="partner.retracted"):
        partner.retract(given.with_a_reason(), event_version=3)


def test_an_entry_of_something_else_tells_of_no_merge() -> None:
    partner = a_second_record()

    assert partner.merger(1) is None
    with nothing_recorded(partner), pytest.raises(NotFound):
        partner.merger(7)

"""Partners, as the office enters them."""

from uuid import uuid4

from application.bitim import Bitim
from domain.partner.partner import Partner
from tests import given
from tests.application.office import act, nothing_stored, refused


def test_a_partner_is_entered_and_changed(bitim: Bitim) -> None:
    done = bitim.partners.register(act(), name="Oviedo", kind="university", country="ES")

    bitim.partners.rename(done.id, act(), 1, name="University of Oviedo")
    bitim.partners.add_alias(done.id, act(), alias="Universidad de Oviedo")
    bitim.partners.identify(done.id, act(), scheme="erasmus_code", value="E OVIEDO01")
    bitim.partners.correct(done.id, act(reason="Typed wrong"), event_version=4, field="value", value="E  OVIEDO01")
    last = bitim.partners.retract(done.id, act(reason="It is the name in English"), event_version=3)

    partner = bitim.store.get(Partner, done.id)
    assert last.version == partner.version == 5
    assert (partner.name, partner.aliases, partner.identifiers) == (
        "University of Oviedo",
        (),
        {"erasmus_code": "E  OVIEDO01"},
    )


def test_a_partner_is_succeeded_by_one_on_record(bitim: Bitim) -> None:
    bitim.partners.record_successor(given.SHANDONG, act("2020"), successor_id=str(given.CANTABRIA))

    assert bitim.store.get(Partner, given.SHANDONG).successors == {str(given.CANTABRIA): "2020"}
    with refused(bitim, "partner_not_found", field="successor_id", id=str(given.MEMORANDUM)):
        bitim.partners.record_successor(given.SHANDONG, act("2020"), successor_id=str(given.MEMORANDUM))


def test_the_same_name_again_stores_nothing(bitim: Bitim) -> None:
    with nothing_stored(bitim):
        done = bitim.partners.rename(given.SHANDONG, act(), name="Shandong Jianzhu University")

    assert done.version == 1


def test_a_partner_changed_meanwhile_or_not_there_is_refused(bitim: Bitim) -> None:
    bitim.partners.add_alias(given.SHANDONG, act(), alias="SDJZU")

    with refused(bitim, "stale_version", expected=1, version=2):
        bitim.partners.add_alias(given.SHANDONG, act(), 1, alias="Shandong Jianshu University")
    nobody = uuid4()
    with refused(bitim, "not_found", kind="partner", id=str(nobody)):
        bitim.partners.add_alias(nobody, act(), alias="SDJZU")

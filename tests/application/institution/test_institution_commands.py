"""What the institution decides, by whichever command comes first."""

from application.bitim import Bitim
from domain.institution.institution import INSTITUTION_ID, Institution
from tests.application.office import act, nothing_stored, refused


def test_the_first_decision_opens_the_record_of_the_institution(bitim: Bitim) -> None:
    done = bitim.institution.set_review_route(act(), route=["legal", "finance"])

    assert (done.id, done.version) == (INSTITUTION_ID, 2)
    assert bitim.store.get(Institution, INSTITUTION_ID).review_route("other") == ("legal", "finance")


def test_opening_it_again_stores_nothing(bitim: Bitim) -> None:
    bitim.institution.open(act())

    with nothing_stored(bitim):
        assert bitim.institution.open(act()).version == 1


def test_a_refused_first_decision_stores_nothing(bitim: Bitim) -> None:
    with refused(bitim, "kind_of_every_institution", kind="other"):
        bitim.institution.define_kind(act(), kind="other", labels={"en": "Other"})


def test_a_decision_on_an_old_version_is_refused(bitim: Bitim) -> None:
    bitim.institution.define_kind(act(), kind="olympiad_agreement", labels={"en": "Olympiad agreement"})

    with refused(bitim, "stale_version", expected=1, version=2):
        bitim.institution.set_review_route(act(), 1, route=["legal"], kind="olympiad_agreement")

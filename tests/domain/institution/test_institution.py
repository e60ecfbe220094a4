"""What an institution decides for itself: kinds of memorandum, and review routes."""

from domain.institution.institution import INSTITUTION_ID
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused


def test_open_begins_with_what_every_institution_has() -> None:
    institution = given.an_institution()

    assert institution.id == INSTITUTION_ID
    assert institution.knows_kind("letter_of_intent")
    assert institution.review_route("letter_of_intent") == ("legal",)


def test_define_kind_adds_a_kind_with_its_labels() -> None:
    institution = given.an_institution()
    labels = {"en": "Olympiad agreement", "uz": "Olimpiada shartnomasi"}

    institution.define_kind(given.an_act(), kind="olympiad_agreement", labels=labels)

    assert institution.kinds == {"olympiad_agreement": labels}
    with nothing_recorded(institution):
        institution.define_kind(given.an_act(), kind="olympiad_agreement", labels=labels)


def test_define_kind_again_labels_it_anew() -> None:
    institution = given.an_institution()
    institution.define_kind(given.an_act(), kind="olympiad_agreement", labels={"en": "Olympiad"})

    institution.define_kind(given.an_act(), kind="olympiad_agreement", labels={"en": "Olympiad agreement"})

    assert institution.kinds == {"olympiad_agreement": {"en": "Olympiad agreement"}}


def test_define_kind_refuses_a_kind_that_every_institution_has() -> None:
    institution = given.an_institution()

    with refused(institution, "kind_of_every_institution", kind="letter_of_intent"):
        institution.define_kind(given.an_act(), kind="letter_of_intent", labels={"en": "LoI"})


def test_define_kind_refuses_a_part_out_of_form() -> None:
    institution = given.an_institution()

    with not_accepted(institution, "kind", "code"):
        institution.define_kind(given.an_act(), kind="Olympiad agreement", labels={"en": "Olympiad"})
    with not_accepted(institution, "labels", "by_language"):
        institution.define_kind(given.an_act(), kind="olympiad_agreement", labels={})


def test_set_review_route_for_a_kind_and_for_the_rest() -> None:
    institution = given.an_institution()

    institution.set_review_route(given.an_act(), route=["legal", "finance"], kind="cooperation_agreement")
    institution.set_review_route(given.an_act(), route=[])

    assert institution.review_route("cooperation_agreement") == ("legal", "finance")
    assert institution.review_route("letter_of_intent") == ()
    with nothing_recorded(institution):
        institution.set_review_route(given.an_act(), route=[])


def test_set_review_route_as_it_is_by_default_is_no_change() -> None:
    institution = given.an_institution()

    with nothing_recorded(institution):
        institution.set_review_route(given.an_act(), route=["legal"])


def test_set_review_route_refuses_an_unknown_kind_and_a_role_twice() -> None:
    institution = given.an_institution()

    with not_accepted(institution, "kind", "one_of"):
        institution.set_review_route(given.an_act(), route=["legal"], kind="olympiad_agreement")
    with not_accepted(institution, "route", "each_once"):
        institution.set_review_route(given.an_act(), route=["legal", "legal"])
    with not_accepted(institution, "route.0", "code"):
        institution.set_review_route(given.an_act(), route=["Legal department"])
    with not_accepted(institution, "route", "at_most"):
        institution.set_review_route(given.an_act(), route="legal")


def test_permit_overrides_names_who_may_go_beyond_the_places() -> None:
    institution = given.an_institution()

    institution.permit_overrides(given.an_act(), roles=["head_of_office"])

    assert institution.override_roles == ("head_of_office",)
    with nothing_recorded(institution):
        institution.permit_overrides(given.an_act(), roles=["head_of_office"])


def test_permit_overrides_refuses_a_role_twice() -> None:
    institution = given.an_institution()

    with not_accepted(institution, "roles", "each_once"):
        institution.permit_overrides(given.an_act(), roles=["head", "head"])


def test_open_refuses_a_day_to_come() -> None:
    institution = given.an_institution()

    with not_accepted(institution, "occurred_on", "not_after"):
        type(institution).open(given.an_act("2027"))


def test_load_universities_takes_the_list_that_was_loaded_last() -> None:
    institution = given.an_institution()

    institution.load_universities(given.an_act(), filename="old.csv", sha256="0" * 64, size=2)
    institution.load_universities(given.an_act(), filename="new.json", sha256="1" * 64, size=3)

    assert institution.universities == {"filename": "new.json", "sha256": "1" * 64, "size": 3}
    with nothing_recorded(institution):
        institution.load_universities(given.an_act(), filename="renamed.json", sha256="1" * 64, size=3)


def test_load_universities_refuses_a_part_out_of_form() -> None:
    institution = given.an_institution()

    with not_accepted(institution, "filename", "line"):
        institution.load_universities(given.an_act(), filename="", sha256="1" * 64, size=3)
    with not_accepted(institution, "sha256", "sha256"):
        institution.load_universities(given.an_act(), filename="new.json", sha256="1", size=3)

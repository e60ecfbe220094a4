"""What the institution decides, over HTTP."""

from __future__ import annotations

import io

from domain.institution.institution import INSTITUTION_ID, Institution
from tests.web.api.desk import Desk, is_done, is_refused

OLYMPIAD = {"kind": "olympiad_agreement", "labels": {"en": "Olympiad agreement"}}


def test_the_first_decision_is_based_on_no_version(desk: Desk) -> None:
    is_done(desk.send("/institution/define-kind", OLYMPIAD, version=0), version=2)
    is_done(desk.send("/institution/set-review-route", {"route": ["legal", "finance"]}, version=2), version=3)

    decided = desk.bitim.store.get(Institution, INSTITUTION_ID)
    assert decided.kinds == {"olympiad_agreement": {"en": "Olympiad agreement"}}
    assert decided.review_route("other") == ("legal", "finance")


def test_what_every_institution_has_is_not_defined_again(desk: Desk) -> None:
    with desk.storing_nothing():
        answer = desk.send("/institution/define-kind", OLYMPIAD | {"kind": "other"}, version=0)

    is_refused(answer, 409, "kind_of_every_institution")


def test_a_role_stands_on_a_route_once(desk: Desk) -> None:
    with desk.storing_nothing():
        answer = desk.send("/institution/set-review-route", {"route": ["legal", "legal"]}, version=0)

    assert is_refused(answer, 422, "invalid_value")["fields"][0]["field"] == "route"


def test_of_two_first_decisions_the_later_is_stale(desk: Desk) -> None:
    desk.send("/institution/define-kind", OLYMPIAD, version=0)

    with desk.storing_nothing():
        answer = desk.send("/institution/set-review-route", {"route": []}, version=0)

    assert is_refused(answer, 412, "stale_version")["data"]["version"] == 2


def test_the_roles_that_may_go_beyond_the_places_are_named(desk: Desk) -> None:
    is_done(desk.send("/institution/permit-overrides", {"roles": ["head_of_office"]}, version=0), version=2)

    assert desk.bitim.store.get(Institution, INSTITUTION_ID).override_roles == ("head_of_office",)


def test_a_role_that_may_go_beyond_the_places_is_named_once(desk: Desk) -> None:
    with desk.storing_nothing():
        answer = desk.send("/institution/permit-overrides", {"roles": ["dean", "dean"]}, version=0)

    assert is_refused(answer, 422, "invalid_value")["fields"][0]["field"] == "roles"


def universities(content: bytes) -> dict[str, object]:
    """A list of universities, as a form carries it."""
    return {"file": (io.BytesIO(content), "universities.csv", "text/csv")}


def test_a_list_of_universities_is_taken_in(desk: Desk) -> None:
    listed = universities(b"name,country,domain\nOsh State University,KG,oshsu.kg\n")

    is_done(desk.send("/institution/load-universities", version=0, data=listed), version=2)


def test_what_is_no_list_of_universities_is_refused(desk: Desk) -> None:
    with desk.storing_nothing():
        answer = desk.send("/institution/load-universities", version=0, data=universities(b"%PDF-1.7"))

    is_refused(answer, 422, "invalid_value")

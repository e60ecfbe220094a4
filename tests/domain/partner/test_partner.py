"""A partner: its dated names, aliases, identifiers, and who took its place."""

from datetime import date
from typing import Any

import pytest

from domain.partner.partner import Partner
from domain.shared.errors import Invalid
from domain.shared.moment import TASHKENT
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused


def test_register_enters_an_organisation() -> None:
    partner = given.a_partner(
        aliases=["SDJZU", "Shandong Jianshu University", "sdjzu"],
        identifiers={"schac": "SDJZU.edu.cn", "pic": "949012345"},
    )

    assert (partner.name, partner.kind, partner.country) == ("Shandong Jianzhu University", "university", "CN")
    assert partner.aliases == ("SDJZU", "Shandong Jianshu University")
    assert partner.identifiers == {"schac": "sdjzu.edu.cn", "pic": "949012345"}


def test_register_takes_an_organisation_of_no_country_and_without_identifiers() -> None:
    partner = given.a_partner("UNESCO", kind="ministry_or_agency", country=None)

    assert (partner.country, partner.identifiers) == (None, {})


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "evil\u202ename"}, "name"),
        ({"kind": "bank"}, "kind"),
        ({"country": "UK"}, "country"),
        ({"country": ["CN"]}, "country"),
        ({"aliases": "SDJZU"}, "aliases"),
        ({"aliases": ["x" * 301]}, "aliases.0"),
        ({"identifiers": {"isbn": "1"}}, "identifiers"),
        ({"identifiers": {"pic": "94901234"}}, "identifiers.pic"),
        ({"identifiers": {"pic": 949012345}}, "identifiers.pic"),
    ],
)
def test_register_refuses_a_part_out_of_form(details: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        given.a_partner(**details)

    assert refusal.value.field == field


def test_rename_gives_it_another_name_from_a_day_on() -> None:
    partner = given.a_partner("Shandong Institute of Architecture")

    partner.rename(given.an_act("2006-03-01"), name="Shandong Jianzhu University", effective_on="2006-09-01")

    assert partner.name_on(date(2006, 8, 31), TASHKENT) == "Shandong Institute of Architecture"
    assert partner.name_on(date(2006, 9, 1), TASHKENT) == "Shandong Jianzhu University"
    assert partner.name == "Shandong Jianzhu University"


def test_rename_in_a_year_leaves_its_days_uncertain_between_two_names() -> None:
    partner = given.a_partner("Old")

    partner.rename(given.an_act("2006"), name="New")

    assert partner.names_on(date(2005, 12, 31), TASHKENT) == ("Old",)
    assert partner.names_on(date(2006, 6, 1), TASHKENT) == ("Old", "New")
    assert partner.name_on(date(2006, 6, 1), TASHKENT) == "Old"
    assert partner.names_on(date(2006, 12, 31), TASHKENT) == ("New",)


def test_rename_on_an_unknown_day_happened_before_it_was_recorded() -> None:
    partner = given.a_partner("Old")

    partner.rename(given.an_act(None), name="New")

    assert partner.names_on(date(2026, 9, 13), TASHKENT) == ("Old", "New")
    assert partner.names_on(date(2026, 9, 14), TASHKENT) == ("New",)


def test_rename_entered_late_takes_its_place_among_the_names() -> None:
    partner = given.a_partner("First")
    partner.rename(given.an_act("2010-01-01"), name="Third")

    partner.rename(given.an_act("2000-01-01"), name="Second")

    assert partner.name == "Third"
    assert partner.name_on(date(2005, 1, 1), TASHKENT) == "Second"
    with nothing_recorded(partner):
        partner.rename(given.an_act("2005-01-01"), name="Second")


def test_rename_refuses_a_name_out_of_form_and_a_day_to_come() -> None:
    partner = given.a_partner()

    with not_accepted(partner, "name", "line"):
        partner.rename(given.an_act(), name="two\nlines")
    with not_accepted(partner, "effective_on", "partial_date"):
        partner.rename(given.an_act(), name="New", effective_on="soon")
    with not_accepted(partner, "occurred_on", "not_after"):
        partner.rename(given.an_act("2026-10"), name="New")


def test_add_alias_adds_a_spelling_once() -> None:
    partner = given.a_partner()

    partner.add_alias(given.an_act(), alias="Shandong Jianshu University")

    assert partner.aliases == ("Shandong Jianshu University",)
    for known in ("SHANDONG JIANSHU UNIVERSITY", "Shandong Jianzhu University"):
        with nothing_recorded(partner):
            partner.add_alias(given.an_act(), alias=known)


def test_add_alias_refuses_nothing_and_too_many() -> None:
    partner = given.a_partner(aliases=[f"alias {n}" for n in range(50)])

    with not_accepted(partner, "alias", "line"):
        partner.add_alias(given.an_act(), alias="")
    with not_accepted(partner, "alias", "at_most"):
        partner.add_alias(given.an_act(), alias="one more")


@pytest.mark.parametrize(
    ("scheme", "value", "kept"),
    [
        ("schac", "Unican.ES", "unican.es"),
        ("schac", "xn--80aqf.xn--p1ai", "xn--80aqf.xn--p1ai"),
        ("erasmus_code", "E  SANTAND01", "E  SANTAND01"),
        ("erasmus_code", "E SANTAND01", "E  SANTAND01"),
        ("erasmus_code", "PL KRAKOW01", "PL KRAKOW01"),
        ("erasmus_code", "LUXLUX-VIL01", "LUXLUX-VIL01"),
        ("pic", "999864846", "999864846"),
        ("oid", "E10208999", "E10208999"),
        ("ror", "046ffzj20", "https://ror.org/046ffzj20"),
        ("ror", " https://ror.org/046ffzj20 ", "https://ror.org/046ffzj20"),
    ],
)
def test_identify_keeps_an_identifier_in_the_form_of_its_scheme(scheme: str, value: str, kept: str) -> None:
    partner = given.a_partner()

    partner.identify(given.an_act(), scheme=scheme, value=value)

    assert partner.identifiers == {scheme: kept}
    with nothing_recorded(partner):
        partner.identify(given.an_act(), scheme=scheme, value=value)


def test_identify_anew_keeps_the_former_identifier() -> None:
    partner = given.a_partner(identifiers={"schac": "sdai.edu.cn"})

    partner.identify(given.an_act(), scheme="schac", value="sdjzu.edu.cn")

    assert partner.identifiers == {"schac": "sdjzu.edu.cn"}
    assert partner.former_identifiers == (("schac", "sdai.edu.cn"),)


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("schac", "sdjzu"),
        ("schac", "-sdjzu.edu.cn"),
        ("schac", "http://sdjzu.edu.cn"),
        ("schac", "1.2.3.4"),
        ("erasmus_code", "SANTAND01"),
        ("erasmus_code", "e  santand01"),
        ("pic", "99986484"),
        ("pic", "٩٩٩٨٦٤٨٤٦"),
        ("oid", "10208999"),
        ("ror", "https://ror.org/146ffzj20"),
        ("ror", "https://ror.example/046ffzj20"),
        ("ror", None),
    ],
)
def test_identify_refuses_what_is_not_of_the_scheme(scheme: str, value: Any) -> None:
    partner = given.a_partner()

    with not_accepted(partner, "value", scheme):
        partner.identify(given.an_act(), scheme=scheme, value=value)


def test_identify_refuses_another_scheme() -> None:
    partner = given.a_partner()

    with not_accepted(partner, "scheme", "one_of"):
        partner.identify(given.an_act(), scheme="isbn", value="1")


def test_record_successor_names_who_took_its_place() -> None:
    partner = given.a_partner()

    partner.record_successor(given.an_act("2020"), successor_id=str(given.CANTABRIA), effective_on="2021-01-01")

    assert partner.successors == {str(given.CANTABRIA): "2021-01-01"}
    with nothing_recorded(partner):
        partner.record_successor(given.an_act("2020"), successor_id=str(given.CANTABRIA), effective_on="2021-01-01")


def test_record_successor_refuses_itself() -> None:
    partner = given.a_partner()

    with refused(partner, "succeeds_itself", partner_id=str(given.SHANDONG)):
        partner.record_successor(given.an_act(), successor_id=str(given.SHANDONG))
    with not_accepted(partner, "successor_id", "uuid"):
        partner.record_successor(given.an_act(), successor_id="Cantabria")


def test_correct_a_name_that_was_never_so() -> None:
    partner = given.a_partner("Shandong Jianshu University")

    partner.correct(given.with_a_reason(), event_version=1, field="name", value="Shandong Jianzhu University")

    assert partner.names_on(date(2000, 1, 1), TASHKENT) == ("Shandong Jianzhu University",)


def test_correct_an_identifier_leaves_no_former_one() -> None:
    partner = given.a_partner(identifiers={"pic": "949012345"})

    partner.correct(given.with_a_reason(), event_version=1, field="identifiers", value={"pic": "949012346"})

    assert (partner.identifiers, partner.former_identifiers) == ({"pic": "949012346"}, ())


def test_correct_an_identifier_is_read_by_its_scheme() -> None:
    partner = given.a_partner()
    partner.identify(given.an_act(), scheme="pic", value="949012345")

    partner.correct(given.with_a_reason(), event_version=2, field="value", value="949012346")

    assert partner.identifiers == {"pic": "949012346"}
    with not_accepted(partner, "value", "pic"):
        partner.correct(given.with_a_reason(), event_version=2, field="value", value="tersu.uz")


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("kind", "bank"), ("country", "UK"), ("aliases", [1]), ("identifiers", []), ("occurred_on", 1)],
)
def test_correct_refuses_a_value_out_of_form(field: str, value: Any) -> None:
    partner = given.a_partner()

    with not_accepted(partner, "value.0" if field == "aliases" else "value"):
        partner.correct(given.with_a_reason(), event_version=1, field=field, value=value)


def test_retract_takes_back_a_change_of_name() -> None:
    partner = given.a_partner("Old")
    partner.rename(given.an_act("2006"), name="New")

    partner.retract(given.with_a_reason(), event_version=2)

    assert partner.name == "Old"


def test_retract_refuses_the_registration() -> None:
    partner: Partner = given.a_partner()

    with refused(partner, "cannot_be_retracted", event_version=1):
        partner.retract(given.with_a_reason(), event_version=1)
    with not_accepted(partner, "reason", "required"):
        partner.retract(given.an_act(), event_version=1)

"""Organisations and countries in cells: read where they are certain."""

import pytest

from application.exchange.importing.readings.names import Organisation, organisation, read_country, read_partners


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Osh State University", "university"),
        ("Тошкент давлат юридик университети", "university"),
        ("Universidad de Cantabria", "university"),
        ("Enricssion Co. Ltd., Kyoto", "enterprise"),
        ("Ministry of Health", "ministry_or_agency"),
        ("University Hospital Motol", None),
        ("Association of Universities", None),
        ("Foundation University", None),
        ("Fachhochschule Burgenland GmbH", None),
        ("Institute of Metals", None),
        ("CERN", None),
    ],
)
def test_a_name_tells_what_an_organisation_is_or_leaves_it_open(name: str, kind: str | None) -> None:
    assert organisation(name).kind == kind


def test_several_partners_stand_in_a_cell_line_by_line() -> None:
    read = read_partners("Osh University\nGraz University; Lyon University")

    assert [one.name for one in read.partners] == ["Osh University", "Graz University", "Lyon University"]
    assert read.reason is None


def test_a_unit_belongs_to_the_organisation_beside_it() -> None:
    read = read_partners("Osh University\nFaculty of Law")

    assert read.partners == (Organisation("Osh University", (), "Faculty of Law", "university"),)


@pytest.mark.parametrize(
    "cell", ["Osh University\nBishkek", "Osh\nGraz", "Osh University\nGraz University\nFaculty of Law"]
)
def test_parts_that_cannot_be_told_apart_are_left_to_a_person(cell: str) -> None:
    assert read_partners(cell).reason == "several_partners"


def test_a_former_name_in_brackets_becomes_another_spelling() -> None:
    assert organisation("CNSMD Lyon (formerly CNSMDL)").aliases == ("CNSMDL",)


@pytest.mark.parametrize("name", ["Korea", "Congo", "Europe", "", "12"])
def test_a_country_that_may_be_several_or_none_is_left_open(name: str) -> None:
    assert read_country(name) is None

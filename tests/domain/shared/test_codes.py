"""Codes that come from outside: countries, languages, fields of study, ids and digests."""

import csv
from pathlib import Path
from typing import Any

import pytest

from domain.shared.codes import COUNTRIES, by_language, country, field_of_study, identifier, language, sha256
from domain.shared.errors import Invalid
from domain.shared.isced import FIELDS_OF_STUDY

ID = "7b357fe9-835d-5cd3-9d0f-9756b9fd753d"


def refused(read: Any, value: Any, accepts: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read(value, "here")
    assert (refusal.value.field, refusal.value.data["accepts"]) == ("here", accepts)


@pytest.mark.parametrize("value", ["UZ", "CN", "ES", "TJ"])
def test_a_country_is_one_of_iso_3166(value: str) -> None:
    assert country(value) == value
    assert len(COUNTRIES) == 249


@pytest.mark.parametrize("value", ["uz", "UZB", "XX", "EU", "", None, 860, ["UZ"]])
def test_a_country_that_is_none_is_refused(value: Any) -> None:
    refused(country, value, "country")


@pytest.mark.parametrize("value", ["en", "uz", "uz-Latn", "zh-CN", "zh-Hans-CN", "es-419", "kaa"])
def test_a_language_is_a_tag_of_language_script_and_region(value: str) -> None:
    assert language(value) == value


@pytest.mark.parametrize("value", ["EN", "english", "uz_Latn", "en-us", "e", "", "en-", None, 1, "en\n", "uz-latn"])
def test_a_language_of_another_form_is_refused(value: Any) -> None:
    refused(language, value, "language")


def test_what_is_said_in_several_languages_comes_in_their_order() -> None:
    assert by_language({"uz": 1, "en": 2}, "titles", least=1) == [("en", 2), ("uz", 1)]
    assert by_language({}, "texts", least=0) == []
    for value in ({}, {f"a{chr(97 + n)}": "" for n in range(21)}, "en", [("en", "")], {"English": ""}, {1: ""}):
        with pytest.raises(Invalid) as refusal:
            by_language(value, "titles", least=1)
        assert refusal.value.field == "titles"


@pytest.mark.parametrize("value", ["0611", "0410"])
def test_a_field_of_study_is_four_digits_of_isced_f(value: str) -> None:
    assert field_of_study(value) == value


@pytest.mark.parametrize("value", ["061", "9998x", "Computer use", 611, None, "", ["0611"]])
def test_a_field_of_study_that_is_none_is_refused(value: Any) -> None:
    refused(field_of_study, value, "field_of_study")


def test_the_fields_of_study_are_those_of_isced_f_2013(shared_data: Path) -> None:
    with (shared_data / "fields" / "iscedf2013.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [[cell.strip() for cell in row] for row in csv.reader(file)]
    published = {cell for row in rows for cell in row if len(cell) == 4 and cell.isdigit()}

    assert set(FIELDS_OF_STUDY) <= published
    assert len(FIELDS_OF_STUDY) > 100


@pytest.mark.parametrize("value", [ID, ID.upper(), f"{{{ID}}}", ID.replace("-", "")])
def test_an_id_is_kept_in_one_form(value: str) -> None:
    assert identifier(value, "partner_id") == ID


@pytest.mark.parametrize("value", ["", "Shandong", ID[:-1], None, 7, [ID], {"id": ID}])
def test_an_id_that_is_none_is_refused(value: Any) -> None:
    refused(identifier, value, "uuid")


def test_a_digest_is_64_hexadecimal_digits() -> None:
    assert sha256("ab" * 32, "sha256") == "ab" * 32
    for value in ("AB" * 32, "ab" * 31, "g" * 64, "", None, 1):
        refused(sha256, value, "sha256")

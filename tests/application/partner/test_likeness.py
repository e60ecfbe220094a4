"""Why two names may mean one organisation, and which do not."""

from __future__ import annotations

import pytest

from application.partner.directory.likeness import Called, key, reasons, spelled


def codes(one: str, other: str, countries: tuple[str | None, str | None] = ("CN", "CN")) -> list[str]:
    first, second = (Called([name], {}, country) for name, country in zip((one, other), countries, strict=True))
    return [reason.code for reason in reasons(first, second)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Shandong Jianshu University", "Shandong Jianzhu University", ["near_name"]),
        ("University of Melbourne", "Melbourne, University of", ["same_name"]),
        ("Enrission Corporation Limited, Kyoto", "Enricssion Co. Ltd., Kyoto", ["near_name"]),
        ("Toshkent davlat yuridik universiteti", "ТОШКЕНТ ДАВЛАТ ЮРИДИК УНИВЕРСИТЕТИ", ["same_name"]),
        ("TSUL", "Tashkent State University of Law", ["abbreviation"]),
        ("Т.Д.Ю.У.", "Тошкент давлат юридик университети", ["abbreviation"]),
        ("Tashkent State University of Law", "Tashkent State University of Economics", []),
        ("Montpellier 1 University", "Montpellier 2 University", []),
        ("Samara State University", "Samarkand State University", []),
        ("Osh State University", "Osh State University of Technology", []),
        ("Technological University of Tajikistan", "Tajikistan University of Technology", []),
    ],
)
def test_names_are_compared_word_by_word(one: str, other: str, expected: list[str]) -> None:
    assert codes(one, other) == codes(other, one) == expected


def test_across_countries_identifiers_alone_count() -> None:
    assert codes("Technical University", "Technical University", ("CZ", "DE")) == []
    assert codes("Technical University", "Technical University", (None, "DE")) == ["same_name"]

    one = Called(["Technical University"], {"pic": "999999999"}, "CZ")
    other = Called(["Technische Universität"], {"pic": "999999999"}, "DE")
    (reason,) = reasons(one, other)
    assert (reason.code, reason.one, reason.other) == ("same_identifier", "pic", "999999999")


def test_a_name_of_small_words_alone_has_a_key() -> None:
    assert key("The Of") == "of the"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Western Australia, the University of", "The University of Western Australia", True),
        ("Sunshine Coast, University of the", "University of the Sunshine Coast", True),
        ("Тошкент давлат юридик университети", "TOSHKENT davlat yuridik universiteti", True),
        ("York University", "University of York", False),
        ("Enrission Co. Ltd., Kyoto", "Kyoto Enrission Co. Ltd.", False),
    ],
)
def test_a_name_is_the_same_in_its_own_order_alone(one: str, other: str, same: bool) -> None:
    assert (spelled(one) == spelled(other)) is same

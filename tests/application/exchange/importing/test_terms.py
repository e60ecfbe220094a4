"""Terms in cells: every part that is said, and what is not understood."""

from typing import Any

import pytest

from application.errors import FileRefused
from application.exchange.importing.readings.terms import read_term
from application.exchange.importing.readings.words import words_of

FIVE_YEARS = {"count": 5, "unit": "years"}
THREE_YEARS = {"count": 3, "unit": "years"}


@pytest.mark.parametrize(
    ("cell", "term"),
    [
        ("5 years", {"kind": "fixed", "length": FIVE_YEARS}),
        ("5 (five) years", {"kind": "fixed", "length": FIVE_YEARS}),
        ("five years", {"kind": "fixed", "length": FIVE_YEARS}),
        ("5 yil muddatga", {"kind": "fixed", "length": FIVE_YEARS}),
        ("5 йил муддатга", {"kind": "fixed", "length": FIVE_YEARS}),
        ("сроком на 5 лет", {"kind": "fixed", "length": FIVE_YEARS}),
        ("5 años (Renovación Automática)", {"kind": "tacit", "length": FIVE_YEARS}),
        ("5 лет с автоматической пролонгацией", {"kind": "tacit", "length": FIVE_YEARS}),
        (
            "3 years, extended automatically for further 3 years",
            {"kind": "tacit", "length": THREE_YEARS, "renewal": THREE_YEARS},
        ),
        ("auto renew", {"kind": "tacit"}),
        ("5 years, renewable by mutual agreement", {"kind": "fixed", "length": FIVE_YEARS}),
        ("unlimited", {"kind": "perpetual"}),
        ("бессрочно", {"kind": "perpetual"}),
        ("muddatsiz", {"kind": "perpetual"}),
        ("August 2026", {"kind": "fixed", "until": "2026-08"}),
        ("до 31.12.2025", {"kind": "fixed", "until": "2025-12-31"}),
        ("Valid until 31 March 2027", {"kind": "fixed", "until": "2027-03-31"}),
    ],
)
def test_a_term_that_is_understood_is_read(cell: str, term: dict[str, Any]) -> None:
    reading = read_term(cell)

    assert (reading.term(), reading.reason) == (term, None)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("till consent", "says_nothing_certain"),
        ("n/a", "says_nothing_certain"),
        ("5", "not_all_understood"),
        ("5 (four) years", "not_all_understood"),
        ("5 years, see annex", "not_all_understood"),
        ("not unlimited", "not_all_understood"),
        ("2 years 6 months", "says_two_things"),
        ("unlimited, 5 years", "says_two_things"),
        ("as long as the general agreement is valid", "rests_on_another"),
        ("05/06/2026", "day_or_month_first"),
        ("#REF!", "not_all_understood"),
    ],
)
def test_a_term_that_is_not_certain_is_left_to_a_person(cell: str, reason: str) -> None:
    reading = read_term(cell)

    assert (reading.term(), reading.reason) == (None, reason)


def test_the_heading_tells_the_unit_of_a_bare_number() -> None:
    assert read_term("5", "years").term() == {"kind": "fixed", "length": FIVE_YEARS}
    assert read_term("0", "years").reason == "not_all_understood"


def test_an_office_adds_words_of_its_own() -> None:
    words = words_of('[units]\nyears = ["vuotta"]\n[term]\nopen_ended = ["toistaiseksi"]')

    assert read_term("5 vuotta", words=words).term() == {"kind": "fixed", "length": FIVE_YEARS}
    assert read_term("Toistaiseksi", words=words).term() == {"kind": "perpetual"}
    assert read_term("5 years", words=words).term() == {"kind": "fixed", "length": FIVE_YEARS}


@pytest.mark.parametrize("text", ["no list", '[wrong]\na = ["b"]', "[units]\nyears = 5", '[numbers]\nfive = "5"'])
def test_a_list_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(FileRefused) as caught:
        words_of(text)

    assert caught.value.data["reason"] == "word_list"

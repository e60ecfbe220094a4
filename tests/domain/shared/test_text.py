"""Text as people type it: stored as it is up to composition and trimming, or refused with its field."""

import json
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.errors import Invalid
from domain.shared.text import code, line, one_of, paragraph


def as_stored(typed: str) -> str:
    """What is kept of a text: composed, with line feeds alone, without blank edges."""
    return unicodedata.normalize("NFC", typed.replace("\r\n", "\n")).strip()


@pytest.fixture
def hostile(shared_data: Path) -> list[str]:
    return [str(typed) for typed in json.loads((shared_data / "text" / "blns.json").read_text(encoding="utf-8"))]


@pytest.mark.parametrize("read", [line, paragraph])
def test_each_hostile_string_is_stored_as_it_is_or_refused_with_its_field(read: Any, hostile: list[str]) -> None:
    refused = [typed for typed in hostile if not is_taken(read, typed)]

    assert len(hostile) - len(refused) > 400
    for typed in set(hostile) - set(refused):
        kept = read(typed, "titles.en", 300)
        assert kept == as_stored(typed)
        assert kept.encode().decode() == kept


def is_taken(read: Any, typed: str) -> bool:
    """Whether a text is taken; if not, the refusal names its field."""
    try:
        read(typed, "titles.en", 300)
    except Invalid as refusal:
        return refusal.field != "titles.en"
    return True


@given(typed=st.text(max_size=40))
def test_any_text_is_stored_as_it_is_or_refused(typed: str) -> None:
    with suppress(Invalid):
        kept = paragraph(typed, "note", 40)
        assert kept == as_stored(typed)
        assert paragraph(kept, "note", 40) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "nul\x00",
        "bell\x07",
        "escape\x1b[2J",
        "delete\x7f",
        "next line\x85",
        "half a pair \ud83d",
        "reversed \u202egnp.exe",
        "isolated \u2066",
        "non-character \ufdd0",
        "non-character \uffff",
        "non-character \U0001fffe",
        "non-character \U0010ffff",
    ],
)
def test_what_cannot_be_shown_safely_is_refused(typed: str) -> None:
    with pytest.raises(Invalid) as refusal:
        paragraph(typed, "note", 100)

    assert (refusal.value.field, refusal.value.data["accepts"]) == ("note", "text")


@pytest.mark.parametrize("typed", ["two\nlines", "a\ttab", "a\u2028separator", "", "  ", "\u00a0", "\n"])
def test_a_line_is_one_line_and_not_empty(typed: str) -> None:
    with pytest.raises(Invalid) as refusal:
        line(typed, "office", 100)

    assert refusal.value.data["accepts"] == "line"


def test_a_text_is_composed_and_trimmed_and_keeps_its_inner_breaks() -> None:
    assert line(" Cafe\u0301 ", "office", 100) == "Café"
    assert paragraph(" One.\r\n\r\nTwo.\n", "note", 100) == "One.\n\nTwo."
    assert line("Oʻzbekiston 中国 Ўзбекистон", "office", 100) == "Oʻzbekiston 中国 Ўзбекистон"
    assert line("", "place", 100, empty=True) == ""


@pytest.mark.parametrize("read", [line, paragraph])
def test_a_text_at_the_bound_is_taken_and_beyond_it_refused(read: Any) -> None:
    assert read("ö" * 20, "place", 20) == "ö" * 20
    assert read(" " * 10 + "o\u0308" * 10, "place", 20) == "ö" * 10
    for typed in ("ö" * 21, " " * 21 + "ö" * 20, "\u0958" * 20):
        with pytest.raises(Invalid) as refusal:
            read(typed, "place", 20)
        assert refusal.value.data["limits"] == {"maximum": 20}


@pytest.mark.parametrize("value", [None, 5, b"text", ["text"], {"en": "text"}])
def test_what_is_no_text_is_refused(value: Any) -> None:
    with pytest.raises(Invalid):
        paragraph(value, "note", 100)


@pytest.mark.parametrize("value", ["", "Legal", "2nd", "a-b", "a b", "ҳуқуқ", "a" * 51, "legal\n", None, 3])
def test_a_name_that_an_institution_chooses_is_short_and_plain(value: Any) -> None:
    assert code("a" * 50, "role") == "a" * 50
    with pytest.raises(Invalid) as refusal:
        code(value, "role")

    assert (refusal.value.field, refusal.value.data["accepts"]) == ("role", "code")


@pytest.mark.parametrize("value", ["guessed", "", None, ["stated"], "STATED"])
def test_an_unknown_word_is_refused_with_those_that_are_known(value: Any) -> None:
    with pytest.raises(Invalid) as refusal:
        one_of(value, "certainty", ("stated", "inferred"))

    assert refusal.value.data["limits"] == {"values": ("stated", "inferred")}

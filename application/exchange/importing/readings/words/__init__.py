"""The words of registers, by language: small lists that an office can extend.

Each list is a TOML file; they are read together, since a register mixes languages. Words are compared folded: case,
accents, apostrophes and punctuation make no difference.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from babel.dates import get_month_names

from application.errors import FileRefused
from application.searching import folded_in_script

_FOLDER = Path(__file__).parent
_SECTIONS = frozenset(tomllib.loads((_FOLDER / "en.toml").read_text("utf-8"))) | {"countries"}
_LOCALES = ("en", "uz", "ru", "es", "fr", "de", "pt", "it", "tr")
_BREAKS = re.compile(r"[^\w№/+]+|_")
_MONTHS = (
    "january february march april may june july august september october november december".split()  # the lists' keys
)
LARGEST_LIST = 200_000


def plain(text: str) -> str:
    """The text folded for comparing with words: case, accents, apostrophes and punctuation aside.

    It stays in its script: the Russian “на” is not the English “n/a”.
    """
    return " ".join(_BREAKS.sub(" ", folded_in_script(text)).split())


@dataclass(frozen=True)
class Words:
    """The words of several lists together: by section and meaning, each word as it is written."""

    sections: Mapping[str, Mapping[str, tuple[str, ...]]]
    numbers: Mapping[str, int]

    def meanings(self, section: str) -> dict[str, str]:
        """The meaning of each word of a section, by the folded word; a word of two meanings has none."""
        return dict(_by_word(self, section))

    def find(self, section: str, text: str) -> str | None:
        """What this text means in a section, if it is exactly one of its words."""
        return _by_word(self, section).get(plain(text))

    def mentions(self, section: str, meanings: Iterable[str], text: str) -> bool:
        """Whether one of the words of these meanings stands in a text."""
        written = (word for meaning in meanings for word in self.sections[section].get(meaning, ()))
        return any(re.search(rf"(?<!\w){re.escape(plain(word))}(?!\w)", plain(text)) for word in written)

    @cached_property
    def months(self) -> Mapping[str, int]:
        """The number of each month, by its folded name or abbreviation in any language."""
        numbers = {month: number for number, month in enumerate(_MONTHS, 1)}
        named = [(number, plain(name)) for number, name in _names_of_months()]
        listed = self.sections["months"].items()
        named += [(numbers[month], plain(word)) for month, written in listed for word in written if month in numbers]
        meant: dict[str, set[int]] = {}
        for number, word in named:
            meant.setdefault(word, set()).add(number)
        return {word: number for word, (number, *others) in meant.items() if not others}

    @cached_property
    def fillers(self) -> frozenset[str]:
        """Words that stand in dates and say nothing."""
        return frozenset(plain(word) for word in self.sections["in_dates"].get("fillers", ()))

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=200)
def _by_word(words: Words, section: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    doubtful = set()
    for meaning, written in words.sections.get(section, {}).items():
        for word in map(plain, written):
            if found.setdefault(word, meaning) != meaning:
                doubtful.add(word)
    return {word: meaning for word, meaning in found.items() if word not in doubtful}


def _names_of_months() -> Iterable[tuple[int, str]]:
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    yield number, str(name).strip(".")


def words_of(*lists: str) -> Words:
    """The words of every list that Bitim brings, and of further ones.

    Args:
        lists: TOML texts in the form of those that Bitim brings.

    Raises:
        FileRefused: a list of another form.
    """
    sections: dict[str, dict[str, tuple[str, ...]]] = {section: {} for section in _SECTIONS}
    numbers: dict[str, int] = {}
    for text in (*_brought(), *lists):
        told = _told(text)
        numbers |= {plain(word): number for word, number in told.pop("numbers", {}).items()}
        for section, meanings in told.items():
            for meaning, written in meanings.items():
                sections[section][meaning] = (*sections[section].get(meaning, ()), *written)
    return Words(sections, numbers)


@lru_cache(maxsize=1)
def _brought() -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.toml")))


def _told(text: str) -> dict[str, Any]:
    """One list, checked.

    Raises:
        FileRefused: it is no TOML, or has another form.
    """
    try:
        told = tomllib.loads(text) if len(text) <= LARGEST_LIST else {"": 0}
    except tomllib.TOMLDecodeError as error:
        raise FileRefused(reason="word_list", place=str(error)[:200]) from None
    for section, meanings in told.items():
        if section not in _SECTIONS or not isinstance(meanings, dict):
            raise FileRefused(reason="word_list", place=section[:200])
        for meaning, written in meanings.items():
            is_fit = isinstance(written, int) if section == "numbers" else _is_list_of_words(written)
            if not is_fit:
                raise FileRefused(reason="word_list", place=f"{section}.{meaning}"[:200])
    return told


def _is_list_of_words(written: object) -> bool:
    return isinstance(written, list) and all(isinstance(word, str) for word in written)


BROUGHT = words_of()
"""The words that Bitim brings."""

"""Names of organisations and countries as people write them into cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from application.exchange.importing.readings.words import BROUGHT, Words, plain
from domain.shared.codes import COUNTRIES

_LOCALES = ("en", "uz", "uz_Cyrl", "ru", "es", "fr", "de", "tr")
_SPACES = re.compile(r"\s+")
_INVERTED = re.compile(r"(?P<place>[^,;]+), (?P<kind>(?:the )?\w+(?: \w+){0,3} (?:of|of the|for))", re.IGNORECASE)
_RENAMED = re.compile(r"(?P<former>.+?) *(?:->|→) *(?P<present>.+)", re.DOTALL)
_FORMERLY = re.compile(
    r"(?P<present>[^()]+)\((?:formerly|former|ex|бывш\w*|sobiq)[:. ]+(?P<former>[^()]+)\)", re.IGNORECASE
)
_SEVERAL = re.compile(r"\s*[\n;]\s*")


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation that a cell names.

    Args:
        name: as it is read out.
        aliases: other spellings that the cell itself gives: an inverted name, a former one.
        unit: of the organisation, if one stands beside it.
        kind: of organisation, if the name tells it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    unit: str = ""
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class PartnersReading:
    """The organisations that a cell names; with a reason, they are for a person to tell apart."""

    partners: tuple[Organisation, ...] = ()
    reason: str | None = None


def clean(text: str) -> str:
    """A name on one line, composed, without spaces that are too many."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ,;")


def read_partners(text: str, words: Words = BROUGHT) -> PartnersReading:
    """The organisations that a cell names.

    Lines and semicolons part organisations where each part is known to name one; a part that names a unit belongs to
    the organisation beside it. Anything else with several parts is left to a person.
    """
    parts = [part for line in _SEVERAL.split(text) if (part := clean(line))]
    if not parts:
        return PartnersReading()
    if len(parts) == 1:
        if " + " in parts[0] and _RENAMED.fullmatch(parts[0]):
            return PartnersReading((Organisation(parts[0]),), "several_partners")
        return PartnersReading((organisation(parts[0], words),))
    units = [part for part in parts if _means(part, "unit", words)]
    named = [part for part in parts if part not in units and _kind(part, words)]
    if len(units) + len(named) < len(parts) or not named or (units and len(named) > 1):
        return PartnersReading((Organisation(clean(text)),), "several_partners")
    unit = ", ".join(units)
    return PartnersReading(tuple(organisation(part, words, unit) for part in named))


def organisation(text: str, words: Words = BROUGHT, unit: str = "") -> Organisation:
    """One organisation, by the name that a cell gives it: turned round, renamed, or as it is."""
    name = clean(text)
    aliases: tuple[str, ...] = ()
    changed = _RENAMED.fullmatch(name) or _FORMERLY.fullmatch(name)
    if changed:
        name, aliases = clean(changed["present"]), (clean(changed["former"]),)
    elif inverted := _INVERTED.fullmatch(name):
        kind = inverted["kind"]
        name, aliases = f"{kind[0].upper()}{kind[1:]} {inverted['place']}", (name,)
    kind_of_it = _kind(name, words)
    return Organisation(name, aliases, unit, None if kind_of_it == "organisation" else kind_of_it)


def _kind(name: str, words: Words) -> str | None:
    """What kind of organisation the words of a name tell; none if they tell none, or several."""
    kinds = {kind for kind in words.sections["organisations"] if kind != "unit" and _means(name, kind, words)}
    narrower = kinds - {"organisation"}
    if len(narrower) > 1 or "doubtful" in kinds:
        return "organisation"  # a university's hospital is none itself
    found = narrower or kinds
    return found.pop() if found else None


def _means(name: str, kind: str, words: Words) -> bool:
    return bool(_pattern(words, kind).search(plain(name)))


@lru_cache(maxsize=100)
def _pattern(words: Words, kind: str) -> re.Pattern[str]:
    written = words.sections["organisations"].get(kind, ())
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(plain(word)) for word in written) or '(?!)'})(?!\w)")


@lru_cache(maxsize=20)
def _countries(words: Words) -> dict[str, str]:
    meant: dict[str, set[str]] = {}
    for code, name in _names_of_countries(words):
        meant.setdefault(plain(name), set()).add(code)
    return {name: codes.pop() for name, codes in meant.items() if len(codes) == 1}


def _names_of_countries(words: Words) -> Iterable[tuple[str, str]]:
    for locale in _LOCALES:
        for code, name in Locale.parse(locale).territories.items():
            if code in COUNTRIES:
                yield code, str(name)
    for code in COUNTRIES:
        yield code, code
    for code, written in words.sections["countries"].items():
        yield from ((code, name) for name in written)


def read_country(text: str, words: Words = BROUGHT) -> str | None:
    """The two-letter code of a country named in any of the languages, or of that in which a named city lies.

    ``Shanghai, China`` names its country last. None where the name is not known.
    """
    found = _countries(words).get(plain(text))
    if found is None and "," in text:
        return _countries(words).get(plain(text.rpartition(",")[2]))
    return found

"""In which language Bitim speaks, and how a sentence gets into it.

A sentence is written in English at the place that says it, inside one of the functions below, and looked up in the
catalog of the language in which the present request or command is answered.
"""

from __future__ import annotations

import gettext as library
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGS = Path(__file__).parent / "locale"
SOURCE = "en"
LOCALES = {"en": "en_GB", "uz": "uz_Latn", "ru": "ru"}
"""The languages that Bitim may learn, each with the locale that writes its dates and countries."""

_MOST_WISHES = 20  # a browser sends two or three; nobody needs us to sort a thousand


@dataclass(frozen=True, slots=True)
class Language:
    """A language that Bitim speaks: its code, its locale, and its catalog."""

    code: str
    locale: Locale
    catalog: library.NullTranslations


@cache
def language(code: str) -> Language:
    """The language with this code; English where there is no catalog for it.

    The catalog is read from its `.po` file, so that nothing has to be compiled before it is heard.
    """
    if code not in spoken():
        code = SOURCE
    catalog = library.NullTranslations() if code == SOURCE else _catalog(code)
    return Language(code, Locale.parse(LOCALES[code]), catalog)


def spoken() -> tuple[str, ...]:
    """The codes of the languages that Bitim speaks: English, and those that have a catalog."""
    return tuple(code for code in LOCALES if code == SOURCE or (CATALOGS / f"{code}.po").is_file())


def _catalog(code: str) -> library.NullTranslations:
    compiled = BytesIO()
    with (CATALOGS / f"{code}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=LOCALES[code]))  # without a locale, plurals are lost
    compiled.seek(0)
    return library.GNUTranslations(compiled)


_language: ContextVar[Language | None] = ContextVar("language", default=None)


def current() -> Language:
    """The language in which the present request or command is answered; English outside of one."""
    return _language.get() or language(SOURCE)


def speak(code: str) -> Callable[[], None]:
    """Answer in this language from now on, until what is returned is called."""
    return partial(_language.reset, _language.set(language(code)))


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Answer in this language inside the block."""
    fall_silent = speak(code)
    try:
        yield
    finally:
        fall_silent()


def choose(wishes: str | None, default: str) -> str:
    """The language to answer in.

    Args:
        wishes: the header ``Accept-Language`` as a browser sends it, if it does.
        default: the language of the institution.
    """
    if not wishes:  # a program's request, as a rule
        return language(default).code
    ranked: list[tuple[float, str]] = []
    for wish in wishes.split(",")[:_MOST_WISHES]:
        tag, _, parameter = wish.partition(";")
        code = tag.strip().split("-")[0].lower()
        if code in spoken():
            ranked.append((_weight(parameter), code))
    best = max(ranked, key=lambda entry: entry[0], default=(0.0, ""))
    return best[1] if best[0] > 0 else language(default).code


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def gettext(message: str, /, **values: Any) -> str:
    """A sentence in the present language, with its ``%(named)s`` values."""
    return _filled(current().catalog.gettext(message), values)


def ngettext(singular: str, plural: str, number: int, /, **values: Any) -> str:
    """A sentence that depends on a number, which it may name ``%(number)d``."""
    return _filled(current().catalog.ngettext(singular, plural, number), {"number": number, **values})


def pgettext(context: str, message: str, /, **values: Any) -> str:
    """A word that means different things in different places; ``context`` says which it is here."""
    return _filled(current().catalog.pgettext(context, message), values)


def mark(message: str) -> str:
    """Put a sentence of a table into the list of all that is said; it is looked up where the table is read."""
    return message


def _filled(message: str, values: dict[str, Any]) -> str:
    return message % values if values else message


def either(options: list[str]) -> str:
    """Several possibilities in one phrase: ``a, b or c``."""
    if len(options) <= 1:
        return "".join(options)
    return gettext("%(all_but_last)s or %(last)s", all_but_last=", ".join(options[:-1]), last=options[-1])


def listing(items: list[str]) -> str:
    """Several things in one phrase: ``a, b and c``."""
    if len(items) <= 1:
        return "".join(items)
    return gettext("%(all_but_last)s and %(last)s", all_but_last=", ".join(items[:-1]), last=items[-1])


def capital(said: str) -> str:
    """The same at the beginning of a sentence."""
    return said[:1].upper() + said[1:]


def small(said: str) -> str:
    """The same inside a sentence."""
    return said[:1].lower() + said[1:]

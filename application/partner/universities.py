"""A list of the world's universities that the office has loaded, to look a partner up in. Nothing is ever fetched."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz, process

from application.adapters.ports import FileStore
from application.institution.decisions import institution_of
from application.paging import limit_of
from application.partner.directory.likeness import key
from application.searching import folded, initials, words_of
from application.store.store import Store
from domain.shared.codes import COUNTRIES
from domain.shared.codes import country as country_code
from domain.shared.errors import Invalid
from domain.shared.text import line

MOST = 100_000
MOST_DOMAINS = 20
_LIKE = 88  # percent of letters in common, for what is not found by its words


@dataclass(frozen=True, slots=True)
class University:
    """An entry of the list: name, country (ISO 3166-1 alpha-2, if the list has one that is) and internet domains."""

    name: str
    country: str | None
    domains: tuple[str, ...]


def read_universities(content: bytes) -> tuple[University, ...]:
    """The entries of a list, without those whose name is no text: published lists have some with control characters.

    Args:
        content: the bytes of its file: JSON, an array of objects with ``name``, ``alpha_two_code`` and ``domains``; or
            CSV in UTF-8 with the columns ``name``, ``country`` and ``domain``.

    Raises:
        Invalid: it is neither; says at which entry.
    """
    try:
        text = content.decode("utf-8-sig")
        rows = json.loads(text) if text.lstrip().startswith("[") else _csv_rows(text)
    except (ValueError, RecursionError, csv.Error):
        raise Invalid("content", "", "universities", place=0) from None
    found = []
    for place, row in enumerate(rows, start=1):
        if place > MOST or not isinstance(row, Mapping):
            raise Invalid("content", "", "universities", place=place)
        try:
            found.append(_university(row))
        except Invalid:
            continue
        except TypeError:
            raise Invalid("content", row.get("name"), "universities", place=place) from None
    if not found:
        raise Invalid("content", "", "universities", place=0)
    return tuple(found)


def _csv_rows(text: str) -> list[dict[str, Any]]:
    dialect = csv.Sniffer().sniff(text.partition("\n")[0], ",;\t")
    rows = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect)
    if not {"name", "country"} <= {str(heading).strip().lower() for heading in rows.fieldnames or ()}:
        raise ValueError
    return [{str(heading).strip().lower(): cell for heading, cell in row.items()} for row in rows]


def _university(row: Mapping[str, Any]) -> University:
    country = str(row.get("alpha_two_code") or row.get("country") or "").strip().upper()
    domains = row.get("domains") or row.get("domain") or ()
    listed = domains.split() if isinstance(domains, str) else list(domains)
    return University(
        line(row.get("name"), "name", 300),
        country if country in COUNTRIES else None,
        tuple(line(domain, "domain", 253).lower() for domain in listed[:MOST_DOMAINS]),
    )


class Universities:
    """Looks universities up in the list that the office has loaded last.

    Args:
        store: knows which list that is.
        files: keeps its bytes.
    """

    def __init__(self, store: Store, files: FileStore) -> None:
        self._store = store
        self._files = files

    def find(self, q: str, *, country: str | None = None, limit: int = 20) -> dict[str, Any]:
        """The universities in whose names or domains all words are found; else those that are spelled much like it.

        Args:
            q: as people type it; spelling is forgiven, see `searching`.
            country: ISO 3166-1 alpha-2, if only those of one are looked for.
            limit: how many, 500 at most.

        Raises:
            Invalid: an argument out of form.
            DocumentDamaged: the list is no longer what was loaded.
        """
        words, most = words_of(q), limit_of(limit)
        wanted = None if country is None else country_code(country)
        institution = institution_of(self._store)
        loaded = institution.universities if institution else None
        if loaded is None:
            return {"items": [], "list": None}
        entries = _indexed(loaded["sha256"], self._files.get)
        of_country = [one for one in entries if wanted in (None, one.university.country)]
        found = list(_with_words(of_country, words)) or list(_like(of_country, q))
        found.sort(key=lambda one: (key(one.university.name) != key(q), len(one.university.name), one.university.name))
        return {"items": [_shown(one.university) for one in found[:most]], "list": dict(loaded)}


@dataclass(frozen=True, slots=True)
class _Entry:
    university: University
    words: str
    key: str


@lru_cache(maxsize=1)
def _indexed(sha256: str, content_of: Callable[[str], bytes]) -> tuple[_Entry, ...]:
    """The entries with what they are found by; a list never changes, so that it is read once."""
    return tuple(
        _Entry(one, folded("\n".join((one.name, *initials(one.name), *one.domains))), key(one.name))
        for one in read_universities(content_of(sha256))
    )


def _with_words(entries: Iterable[_Entry], words: tuple[str, ...]) -> Iterator[_Entry]:
    return (one for one in entries if words and all(word in one.words for word in words))


def _like(entries: list[_Entry], q: str) -> Iterator[_Entry]:
    keys = [one.key for one in entries]
    for _key, _score, place in process.extract(key(q), keys, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=50):
        yield entries[place]


def _shown(university: University) -> dict[str, Any]:
    return {"name": university.name, "country": university.country, "domains": list(university.domains)}

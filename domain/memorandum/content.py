"""What an edition says: titles and texts by language, parties, areas of cooperation, term, stated effective date.

Content is kept as plain data, as events store it. ``None`` means that a part is not known, which happens only where an
edition is known from paper; an empty text is a text that has not been written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from domain.memorandum.conditions import conditions
from domain.memorandum.term import Term, add
from domain.shared.codes import AREAS, by_language, field_of_study, identifier
from domain.shared.dates import day_after, parse_partial
from domain.shared.errors import Invalid
from domain.shared.text import line, one_of, paragraph

KINDS = (
    "memorandum_of_understanding",
    "cooperation_agreement",
    "framework_agreement",
    "specific_activity_agreement",
    "joint_programme_agreement",
    "training_agreement",
    "inter_institutional_agreement",
    "cotutelle_agreement",
    "letter_of_intent",
    "other",
)
"""The kinds every institution has; it may define further ones."""

PARTS = ("titles", "texts", "parties", "areas", "term", "effective_on", "conditions")
Content = dict[str, Any]
Party = dict[str, Any]
MOST_PARTIES = 20
LONGEST_TITLE = 300
LONGEST_TEXT = 200_000
_ONE_DAY = timedelta(days=1)


def titles(value: Any, field: str = "titles") -> dict[str, str]:
    """Titles by language, one at least.

    Raises:
        Invalid: no title, a language tag of another form, a title out of bounds.
    """
    return {tag: line(text, f"{field}.{tag}", LONGEST_TITLE) for tag, text in by_language(value, field, least=1)}


def texts(value: Any, field: str = "texts") -> dict[str, str]:
    """The full text by language, clauses parted by blank lines; none yet is allowed.

    Raises:
        Invalid: a language tag of another form, a text out of bounds.
    """
    return {tag: paragraph(text, f"{field}.{tag}", LONGEST_TEXT) for tag, text in by_language(value, field, least=0)}


def parties(value: Any, field: str = "parties", known: Sequence[Party] = ()) -> list[Party]:
    """The sides: two or more, each once, one of them ours and one not.

    Each is ``{"partner_id", "unit", "ours"}``; one that is not yet named has no ``partner_id`` but says in
    ``counterparty`` what is looked for. ``party_id`` names it in this memorandum for ever.

    Raises:
        Invalid: too few or too many, a party twice, none of ours or nobody else.
    """
    if not isinstance(value, list) or not 2 <= len(value) <= MOST_PARTIES:
        raise Invalid(field, value, "between", minimum=2, maximum=MOST_PARTIES)
    sides = [_party(side, f"{field}.{index}") for index, side in enumerate(value)]
    named = [(side["partner_id"], side["unit"].casefold()) for side in sides if side["partner_id"]]
    if len(set(named)) < len(named):
        raise Invalid(field, value, "each_once")
    if len({side["ours"] for side in sides}) < 2:
        raise Invalid(field, value, "ours_and_another")
    given = [side["party_id"] for side in sides if side["party_id"]]
    if len(set(given)) < len(given):
        raise Invalid(field, value, "each_once")
    _name_parties(sides, set(given), known)
    return sides


def _name_parties(sides: list[Party], taken: set[str], known: Sequence[Party]) -> None:
    """Give an id to each party that has none: that of the same party, else of the same partner, else a new one."""
    nameless = [side for side in sides if not side["party_id"]]
    for recognised in (_same_party, _same_partner):
        for side in nameless:
            ids = (party["party_id"] for party in known if recognised(party, side))
            if side["party_id"] is None and (found := next((id_ for id_ in ids if id_ not in taken), None)):
                side["party_id"] = found
                taken.add(found)
    taken |= {party["party_id"] for party in known}
    free = (name for number in count(1) if (name := f"p{number}") not in taken)
    for side in nameless:
        side["party_id"] = side["party_id"] or next(free)


def _same_party(known: Party, side: Party) -> bool:
    return all(known[part] == side[part] for part in ("partner_id", "unit", "ours", "counterparty"))


def _same_partner(known: Party, side: Party) -> bool:
    return side["partner_id"] is not None and (known["partner_id"], known["ours"]) == (side["partner_id"], side["ours"])


def _party(value: Any, field: str) -> Party:
    known = {"party_id", "partner_id", "unit", "ours", "counterparty"}
    if not isinstance(value, Mapping) or not set(value) <= known:
        raise Invalid(field, value, "party")
    partner_id = value.get("partner_id")
    counterparty = line(value.get("counterparty") or "", f"{field}.counterparty", 200, empty=True)
    ours = value.get("ours", False)
    if not isinstance(ours, bool) or (partner_id is None and (ours or not counterparty)):
        raise Invalid(field, value, "party")
    return {
        "party_id": line(value["party_id"], f"{field}.party_id", 10) if value.get("party_id") else None,
        "partner_id": None if partner_id is None else identifier(partner_id, f"{field}.partner_id"),
        "unit": line(value.get("unit") or "", f"{field}.unit", 200, empty=True),
        "ours": ours,
        "counterparty": "" if partner_id else counterparty,
    }


def areas(value: Any, field: str = "areas") -> list[dict[str, Any]]:
    """Areas of cooperation, each once, each with the fields of study it is limited to (none: all).

    Raises:
        Invalid: an unknown area or field of study, an area twice.
    """
    if not isinstance(value, list) or len(value) > len(AREAS):
        raise Invalid(field, value, "areas", values=AREAS)
    found = {}
    for index, item in enumerate(value):
        entry = {"area": item} if isinstance(item, str) else item
        if not isinstance(entry, Mapping) or not set(entry) <= {"area", "fields"}:
            raise Invalid(f"{field}.{index}", item, "area", values=AREAS)
        area = one_of(entry.get("area"), f"{field}.{index}.area", AREAS)
        studies = entry.get("fields") or []
        if area in found or not isinstance(studies, list) or len(studies) > 100:
            raise Invalid(f"{field}.{index}", item, "each_once")
        fields = sorted({field_of_study(code, f"{field}.{index}.fields") for code in studies})
        found[area] = {"area": area, "fields": fields}
    return [found[area] for area in AREAS if area in found]


def term(value: Any, field: str = "term") -> dict[str, Any]:
    """A term, as `Term.parse` reads it, in plain form."""
    return Term.parse(value, field).plain()


def effective_on(value: Any, field: str = "effective_on") -> str:
    """The first day in force as stated, partial if need be.

    Raises:
        Invalid: not a partial date.
    """
    if value is None:
        raise Invalid(field, value, "partial_date")
    parse_partial(value, field)
    return str(value)


PARSERS: dict[str, Callable[[Any, str], Any]] = {
    "titles": titles,
    "texts": texts,
    "parties": parties,
    "areas": areas,
    "term": term,
    "effective_on": effective_on,
    "conditions": conditions,
}
MAY_BE_UNSTATED = ("term", "effective_on")
"""What a text may leave open; every other part is unknown only where an edition is known from paper."""


def parse(part: str, value: Any, field: str, known: Sequence[Party] = ()) -> Any:
    """The value of one part, read as people enter it into ``field``; for ``known`` see `parties`."""
    return parties(value, field, known) if part == "parties" else PARSERS[part](value, field)


def content(values: Mapping[str, Any], known: Sequence[Party] = (), *, from_paper: bool = False) -> Content:
    """A whole content; where it is known from paper, every part may be unknown (``None``). For ``known`` see `parties`.

    Raises:
        Invalid: a part that is missing, not known by this name, or not of its form; a term that contradicts itself.
    """
    for name in values:
        if name not in PARSERS:
            raise Invalid(name, values[name], "one_of", values=PARTS)
    plain: Content = {}
    for name in PARTS:
        value = values.get(name)
        if value is None and name == "conditions":
            plain[name] = []  # places that are not stated are not counted, known from paper or not
        elif value is None and (from_paper or name in MAY_BE_UNSTATED):
            plain[name] = None
        elif value is None and name in ("texts", "areas"):
            plain[name] = {} if name == "texts" else []
        else:
            plain[name] = parse(name, value, name, known)
    check_term(plain)
    return plain


def changes(values: Mapping[str, Any], current: Content, known: Sequence[Party] = ()) -> Content:
    """The parts of ``values`` that differ from ``current``, each parsed; ``None`` takes back a term or effective date.

    For ``known`` see `parties`.

    Raises:
        Invalid: as `content`.
    """
    found: Content = {}
    for name, value in values.items():
        if name not in PARSERS:
            raise Invalid(name, value, "one_of", values=PARTS)
        parsed = None if value is None and name in MAY_BE_UNSTATED else parse(name, value, name, known)
        if parsed != current.get(name):
            found[name] = parsed
    check_term({**current, **found})
    return found


def check_term(plain: Content) -> None:
    """Refuse a term whose stated end lies before its effective date, or differs from its length by more than a day."""
    stated, effective = plain["term"], plain["effective_on"]
    if not stated or not effective or not stated.get("until"):
        return
    start, end = parse_partial(effective), parse_partial(stated["until"])
    if end.latest < start.earliest:
        raise Invalid("term.until", stated["until"], "not_before", day=effective)
    read = Term.stored(stated)
    if read.length and start.certain and end.certain:
        derived = add(start.earliest, read.length)
        if abs(derived - day_after(end.earliest)) > _ONE_DAY:
            raise Invalid("term.length", str(read.length.count), "agreeing_with_until", until=stated["until"])


def content_hash(kind: str, plain: Content) -> str:
    """SHA-256 over the canonical JSON (sorted keys, composed characters) of the kind and all parts that are stated."""
    stated = {name: value for name, value in plain.items() if value}
    canonical = json.dumps({"kind": kind, **stated}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()

"""Contents as options: titles, texts, parties, areas, term; or all of it from a JSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from domain.memorandum.content import KINDS
from domain.memorandum.term import TERM_KINDS
from domain.shared.codes import AREAS
from web.cli.acting import Option, using

_NO_PLACES = ("", "", "")  # in the place of words that are missing
UNITS = {"day": "days", "month": "months", "year": "years", "academic year": "academic_years"}
MOST_BYTES = 10_000_000  # fifty editions with texts in three languages have one


class LengthOfTime(click.ParamType):
    """``5 years``, ``6 months``, ``1 academic year``."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        count, _space, unit = value.partition(" ")
        unit = unit.strip().removesuffix("s")
        if not count.isdecimal() or unit not in UNITS:
            self.fail(f"{value!r} is no length; accepted is a number with one of: {', '.join(UNITS)}.", param, ctx)
        return {"count": int(count), "unit": UNITS[unit]}


class ByLanguage(click.ParamType):
    """``en=Memorandum of understanding``."""

    name = "LANGUAGE=TEXT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        language, equals, text = value if isinstance(value, tuple) else value.partition("=")
        if not equals:
            self.fail(f"{value!r} names no language; accepted is, for example, en=Text.", param, ctx)
        return language, text


class TextByLanguage(ByLanguage):
    """``en=The whole text``, or ``en=@FILE`` to read it from a file."""

    name = "LANGUAGE=TEXT|@FILE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        language, text = super().convert(value, param, ctx)
        if not text.startswith("@"):
            return language, text
        try:
            return language, Path(text[1:]).read_text("utf-8")
        except (OSError, ValueError) as error:
            self.fail(f"{text[1:]!r} cannot be read as text: {error}", param, ctx)


class Area(click.ParamType):
    """``joint_research``, or ``joint_research:0711,0712`` where it is limited to fields of study."""

    name = "AREA[:FIELD,...]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        area, _colon, fields = value.partition(":")
        if area not in AREAS:
            self.fail(f"{value!r} is no area; accepted are: {', '.join(AREAS)}.", param, ctx)
        return {"area": area, "fields": [field.strip() for field in fields.split(",") if field.strip()]}


class Places(click.ParamType):
    """``outgoing studies 2``, or for some years, fields and levels: ``outgoing studies 2 2025/2026 0711 level:7``."""

    name = "DIRECTION PURPOSE NUMBER [YEAR|FIELD|level:N ...]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        direction, purpose, number, *limits = (*value.split(), *_NO_PLACES)
        if not number.isdecimal():
            self.fail(f"{value!r} grants no places; accepted is, for example, outgoing studies 2.", param, ctx)
        levels = [limit.removeprefix("level:") for limit in limits if limit.startswith("level:")]
        others = [limit for limit in limits if not limit.startswith("level:")]
        return {
            "direction": direction,
            "purpose": purpose,
            "places": int(number),
            "academic_years": [limit for limit in others if "/" in limit],
            "fields": [limit for limit in others if limit and "/" not in limit],
            "levels": levels,
        }


class JSONFile(click.File):
    """A file, or ``-`` for standard input, that holds one JSON object."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, dict):
            return value
        with super().convert(value, param, ctx) as file:
            try:
                text = file.read(MOST_BYTES + 1)
                read = json.loads(text) if len(text) <= MOST_BYTES else None
            except (ValueError, RecursionError) as error:
                self.fail(f"{value!r} holds no JSON: {error}", param, ctx)
        if not isinstance(read, dict):
            self.fail(f"{value!r} holds no JSON object of at most {MOST_BYTES // 1_000_000} MB.", param, ctx)
        return read


LENGTH = LengthOfTime()
EDITION = click.option(
    "--edition",
    "edition_id",
    metavar="NUMBER",
    help="The edition, by number or id. [default: the one in preparation, or else the last]",
)
PARTY = click.option("--party", "party_id", required=True, metavar="ID", help="The party by its id, such as p2.")
ENTRY: Option = using(
    click.option(
        "--kind", default=KINDS[0], show_default=True, metavar="KIND", help="Its kind: one of Bitim’s, or of your own."
    ),
    click.option("--owner", required=True, metavar="ID", help="The employee answerable for it."),
    click.option("--reference", metavar="NUMBER", help="Its number. [default: the next that is free]"),
)
FROM_FILE = click.option(
    "--from",
    "from_file",
    type=JSONFile("r", encoding="utf-8"),
    help="Take the parts from a JSON object in a file; - is standard input.",
)
CONTENT: Option = using(
    FROM_FILE,
    click.option(
        "--title",
        "titles",
        type=ByLanguage(),
        multiple=True,
        help="A title in a language: en=Memorandum; those given are all there are.",
    ),
    click.option("--text", "texts", type=TextByLanguage(), multiple=True, help="The text in a language; likewise."),
    click.option("--ours", multiple=True, metavar="PARTNER[/UNIT]", help="A party that is ours."),
    click.option("--with", "others", multiple=True, metavar="PARTNER[/UNIT]", help="Another party, by name or id."),
    click.option(
        "--counterparty", multiple=True, metavar="TEXT", help="What is looked for, for a party not yet named."
    ),
    click.option("--area", "areas", type=Area(), multiple=True, help="An area of cooperation."),
    click.option("--places", "conditions", type=Places(), multiple=True, help="Places a year that it grants."),
    click.option("--term", "term_kind", type=click.Choice(TERM_KINDS), help="The kind of term."),
    click.option("--until", metavar="DATE", help="Its stated last day."),
    click.option("--length", type=LENGTH, help='Its length, such as "5 years".'),
    click.option("--renewal", type=LENGTH, help="Each tacit renewal’s length."),
    click.option("--notice", type=LENGTH, help="The time of notice."),
    click.option("--effective-on", metavar="DATE", help="The stated first day in force."),
)


def parts(options: dict[str, Any]) -> dict[str, Any]:
    """The parts of a content that the options give; takes them out of ``options``."""
    found = dict(options.pop("from_file") or {})
    titles, texts, areas, places = (options.pop(name) for name in ("titles", "texts", "areas", "conditions"))
    if titles:
        found["titles"] = dict(titles)
    if texts:
        found["texts"] = dict(texts)
    if areas:
        found["areas"] = list(areas)
    if places:
        found["conditions"] = list(places)
    sides = [*_sides(options.pop("ours"), ours=True), *_sides(options.pop("others"), ours=False)]
    sides += [{"counterparty": text} for text in options.pop("counterparty")]
    if sides:
        found["parties"] = sides
    term = {"kind": options.pop("term_kind"), **{name: options.pop(name) for name in _OF_TERM}}
    if any(term.values()):
        found["term"] = {name: value for name, value in term.items() if value is not None}
    effective_on = options.pop("effective_on")
    return found if effective_on is None else {**found, "effective_on": effective_on}


_OF_TERM = ("until", "length", "renewal", "notice")


def _sides(given: Sequence[str], *, ours: bool) -> list[Mapping[str, Any]]:
    sides = []
    for side in given:
        partner, _slash, unit = side.partition("/")
        sides.append({"partner_id": partner.strip(), "unit": unit.strip(), "ours": ours})
    return sides

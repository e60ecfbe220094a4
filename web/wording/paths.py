"""The places in a memorandum at which an event changed something: what they are called, and how their values read.

A place is written as a path, such as ``owner`` or ``editions.e1.areas.joint_research``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from domain.memorandum.wordings import compare_texts
from web.wording import cases, dates, fields, terms, values
from web.wording.language import capital, mark, small
from web.wording.language import gettext as _
from web.wording.names import Names

ONE_OF_MANY = {
    "documents": mark("Document"),
    "notes": mark("Note"),
    "facts": mark("Legal act"),
    "signatures": mark("Signature"),
    "plans": mark("Planned signing"),
    "certificates": mark("Certificate"),
    "names": mark("Name"),
    "aliases": mark("Also written"),
    "successors": mark("Successor"),
    "rankings": mark("Rank"),
    "overrides": mark("Beyond the places"),
    "withdrawn": mark("Withdrawn"),
    "stub": mark("Little is known of it"),
}

FACTS = {
    "objection": mark("Objection"),
    "suspension": mark("Suspension"),
    "resumption": mark("Resumption"),
    "notice": mark("Notice"),
    "termination": mark("Termination"),
    "supersession": mark("Another memorandum takes over"),
    "withdrawal": mark("Withdrawal"),
}


def label(path: str, names: Names) -> str:
    """What a place is called, with the edition where several are known."""
    edition_id, place, inner = _parts(path)
    called = (
        _INNER[place](inner, names) if inner else _(ONE_OF_MANY[place]) if place in ONE_OF_MANY else fields.label(place)
    )
    if edition_id is None or len(names.editions) <= 1:
        return called
    edition = names.edition(edition_id)
    return _("%(place)s, %(edition)s", place=called, edition=edition)


def pair(path: str, before: Any, after: Any, names: Names, *, unknown: bool = False) -> tuple[str, str]:
    """The values before and after at this place; of a long text only the clauses that differ.

    Args:
        path: the place.
        before: none, if there was no value, or it was ``unknown``.
        after: none, if there is no value.
        names: of what the ids in them mean.
        unknown: whether a value that was not there before was unknown.
    """
    _edition_id, place, _inner_place = _parts(path)
    if place == "texts" and before is not None and after is not None:
        clauses = [clause for clause in compare_texts(before, after) if clause["change"] != "same"]
        return _clauses(clauses, "before"), _clauses(clauses, "after")
    if place == "approvals" and before is not None and after is None:
        return value(path, before, names), _("no longer counts")
    was = _("not known") if before is None and unknown else value(path, before, names)
    return was, value(path, after, names)


def _clauses(clauses: list[dict[str, Any]], side: str) -> str:
    said = [clause[side] for clause in clauses if clause[side]]
    return _("“%(text)s”", text=" … ".join(said)) if said else _("not there")


def value(path: str, given: Any, names: Names) -> str:
    """A value at this place; what is not there says so."""
    _edition_id, place, inner = _parts(path)
    if place == "entries":
        return _of_entry(inner, given, names)
    if given is None:
        return _("not there") if place in _COLLECTIONS | _LINKS else _("not known")
    render = _VALUES.get(place)
    if render is not None:
        return render(given, inner, names)
    return fields.value(place, given, names)


def _parts(path: str) -> tuple[str | None, str, str]:
    """The edition, the place in it, and what inside that place."""
    edition_id = None
    if path.startswith("editions."):
        _editions, edition_id, path = path.split(".", 2)
    place, _dot, inner = path.partition(".")
    return edition_id, place, inner


def _entry(inner: str, _names: Names) -> str:
    version, _dot, field = inner.partition(".")
    entry = _("Entry %(version)s", version=version)
    return _("%(outer)s: %(inner)s", outer=entry, inner=small(fields.label(field))) if field else entry


def _of_entry(inner: str, given: Any, names: Names) -> str:
    """What an earlier entry states, where no value of the record changed by its correction or retraction."""
    _version, _dot, field = inner.partition(".")
    if field:
        return fields.value(field, given, names)
    return _("did not happen") if given is None else _("happened")


def _cooperation(area: str, _names: Names) -> str:
    return _("Cooperation: %(area)s", area=values.area(area))


def _contact(inner: str, names: Names) -> str:
    party_id, _dot, role = inner.partition(".")
    party = names.party_called(party_id)
    return _("Contact of %(party)s, %(role)s", party=party, role=small(values.contact_role(role)))


_INNER: dict[str, Callable[[str, Names], str]] = {
    "titles": lambda inner, _names: _("Title in %(language)s", language=values.language(inner)),
    "texts": lambda inner, _names: _("Text in %(language)s", language=values.language(inner)),
    "parties": lambda _inner, _names: _("Party"),
    "areas": _cooperation,
    "identifiers": lambda inner, _names: values.scheme(inner),
    "entries": _entry,
    "answers": lambda inner, _names: _("Answer of %(side)s", side=cases.side(inner)),
    "partner_references": lambda inner, names: _("Number kept by %(party)s", party=names.party_called(inner)),
    "contacts": _contact,
    "approvals": lambda inner, names: capital(values.approver(inner, names)),
}
"""What is called by its place and what stands inside it."""


def _area(given: Any, inner: str, _names: Names) -> str:
    limited = given.get("fields") if isinstance(given, Mapping) else given
    return fields.one_area({"area": inner, "fields": limited}) if limited else _("covered")


def _fact(given: Any, _inner: str, _names: Names) -> str:
    said = _("%(fact)s %(day)s", fact=_(FACTS[given["kind"]]), day=dates.on(given.get("on")))
    stated = [_STATED[key](given[key]) for key in _STATED if given.get(key)]
    return "; ".join([said, *stated])


def _text(given: Any, inner: str, names: Names) -> str:
    return fields.texts({inner: given}, names)


def _document(given: Any, _inner: str, _names: Names) -> str:
    language = values.language(given["language"]) if given.get("language") else ""
    said = [given["filename"], given.get("label"), language, values.size(given["size"])]
    return ", ".join(part for part in said if part)


def _since(name: str, given: Mapping[str, Any]) -> str:
    return _("%(name)s, %(since)s", name=name, since=dates.from_(given["since"])) if given["since"] else name


def _approval(given: Any, _inner: str, _names: Names) -> str:
    counts = given.get("counts", True) if isinstance(given, Mapping) else given
    return _("given") if counts else _("no longer counts, because the text was changed")


_STATED: dict[str, Callable[[Any], str]] = {
    "effective_on": lambda given: _("with effect %(day)s", day=dates.from_(given)),
    "until": lambda given: _("until %(date)s", date=dates.partial(given)),
    "against": lambda given: _("against the end on %(day)s", day=dates.day(given)),
    "length": lambda given: _("after %(length)s", length=terms.length(given)),
}

_COLLECTIONS = {
    "contacts",
    "documents",
    "notes",
    "signatures",
    "plans",
    "facts",
    "areas",
    "parties",
    "approvals",
    "answers",
    "funding",
    "certificates",
    "overrides",
    "titles",
    "texts",
    "names",
    "aliases",
    "identifiers",
    "successors",
    "merged_id",
    "rankings",
}
_LINKS = {"framework_id", "superseded_by", "request_id", "survivor_id"}

_VALUES: dict[str, Callable[[Any, str, Names], str]] = {
    "titles": lambda given, _inner, _names: _("“%(title)s”", title=given),
    "texts": _text,
    "parties": lambda given, _inner, names: names.party(given),
    "areas": _area,
    "facts": _fact,
    "documents": _document,
    "contacts": lambda given, _inner, _names: fields.contact(given),
    "notes": lambda given, _inner, _names: str(given),
    "plans": lambda given, _inner, _names: fields.plan(given),
    "signatures": lambda given, _inner, names: fields.signature(given, names),
    "approvals": _approval,
    "answers": lambda given, _inner, _names: cases.answer(given),
    "certificates": lambda given, _inner, _names: str(given),
    "overrides": lambda given, _inner, _names: cases.override(given),
    "names": lambda given, _inner, _names: _since(given["name"], given),
    "aliases": lambda given, _inner, _names: str(given),
    "successors": lambda given, _inner, names: _since(names.partner(given["partner_id"]), given),
    "merged_id": lambda given, _inner, names: names.partner(given),
    "survivor_id": lambda given, _inner, names: names.partner(given),
    "rankings": lambda given, _inner, _names: values.ranking(given),
}

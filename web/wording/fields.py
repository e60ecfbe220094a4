"""The fields of memorandums, what they are called and how their values read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from web.wording import cases, dates, terms, values
from web.wording.language import capital, listing, mark, ngettext, small
from web.wording.language import gettext as _
from web.wording.names import Names

LABELS = {
    "titles": mark("Title"),
    "texts": mark("Text"),
    "parties": mark("Parties"),
    "areas": mark("Areas of cooperation"),
    "term": mark("Term"),
    "effective_on": mark("Day of effect"),
    "conditions": mark("Places"),
    "signed_on": mark("Signing date"),
    "signatures": mark("Signatures"),
    "kind": mark("Kind"),
    "owner": mark("Owner"),
    "reference": mark("Reference"),
    "occurred_on": mark("Day it happened"),
    "certainty": mark("Certainty"),
    "source": mark("Source"),
    "reason": mark("Reason"),
    "partner_id": mark("Partner"),
    "party_id": mark("Party"),
    "unit": mark("Unit"),
    "counterparty": mark("Counterparty"),
    "request_id": mark("Request"),
    "framework_id": mark("Framework agreement"),
    "event": mark("Event"),
    "place": mark("Place"),
    "planned_for": mark("Planned for"),
    "signatory": mark("Signatory"),
    "office": mark("Office"),
    "email": mark("Address"),
    "file_id": mark("Register"),
    "question_id": mark("Question"),
    "decision": mark("Decision"),
    "looks_renewed": mark("Looks renewed"),
    "contacts": mark("Contacts"),
    "against": mark("End objected to"),
    "until": mark("Last day"),
    "length": mark("Length"),
    "giver_only": mark("Only the giver leaves"),
    "as_a_whole": mark("As a whole"),
    "filename": mark("File name"),
    "label": mark("Label"),
    "language": mark("Language"),
    "note": mark("Note"),
    "stage": mark("Stage"),
    "standing": mark("Standing"),
    "archived": mark("In the archive"),
    "name": mark("Name"),
    "country": mark("Country"),
    "route": mark("Review route"),
    "roles": mark("Roles"),
    "documents": mark("Documents"),
    "partner_references": mark("Partner’s own number"),
    "superseded_by": mark("Superseded by"),
    "aliases": mark("Also written"),
    "as_of": mark("As of"),
    "known_at": mark("As known on"),
    "ends_before": mark("Period ends before"),
    "q": mark("Search"),
    "area": mark("Area of cooperation"),
    "fields": mark("Fields of study"),
    "editions": mark("Editions"),
    "renewal": mark("Renewal length"),
    "notice": mark("Notice"),
    "count": mark("Number"),
    "event_version": mark("Entry"),
    "alias": mark("Alias"),
    "amends": mark("Edition it amends"),
    "by_memorandum_id": mark("Memorandum that takes over"),
    "changes": mark("Changes"),
    "chapters": mark("Chapters"),
    "content": mark("Content"),
    "edition": mark("Edition"),
    "edition_id": mark("Edition"),
    "field": mark("Field"),
    "follows": mark("Edition it renews"),
    "known": mark("What has become known"),
    "labels": mark("Labels"),
    "media_type": mark("Type of file"),
    "newest_first": mark("Order"),
    "partner": mark("Partner"),
    "partner_kind": mark("Kind of partner"),
    "partner_name": mark("Name of the partner"),
    "request_version": mark("Version of the request"),
    "role": mark("Role"),
    "scheme": mark("Scheme"),
    "successor_id": mark("Successor"),
    "survivor_id": mark("Partner under which it is shown"),
    "merged_id": mark("Partner that was merged"),
    "table": mark("Table of ranks"),
    "rank": mark("Rank"),
    "rank_to": mark("Last rank of the band"),
    "published_on": mark("Published on"),
    "updated_form": mark("In an updated form"),
    "value": mark("Value"),
    "requester": mark("Requester"),
    "purpose": mark("Purpose"),
    "actor": mark("Recorded by"),
    "limit": mark("Number of rows"),
    "archive": mark("Archive"),
    "after": mark("Page"),
    "days": mark("Within"),
    "months": mark("Months"),
    "day": mark("On"),
    "first": mark("Signed from"),
    "last": mark("until"),
    "old": mark("From"),
    "new": mark("To"),
    "order": mark("Order"),
    "chapter": mark("Chapter"),
    "approval": mark("What is awaited"),
    "status": mark("Answer"),
    "identifiers": mark("Identifiers"),
    **cases.LABELS,
}


def label(field: str) -> str:
    """What a field is called: ``Owner``; inside others it stands after these, with its place: ``Parties 2: unit``."""
    outer, *inner = field.split(".")
    said = _name(outer)
    for part in inner:
        if part.isdecimal():
            said = _("%(several)s %(place)d", several=said, place=int(part) + 1)
        else:
            said = _("%(outer)s: %(inner)s", outer=said, inner=small(_name(part)))
    return said


def _name(field: str) -> str:
    return _(LABELS[field]) if field in LABELS else capital(field.replace("_", " "))


def value(field: str, given: Any, names: Names) -> str:
    """A value of a field, as people read it; what is not known says so."""
    if given is None or given in ("", [], {}):
        return _("not stated") if field in _MAY_BE_UNSTATED or given is not None else _("not known")
    render = _VALUES.get(field)
    return render(given, names) if render else plain(given)


def plain(given: Any) -> str:
    """Any other value."""
    if isinstance(given, bool):
        return _("yes") if given else _("no")
    if isinstance(given, Mapping):
        return "; ".join(f"{key}: {plain(inner)}" for key, inner in given.items())
    if isinstance(given, list | tuple):
        return listing([plain(inner) for inner in given])
    return str(given)


def titles(given: Mapping[str, str], _names: Names) -> str:
    """The titles, each with its language where there are several."""
    if len(given) == 1:
        return _("“%(title)s”", title=next(iter(given.values())))
    return "; ".join(
        _("%(language)s “%(title)s”", language=values.language(tag), title=title) for tag, title in given.items()
    )


def texts(given: Mapping[str, str], _names: Names) -> str:
    """In which languages there is a text, and how long it is."""
    return "; ".join(
        ngettext(
            "text in %(language)s, %(number)d word",
            "text in %(language)s, %(number)d words",
            len(text.split()),
            language=values.language(tag),
        )
        for tag, text in given.items()
    )


def parties(given: list[Mapping[str, Any]], names: Names) -> str:
    """The sides of a memorandum, in one phrase."""
    called = [names.party(party) for party in given]
    if any(party.get("unit") for party in given):  # a unit stands behind a comma
        return "; ".join(called)
    return listing(called)


def areas(given: list[Mapping[str, Any]], _names: Names) -> str:
    """The areas of cooperation, each with the fields of study it is limited to."""
    return listing([one_area(entry) for entry in given])


def one_area(entry: Mapping[str, Any]) -> str:
    """An area of cooperation, with the fields of study it is limited to."""
    name = values.area(entry["area"])
    if not entry.get("fields"):
        return name
    limited = "; ".join(values.field_of_study(code) for code in entry["fields"])
    return _("%(area)s (%(fields)s)", area=name, fields=limited)


def one_condition(given: Mapping[str, Any]) -> str:
    """How many places a year, which way and for what; and for which years, fields and levels."""
    said = _(
        "%(places)s a year, %(purpose)s, %(direction)s",
        places=ngettext("%(number)d place", "%(number)d places", given["places"]),
        purpose=small(cases.purpose(given["purpose"])),
        direction=small(cases.direction(given["direction"])),
    )
    limits = [
        *given["academic_years"],
        *(values.field_of_study(code) for code in given["fields"]),
        *(_("EQF level %(level)d", level=level) for level in given["levels"]),
    ]
    return _("%(places)s (%(limits)s)", places=said, limits=listing(limits)) if limits else said


def signature(entry: Mapping[str, Any], names: Names) -> str:
    """Who signed for whom, in what office, where and when, as far as it is known."""
    person = entry.get("signatory") or entry.get("name") or _("a signatory who is not known")
    office = entry.get("office")
    who = _("%(person)s, %(office)s", person=person, office=office) if office else person
    party = names.party_called(entry["party_id"])
    if entry.get("place"):
        party = _("%(party)s, in %(place)s", party=party, place=entry["place"])
    return _("%(who)s for %(party)s (%(date)s)", who=who, party=party, date=dates.partial(entry.get("signed_on")))


def contact(given: Mapping[str, Any]) -> str:
    """An office that is to be asked, with its address."""
    if not given.get("email"):
        return str(given["office"])
    return _("%(office)s (%(email)s)", office=given["office"], email=given["email"])


def plan(given: Mapping[str, Any]) -> str:
    """A planned signing: the event, where and when."""
    where = ", ".join(part for part in (given["event"], given.get("place")) if part)
    return _("%(where)s (%(date)s)", where=where, date=dates.partial(given.get("planned_for")))


def source(given: Mapping[str, Any], _names: Names) -> str:
    """A document and the passage in it."""
    if not given.get("passage"):
        return str(given["title"])
    return _("%(title)s: “%(passage)s”", title=given["title"], passage=given["passage"])


def _date(given: str, _names: Names) -> str:
    return dates.partial(given)


_MAY_BE_UNSTATED = {
    "effective_on",
    "conditions",
    "reason",
    "source",
    "place",
    "office",
    "unit",
    "label",
    "against",
    "length",
}

_VALUES: dict[str, Callable[[Any, Names], str]] = {
    "titles": titles,
    "texts": texts,
    "parties": parties,
    "areas": areas,
    "term": lambda given, _names: terms.term(given),
    "effective_on": _date,
    "signed_on": _date,
    "occurred_on": _date,
    "planned_for": _date,
    "until": _date,
    "against": _date,
    "conditions": lambda given, _names: "; ".join(one_condition(one) for one in given),
    "signatures": lambda given, names: listing([signature(entry, names) for entry in given]),
    "kind": lambda given, _names: values.kind(given),
    "certainty": lambda given, _names: _("stated") if given == "stated" else _("inferred"),
    "source": source,
    "partner_id": lambda given, names: names.partner(given),
    "party_id": lambda given, names: names.party_called(given),
    "framework_id": lambda given, names: names.memorandum(given),
    "superseded_by": lambda given, names: names.memorandum(given),
    "request_id": lambda _given, _names: _("answered with this memorandum"),
    "owner": lambda given, _names: values.person(given),
    "length": lambda given, _names: terms.length(given),
    "language": lambda given, _names: values.language(given),
    "stage": lambda given, _names: cases.stage(given) if given in cases.STAGES else values.stage(given),
    "standing": lambda given, _names: values.standing(given),
    "country": lambda given, _names: values.country(given),
    "partner_kind": lambda given, _names: values.partner_kind(given),
    "route": lambda given, _names: listing([values.role(role) for role in given]),
    **cases.VALUES,
}

"""What changed between two editions, in sentences.

A *change* names its ``part`` of the content and what became of it: ``added``, ``removed``, ``changed``, or, where it
was not known before, ``now_known``, which is never called an addition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from web.wording import fields, values
from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names

Change = Mapping[str, Any]


def sentences(changes: Iterable[Change], names: Names) -> list[str]:
    """The differences, one sentence each; new areas stand in one sentence, and those no longer covered in another."""
    changes = list(changes)
    said = [_SENTENCES[change["part"]](change, names) for change in changes if change["part"] != "areas"]
    areas = [change for change in changes if change["part"] == "areas"]
    return said + _areas(areas)


def _areas(changes: list[Change]) -> list[str]:
    groups: dict[str, Callable[[str], str]] = {
        "added": lambda areas: _("New areas of cooperation: %(areas)s.", areas=areas),
        "removed": lambda areas: _("No longer covered: %(areas)s.", areas=areas),
        "now_known": lambda areas: _("Areas of cooperation, not known before: %(areas)s.", areas=areas),
        "not_known": lambda areas: _("Areas of cooperation, not known to go on: %(areas)s.", areas=areas),
    }
    said = []
    for kind, say in groups.items():
        named = [_area(change) for change in changes if change["change"] == kind]
        if named:
            said.append(say(listing(named)))
    return said + [_limited(change) for change in changes if change["change"] == "changed"]


def _area(change: Change) -> str:
    limited = change.get("after") if change.get("after") is not None else change.get("before")
    return fields.one_area({"area": change["area"], "fields": limited}) if change.get("area") else _("not stated")


def _limited(change: Change) -> str:
    return _(
        "Fields of %(area)s: %(after)s; before, %(before)s.",
        area=values.area(change["area"]),
        after=_studies(change["after"]),
        before=_studies(change["before"]),
    )


def _studies(codes: list[str] | None) -> str:
    return "; ".join(values.field_of_study(code) for code in codes or ()) or _("all fields of study")


def _party(change: Change, names: Names) -> str:
    before, after = change.get("before") or {}, change.get("after") or {}
    match change["change"]:
        case "added":
            return _("%(party)s is a new party.", party=names.party(after))
        case "removed":
            return _("%(party)s is no longer a party.", party=names.party(before))
        case "now_known":
            return _("Party, not known before: %(party)s.", party=names.party(after))
        case "not_known":
            return _("It is not known whether %(party)s is still a party.", party=names.party(before))
        case _changed:
            return _("%(after)s stands in place of %(before)s.", after=names.party(after), before=names.party(before))


def _title(change: Change, _names: Names) -> str:
    tongue, before, after = values.language(change["language"]), change.get("before"), change.get("after")
    match change["change"]:
        case "added":
            return _("There is now a title in %(language)s: “%(title)s”.", language=tongue, title=after)
        case "removed":
            return _("There is no longer a title in %(language)s; before, “%(title)s”.", language=tongue, title=before)
        case "now_known":
            return _("Title in %(language)s, not known before: “%(title)s”.", language=tongue, title=after)
        case "not_known":
            return _("The title in %(language)s is not known; before, “%(title)s”.", language=tongue, title=before)
        case _changed:
            return _(
                "Title in %(language)s: “%(after)s”; before, “%(before)s”.", language=tongue, after=after, before=before
            )


def _text(change: Change, _names: Names) -> str:
    tongue = values.language(change["language"])
    match change["change"]:
        case "added":
            return _("There is now a text in %(language)s.", language=tongue)
        case "removed":
            return _("There is no longer a text in %(language)s.", language=tongue)
        case "now_known":
            return _("There is a text in %(language)s, not known before.", language=tongue)
        case "not_known":
            return _("The text in %(language)s is not known.", language=tongue)
        case _changed:
            return _("The text in %(language)s was changed.", language=tongue)


def _value(change: Change, names: Names) -> str:
    part = change["part"]
    label = fields.label(part)
    after, before = fields.value(part, change.get("after"), names), fields.value(part, change.get("before"), names)
    match change["change"]:
        case "now_known":
            return _("%(part)s, not known before: %(after)s.", part=label, after=after)
        case "added":
            return _("%(part)s, not stated before: %(after)s.", part=label, after=after)
        case "removed":
            return _("%(part)s is no longer stated; before, %(before)s.", part=label, before=before)
        case "not_known":
            return _("%(part)s is not known; before, %(before)s.", part=label, before=before)
        case _changed:
            return _("%(part)s: %(after)s; before, %(before)s.", part=label, after=after, before=before)


_SENTENCES: dict[str, Callable[[Change, Names], str]] = {
    "titles": _title,
    "texts": _text,
    "parties": _party,
    "term": _value,
    "effective_on": _value,
    "conditions": _value,
}

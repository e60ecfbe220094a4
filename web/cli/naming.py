"""What people call records, and the ids that the use cases want: references, edition numbers, names of partners."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.paging import LONGEST_PAGE
from application.partner.directory.likeness import spelled
from domain.imported_file.imported_file import imported_file_id
from domain.shared.errors import Invalid, NotFound
from web.cli.office import Office


def nobody(_office: Office, given: str) -> UUID:
    """Nothing is called by a name here.

    Raises:
        NotFound: always.
    """
    raise NotFound(kind="record", id=given)


def memorandum(office: Office, given: str) -> UUID:
    """A memorandum by its reference or id.

    Raises:
        NotFound: there is none.
    """
    return office.bitim.register.find(given)


def partner(office: Office, given: str) -> UUID:
    """A partner by its id, or by one of its names or other spellings, in either script, inverted or not.

    Raises:
        NotFound: none is called so.
        Invalid: several are.
    """
    try:
        return UUID(given)
    except ValueError:
        found = [
            one
            for one in office.bitim.partner_directory.list(q=given, limit=LONGEST_PAGE)["items"]
            if _called(one, given)
        ]
    if not found:
        raise NotFound("partner_not_found", field="partner_id", id=given)
    if len(found) > 1:
        raise Invalid("partner_id", given, "one_called_so", partners=[_told_apart(one) for one in found])
    return UUID(found[0]["id"])


def _told_apart(one: dict[str, Any]) -> dict[str, str]:
    return {name: one[name] for name in ("id", "name", "country", "kind")}


def _called(one: dict[str, Any], given: str) -> bool:
    names = [one["name"], *(name["name"] for name in one["names"]), *one["aliases"]]
    return spelled(given) in map(spelled, names)


def request(_office: Office, given: str) -> UUID:
    """A request by its id.

    Raises:
        Invalid: it is none.
    """
    try:
        return UUID(given)
    except ValueError:
        raise Invalid("request_id", given, "uuid") from None


def imported_file(_office: Office, given: str) -> UUID:
    """A register that was taken in, by its id or name; there may be none of this name."""
    try:
        return UUID(given)
    except ValueError:
        return imported_file_id(given)


def mobility_case(_office: Office, given: str) -> UUID:
    """A mobility case by its id.

    Raises:
        Invalid: it is none.
    """
    try:
        return UUID(given)
    except ValueError:
        raise Invalid("case_id", given, "uuid") from None


def edition(office: Office, memorandum_id: UUID, given: str | None, *, signed: bool = False) -> str:
    """An edition by its number (``2.1``) or id (``e7``).

    If none is given, it is the one in preparation, or else the last; or the last that is ``signed``.

    Raises:
        NotFound: the memorandum has no such edition; names those there are.
    """
    editions = office.bitim.editions.list(memorandum_id)
    if given is None:
        living = [one for one in editions if not one["withdrawn"]] or editions
        wanted = [one for one in living if (one["stage"] == "signed") is signed]
        return str((wanted or living)[-1]["edition_id"])
    for one in editions:
        if given in (one["edition_id"], one["number"]):
            return str(one["edition_id"])
    raise NotFound(
        "edition_not_found", edition_id=given, editions=[one["number"] or one["edition_id"] for one in editions]
    )


def of_editions(office: Office, memorandum_id: UUID, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with ids of editions where people gave their numbers, or left the choice to us."""
    named = dict(fields)
    if "edition_id" in named:
        named["edition_id"] = edition(office, memorandum_id, named["edition_id"])
    if "amends" in named:
        named["amends"] = edition(office, memorandum_id, named["amends"], signed=True)
    if named.get("follows") is not None:
        named["follows"] = edition(office, memorandum_id, named["follows"])
    if "edition" in named:
        named["edition"] = _linked(office, memorandum_id, named["edition"])
    return named


def _linked(office: Office, memorandum_id: UUID, told: dict[str, Any]) -> dict[str, Any]:
    """An edition from paper with the ids of those that it follows or amends."""
    links = {link: edition(office, memorandum_id, told[link]) for link in ("follows", "amends") if told.get(link)}
    return {**told, **links}


def of_records(office: Office, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with ids of partners and memorandums where people gave names and references."""
    named = {name: _of_parties(office, value) for name, value in fields.items()}
    for inner in ("details", "changes", "funding"):
        if isinstance(named.get(inner), dict):
            named[inner] = of_records(office, named[inner])
    for field in ("partner_id", "successor_id", "survivor_id"):
        if named.get(field) is not None:
            named[field] = str(partner(office, named[field]))
    for field in ("framework_id", "by_memorandum_id", "memorandum_id"):
        if named.get(field) is not None:
            named[field] = str(memorandum(office, named[field]))
    return named


def _of_parties(office: Office, value: Any) -> Any:
    """The same, with ids of partners in each list of parties, however deep it lies."""
    if isinstance(value, list):
        return [_of_parties(office, inner) for inner in value]
    if not isinstance(value, dict):
        return value
    found = {name: _of_parties(office, inner) for name, inner in value.items()}
    for side in found.get("parties") or ():
        if isinstance(side, dict) and isinstance(side.get("partner_id"), str):
            side["partner_id"] = str(partner(office, side["partner_id"]))
    return found


def two_editions(office: Office, memorandum_id: UUID, old: str | None, new: str | None) -> tuple[str, str]:
    """The editions to compare, by number or id: the last two in order, or one and the last, where none are named.

    Raises:
        NotFound: there is no such edition, or only one.
    """
    living = [one["edition_id"] for one in office.bitim.editions.list(memorandum_id) if not one["withdrawn"]]
    later = edition(office, memorandum_id, new) if new else (living or [""])[-1]
    if old:
        return edition(office, memorandum_id, old), later
    before = living[: living.index(later)] if later in living else []
    if not before:
        raise NotFound("edition_not_found", edition_id="", editions=living)
    return before[-1], later

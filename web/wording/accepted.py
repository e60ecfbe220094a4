"""What a field would accept, by the code that a refused value carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from web.wording import dates, terms
from web.wording.language import gettext as _
from web.wording.language import mark, ngettext
from web.wording.values import country, partner_kind

Limits = Mapping[str, Any]

FIXED = {
    "partial_date": mark("A year, a month or a day between 1900 and 2100, such as 2023, 2023-09 or 2023-09-14."),
    "date": mark("A whole day between 1900 and 2100, such as 2023-09-14."),
    "required": mark("It must be given."),
    "code": mark("A short name of small letters, digits and underscores, such as legal_office."),
    "country": mark("A country by its two-letter code (ISO 3166-1), such as UZ."),
    "language": mark("A language tag, such as en, uz-Latn or zh-CN."),
    "field_of_study": mark("A detailed field of ISCED-F 2013 by its four digits, such as 0711."),
    "party": mark("A partner, with a unit if need be; or, where it is not yet named, what is looked for."),
    "each_once": mark("Each entry once."),
    "ours_and_another": mark("At least one party of ours, and at least one other."),
    "uuid": mark("The id of a record, as Bitim shows it."),
    "at_least_one_month": mark("At least one month."),
    "reference": mark("Letters, digits, spaces and . / - ( ) № _, at most 60 characters, such as MOU-2024-0031."),
    "universities": mark(
        "A list of universities, 100,000 at most: JSON, objects with name, alpha_two_code and domains; or CSV in UTF-8 "
        "with the columns name, country (two letters) and domain."
    ),
    "edition": mark("The year of the edition, such as 2024, or its years, such as 2023/2024."),
    "boolean": mark("Yes or no."),
    "string": mark("Text."),
    "whole_number": mark("A whole number."),
    "list": mark("A list."),
    "object": mark("An object with named members."),
    "absent": mark("Nothing: there is no such field."),
    "file": mark("A file, as a part of the body with a name of its own."),
    "in_bounds": mark(
        "Less: no text beyond 200,000 characters, no list beyond 1,000 entries, no number beyond 15 digits."
    ),
    "source": mark("The title of a document, with a passage in it if need be."),
    "signatures": mark("A list of signatures, 100 at most."),
    "signature": mark("A party with its signatory, the office held that day, the place and the day."),
    "another_party": mark("A party that is not ours."),
    "schac": mark("A SCHAC identifier: the organisation’s internet domain, such as tersu.uz."),
    "erasmus_code": mark("An Erasmus code: country, place and two or three digits, such as E  SANTAND01."),
    "pic": mark("A participant identification code: nine digits."),
    "oid": mark("An Erasmus+ organisation id: E and eight digits."),
    "ror": mark("A ROR id, such as https://ror.org/046ffzj20."),
    "instead_of_description": mark("Either a partner on record, or the description of one that is not."),
    "instant_with_offset": mark("A day such as 2024-12-31, or an instant with its offset: 2024-12-31T12:00:00+05:00."),
    "not_in_the_future": mark("Nothing later than now: nobody knows what will be known then."),
    "key_of_page": mark("The key that the page before ended with."),
    "sha256": mark("The SHA-256 of the document: 64 hexadecimal digits."),
    "email": mark("The address of an office, such as international@example.edu."),
    "filename": mark("The name of a file, without a folder."),
    "currency": mark("A currency by its three-letter code (ISO 4217), such as EUR."),
    "amount": mark("A number without sign and with two decimals at most, such as 1200.50."),
    "academic_year": mark("An academic year by its two years, such as 2025/2026."),
    "funding": mark("Whose money it is, with its name, number, amount and currency as far as they are known."),
    "with_amount": mark("An amount and its currency, or neither."),
    "override": mark("The role in which somebody goes beyond the places, and the reason."),
    "instead_of_memorandum": mark("Either the memorandum on which the case rests, or the reason why there is none."),
    "condition": mark("A direction, a purpose and a number of places; with academic years, fields and levels."),
    "media_type": mark("A media type, such as application/pdf."),
}


def accepted(code: str, limits: Limits) -> str:
    """What would be accepted, in a sentence."""
    return ACCEPTED[code](limits)


def _fixed(message: str) -> Callable[[Limits], str]:
    return lambda _limits: _(message)


def _text(limits: Limits) -> str:
    most = limits["maximum"]
    return ngettext(
        "Text of at most %(number)d character, without control characters.",
        "Text of at most %(number)d characters, without control characters.",
        most,
    )


def _line(limits: Limits) -> str:
    most = limits["maximum"]
    return ngettext(
        "One line of at most %(number)d character, not empty.",
        "One line of at most %(number)d characters, not empty.",
        most,
    )


def _values(limits: Limits) -> str:
    values = [str(value) for value in limits["values"]]
    return (
        _("One of: %(values)s.", values=", ".join(values)) if values else _("Nothing: there is nothing to choose from.")
    )


def _called_so(limits: Limits) -> str:
    partners = [
        _(
            "%(id)s (%(kind)s, %(country)s)",
            id=one["id"],
            kind=partner_kind(one["kind"]),
            country=country(one["country"]),
        )
        for one in limits["partners"]
    ]
    return _("Several are called so; the id of one of them: %(partners)s.", partners="; ".join(partners))


def _between(limits: Limits) -> str:
    return _("From %(minimum)s to %(maximum)s.", minimum=limits["minimum"], maximum=limits["maximum"])


def _not_after(limits: Limits) -> str:
    return _("%(day)s or earlier.", day=dates.partial(limits["day"]))


def _not_before(limits: Limits) -> str:
    return _("%(day)s or later.", day=dates.partial(limits["day"]))


def _by_language(limits: Limits) -> str:
    if limits.get("minimum"):
        return _("One text for each language, at least one, 20 at most.")
    return _("One text for each language, 20 at most.")


def _length(limits: Limits) -> str:
    return _("A whole number of: %(units)s.", units=", ".join(limits["units"]))


def _term(limits: Limits) -> str:
    return _("A term, of one of these kinds: %(kinds)s.", kinds=", ".join(limits["kinds"]))


def _absent(limits: Limits) -> str:
    return _("Nothing: a term of the kind “%(kind)s” has no such part.", kind=limits["kind"])


def _at_most_the_period(limits: Limits) -> str:
    return _("A notice no longer than the period it ends, %(length)s.", length=terms.length(limits))


def _agreeing_with_until(limits: Limits) -> str:
    return _("A length that ends on the last day given, %(until)s, or none.", until=dates.partial(limits["until"]))


def _last_day_of_period(limits: Limits) -> str:
    return _("The last day of a period; the nearest is %(day)s.", day=dates.day(limits["nearest"]))


def _at_most(limits: Limits) -> str:
    return ngettext("At most %(number)d.", "At most %(number)d.", limits["maximum"])


def _words(limits: Limits) -> str:
    return ngettext("At most %(number)d word.", "At most %(number)d words.", limits["maximum"])


def _identifiers(limits: Limits) -> str:
    return _("Identifiers, each by its scheme: %(schemes)s.", schemes=", ".join(limits["schemes"]))


ACCEPTED: dict[str, Callable[[Limits], str]] = {
    **{code: _fixed(message) for code, message in FIXED.items()},
    "text": _text,
    "line": _line,
    "one_of": _values,
    "one_called_so": _called_so,
    "area": _values,
    "areas": _values,
    "between": _between,
    "at_most": _at_most,
    "words": _words,
    "identifiers": _identifiers,
    "not_after": _not_after,
    "not_before": _not_before,
    "by_language": _by_language,
    "length": _length,
    "term": _term,
    "absent_for_term": _absent,
    "at_most_the_period": _at_most_the_period,
    "agreeing_with_until": _agreeing_with_until,
    "last_day_of_period": _last_day_of_period,
}

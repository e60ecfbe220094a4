"""Why a standing is what it is, and what would settle one that is undetermined. For rows see `standing`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from domain.shared.dates import FIRST_DAY, parse_day
from web.wording import dates, terms
from web.wording.language import capital, either, mark
from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.standing import Row, days_of, edition, edition_id, since, term_of


def why(row: Row, names: Names) -> list[str]:
    """What makes it so, and what would be needed to say more; one sentence each."""
    if row.get("standing") is None:
        return []
    cause = (row.get("cause") or {}).get("code")
    said = [_CAUSES[cause](row, names)] if cause in _CAUSES else []
    return [*said, *_leaving(row, names), *_doubts(row, names)]


def _effective(row: Row, names: Names) -> str:
    return _(
        "%(edition)s is in effect %(since)s. Its term: %(term)s.",
        edition=capital(names.edition(edition_id(row))),
        since=_since(row),
        term=terms.term(term_of(row) or None),
    )


def _since(row: Row) -> str:
    """Since when the edition is in effect: not since it was resumed."""
    effective = (edition(row, edition_id(row)) or {}).get("effective") or row["since"]
    return _("since %(day)s", day=dates.a_day(days_of(effective)))


def _tacit_renewal(row: Row, names: Names) -> str:
    if row.get("period") is None:
        return _(
            "Nobody objected in time, so %(edition)s renewed itself; which period runs depends on dates that are not "
            "known to the day.",
            edition=names.edition(edition_id(row)),
        )
    return _(
        "Nobody objected in time, so %(edition)s renewed itself; the present period began on %(day)s.",
        edition=names.edition(edition_id(row)),
        day=since(row),
    )


def _suspension(_row: Row, _names: Names) -> str:
    return _("It was suspended; its term runs on meanwhile, and its end does not move.")


def _unknown_end(row: Row, names: Names) -> str:
    return _("How long %(edition)s lasts is not known.", edition=names.edition(edition_id(row)))


def _concluded(row: Row, names: Names) -> str:
    return _("Every party has signed %(edition)s; it has not taken effect yet.", edition=names.edition(edition_id(row)))


def _term(row: Row, names: Names) -> str:
    return _(
        "The term of %(edition)s ran out, and no renewal was in effect by then.", edition=names.edition(edition_id(row))
    )


def _objection(_row: Row, _names: Names) -> str:
    return _("A party objected in time, so it did not renew itself.")


def _notice(_row: Row, _names: Names) -> str:
    return _("A party gave notice, and the notice took effect.")


def _termination(_row: Row, _names: Names) -> str:
    return _("It was ended before its time.")


def _drafted(_row: Row, _names: Names) -> str:
    return _("A first text has been drafted, and not every party has signed it.")


def _superseded(row: Row, names: Names) -> str:
    if row.get("superseded_by"):
        return _("%(other)s took over.", other=capital(names.memorandum(row["superseded_by"])))
    return _("Another memorandum took over.")


def _withdrawn(_row: Row, _names: Names) -> str:
    return _("It was withdrawn before every party had signed; its reference is never issued again.")


_CAUSES: dict[str, Callable[[Row, Names], str]] = {
    "effective": _effective,
    "tacit_renewal": _tacit_renewal,
    "suspension": _suspension,
    "unknown_end": _unknown_end,
    "concluded": _concluded,
    "term": _term,
    "objection": _objection,
    "notice": _notice,
    "termination": _termination,
    "drafted": _drafted,
    "superseded": _superseded,
    "withdrawn": _withdrawn,
}


def _leaving(row: Row, names: Names) -> Iterator[str]:
    """Who leaves, or left, alone while the others go on."""
    for party_id, days in ((row.get("edition") or {}).get("leaving") or {}).items():
        yield _(
            "%(party)s gave notice for itself alone, and is out from %(day)s.",
            party=names.party_called(party_id),
            day=dates.a_day(days_of(days)),
        )


def _doubts(row: Row, names: Names) -> list[str]:
    """Why a standing or an edition is not known, and what would settle it."""
    editions = row.get("editions_possible") or ()
    if row["standing"] == "undetermined":
        missing = [_missing(entry, names) for entry in (row.get("why") or {}).get("undetermined_because") or ()]
        return missing or [_("It depends on dates that are not known to the day.")]
    if len(editions) > 1:
        options = either([names.edition(one) for one in editions])
        return [
            _(
                "Which edition is in effect depends on dates that are not known to the day: %(editions)s.",
                editions=options,
            )
        ]
    return []


def _missing(entry: Any, names: Names) -> str:
    edition, days = names.edition(entry["edition_id"]), entry.get("days")
    if days is None or parse_day(days["earliest"]) == FIRST_DAY:
        return _(_MISSING[entry["part"]], edition=edition)
    known = dates.days(days["earliest"], days["latest"])
    return _(_UNCERTAIN[entry["part"]], edition=edition, days=known)


_MISSING = {
    "term": mark("Missing: the term of %(edition)s."),
    "term.length": mark("Missing: how long %(edition)s lasts."),
    "term.until": mark("Missing: the last day of %(edition)s."),
    "signed_on": mark("Missing: the day on which %(edition)s was signed."),
    "effective_on": mark("Missing: the day from which %(edition)s is in effect."),
}

_UNCERTAIN = {
    "signed_on": mark("Not known to the day: when %(edition)s was signed (%(days)s)."),
    "effective_on": mark("Not known to the day: from when %(edition)s is in effect (%(days)s)."),
    "term.until": mark("Not known to the day: when %(edition)s ends (%(days)s)."),
}

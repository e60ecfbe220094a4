"""What is said of a register that is taken in: its columns, what became of its rows, and what a person must decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from application.exchange.importing.report import place_of
from domain.shared.errors import BitimError
from web.wording import dates, terms, values
from web.wording.language import gettext as _
from web.wording.language import listing, mark
from web.wording.problems import PROBLEMS, problem

OUTCOMES = {
    "made": mark("Made a memorandum"),
    "merged": mark("Belongs to a memorandum of another row"),
    "rejected": mark("Rejected"),
    "changed": mark("Corrected"),
    "unchanged": mark("Nothing new"),
    "undecided": mark("Left to a person"),
}
FIELDS = {
    "number": mark("Number in the register"),
    "partner": mark("Partner"),
    "partner_kind": mark("Kind of partner"),
    "partners": mark("Partners"),
    "country": mark("Country"),
    "title": mark("Title"),
    "kind": mark("Kind"),
    "signed_on": mark("Signed on"),
    "effective_on": mark("In effect from"),
    "until": mark("Until"),
    "length": mark("Length"),
    "term": mark("Term"),
    "status": mark("Status"),
    "owner": mark("Owner"),
    "areas": mark("Areas of cooperation"),
    "unit": mark("Unit of the partner"),
    "our_unit": mark("Our unit"),
    "signatory": mark("Signatory of the partner"),
    "our_signatory": mark("Our signatory"),
    "signatories": mark("Signatories"),
    "note": mark("Note"),
    "row": mark("Row"),
}
DECISIONS = {
    "recorded": mark("Recorded in Bitim"),
    "nothing_to_record": mark("There is nothing to record"),
    "overtaken": mark("Overtaken by a later edition of the file"),
}
EVIDENCE = {
    "heading": mark("the heading says so"),
    "heading_holds": mark("the heading holds the word; say so, if it is"),
    "values_differ": mark("the heading says so, most values do not"),
    "several_columns": mark("several columns may be it"),
    "general_heading": mark("the heading does not say which date"),
    "unknown_heading": mark("the heading is not known"),
    "person": mark("a person says so"),
}
REASONS = {
    "day_or_month_first": mark("The day or the month may come first, and the column does not show which."),
    "which_year": mark("The year may be several."),
    "instant": mark("A time of day with a zone: it may be either day."),
    "several_dates": mark("Several dates in one cell."),
    "no_such_day": mark("There is no such day."),
    "year_out_of_bounds": mark("The year lies outside 1900 to 2100."),
    "not_a_date": mark("It is not a date that can be read."),
    "in_future": mark("It lies in the future: nothing is signed then."),
    "says_two_things": mark("It says two things of the term."),
    "says_nothing_certain": mark("It says nothing certain of the end."),
    "not_all_understood": mark("Not all of it is understood."),
    "rests_on_another": mark("It rests on another agreement, or on a limit that no term has."),
    "not_stated": mark("No end is stated."),
    "looks_renewed": mark("It looks renewed: the length ran several times. Record the renewals, if it was."),
    "end_before_start": mark("The end lies before the start."),
    "notice_longer_than_term": mark("The notice is longer than the period it ends."),
    "length_and_end_disagree": mark("Length and end disagree."),
    "long_before_signing": mark("It took effect long before it was signed."),
    "several_partners": mark("Several partners in one cell, which cannot be told apart."),
    "several_partners_of_this_name": mark("Several partners on record bear this name."),
    "partner_like_another": mark("A new partner was entered; another has nearly the same name."),
    "partner_kind_unknown": mark("A new partner was entered as “other”: its name does not tell what it is."),
    "partner_only_in_title": mark("The partner stands in the title alone."),
    "too_long": mark("It is longer than is kept."),
    "country_unknown": mark("It is not known which country is meant."),
    "kind_unknown": mark("It is not known which kind is meant."),
    "area_unknown": mark("Not all of the areas are known."),
    "shows_an_error": mark("The cell shows an error of the spreadsheet instead of a value."),
    "which_partner": mark("It is not said to which partner it belongs."),
    "unit_told_twice": mark("The column and the cell of the partner name different units."),
    "status_unknown": mark("It is not known what the status means."),
    "status_and_dates_disagree": mark("The status contradicts the dates."),
    "day_not_stated": mark("The status says what happened, not on which day."),
    "note_speaks_of_term": mark("The note speaks of the term."),
    "no_partner": mark("There is neither a partner nor a title."),
    "not_concluded": mark("It is not concluded: enter it as a draft."),
    "rows_disagree": mark("The rows about this memorandum disagree."),
    "may_be_the_same": mark("Another row has the same partners and day: one memorandum, or two?"),
    "may_be_on_record": mark("It is perhaps the same as a memorandum that was entered before."),
    "may_be_one_of_several": mark("It may be one of several rows of the edition before."),
    "repeats": mark("It repeats another row in every cell."),
    "same_memorandum": mark("It has the same partners and day of signing as a row of another sheet."),
    "changed_by_a_person": mark("A person has changed it in Bitim since."),
    "not_correctable": mark("A file cannot correct this."),
    "further_period": mark("It may be a further period, which is a renewal."),
    "no_longer_certain": mark("What was certain no longer is."),
    "ends_later": mark("The end moves later, which may be a renewal."),
}
"""Why a row, or a cell of it, is left to a person, is rejected or merged."""


def outcome(code: str) -> str:
    """What became of a row."""
    return _(OUTCOMES[code])


def field(code: str) -> str:
    """What a column may hold."""
    return _(FIELDS[code]) if code else ""


def evidence(code: str) -> str:
    """Why a column is taken to hold what it is."""
    return _(EVIDENCE.get(code, EVIDENCE["person"]))


def reason(code: str, data: Mapping[str, Any] | None = None) -> str:
    """Why a person must decide; where a rule of the register refuses it, in the words of that rule."""
    if code in REASONS:
        return _(REASONS[code])
    if code in PROBLEMS and data:
        said = problem(BitimError(code, **data))
        return " ".join(part for part in (f"{said.title}.", said.detail) if part)
    return code


def place(question: Mapping[str, Any]) -> str:
    """Where the row stands that a question is about."""
    at = place_of(question["sheet"], question["row"])
    return _("%(place)s of %(file)s", place=at, file=question["filename"])


def said(question: Mapping[str, Any]) -> str:
    """What the cell says that a question is about; of a change, the values before and after."""
    if question["before"] is None and question["after"] is None:
        return str(question["text"])
    before, after = (value(question["field"], question[side]) for side in ("before", "after"))
    return f"{before} → {after}"


def value(name: str, given: Any) -> str:
    """What a row says in one of its fields."""
    if given is None:
        return _("not known")
    return _VALUES.get(name, str)(given)


_VALUES: dict[str, Callable[[Any], str]] = {
    "term": terms.term,
    "signed_on": dates.partial,
    "effective_on": dates.partial,
    "kind": values.kind,
    "country": values.country,
    "areas": lambda given: listing([values.area(code) for code in given]),
    "partners": lambda given: listing([name for name, _unit in given]),
    "signatories": lambda given: listing([name for name in given if name]),
}


def decision(code: str) -> str:
    """What became of a question."""
    return _(DECISIONS[code])

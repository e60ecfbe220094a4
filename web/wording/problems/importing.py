"""Refusals of files that cannot be taken as registers."""

from __future__ import annotations

from web.wording import values
from web.wording.language import gettext as _
from web.wording.language import listing, mark
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains

TOO_MUCH = mark("Part the file, and import the parts one after the other under the same name of the register.")
SAVE_AGAIN = mark(
    "Open it where it was made, and save it again as a workbook without macros (XLSX) or as CSV in UTF-8."
)
ASK_AGAIN = mark("Ask whoever made the file for a whole copy.")

REASONS: dict[str, tuple[str, str]] = {
    "too_large": (mark("The file is larger than registers are: at most %(limit)s."), TOO_MUCH),
    "too_many_cells": (mark("It has more cells than registers have: at most %(limit)s."), TOO_MUCH),
    "too_many_columns": (mark("It has more columns than registers have: at most %(limit)s."), TOO_MUCH),
    "too_many_characters": (mark("Its cells hold more characters than registers have: at most %(limit)s."), TOO_MUCH),
    "too_many_sheets": (mark("It has more sheets than registers have: at most %(limit)s."), TOO_MUCH),
    "cell_too_long": (mark("A cell is longer than any spreadsheet keeps: at most %(limit)s characters."), SAVE_AGAIN),
    "unpacks_to_too_much": (mark("It unpacks to more than registers are: at most %(limit)s bytes."), SAVE_AGAIN),
    "empty": (mark("The file is empty."), ASK_AGAIN),
    "truncated": (mark("The file is cut off: its end is missing."), ASK_AGAIN),
    "encrypted": (mark("The file is encrypted."), mark("Save it without a password.")),
    "old_spreadsheet": (mark("The file is of an old form of spreadsheets."), SAVE_AGAIN),
    "macros": (mark("The file holds macros, which are programs."), SAVE_AGAIN),
    "days_from_1904": (
        mark("The file counts its days from 1904, so that other programs read its dates four years off."),
        mark("Save it with days counted from 1900, or as CSV in UTF-8."),
    ),
    "spreadsheet_broken": (mark("The file is no spreadsheet that can be read."), SAVE_AGAIN),
    "no_register": (mark("The file is no table."), mark("A register as CSV, XLSX or JSON.")),
    "json_broken": (mark("The file is JSON that is cut off or broken."), ASK_AGAIN),
    "json_of_another_form": (
        mark("The file is JSON of another form."),
        mark("A list of objects whose members are texts, numbers or nothing; or such lists by the name of a sheet."),
    ),
    "quotation_broken": (
        mark("A quotation goes on after its end, so that cells cannot be told apart."),
        mark("Double the quotation marks inside quoted cells."),
    ),
    "holds_nul": (mark("The text holds NUL bytes: it is no text, or damaged."), ASK_AGAIN),
    "encodings_mixed": (mark("Some lines are written in UTF-8, and others are not."), SAVE_AGAIN),
    "encoding_unknown": (
        mark("It cannot be told for certain in which encoding the file is written."),
        mark("Name it: --encoding, or save the file as UTF-8."),
    ),
    "encoding_does_not_fit": (mark("The file is not written in that encoding."), mark("Another encoding, or none.")),
    "mapping": (
        mark("The mapping is not of the form of such files."),
        mark("The file that Bitim wrote, in which each column has a heading and a field, no field twice in a sheet."),
    ),
    "word_list": (
        mark("The list of words is not of the form of such lists."),
        mark("A TOML file in which each section has lists of words by their meaning."),
    ),
}
"""Why a file is refused, and what would be accepted."""


@explains("file_refused")
def _file_refused(data: Data, _names: Names) -> Problem:
    why, accepted = REASONS[data["reason"]]
    limit = data.get("limit")
    said = values.size(limit) if data["reason"] == "too_large" else str(limit)
    where = _("At %(place)s.", place=data["place"]) if data.get("place") else ""
    return Problem(_("The file cannot be taken as a register"), f"{_(why, limit=said)} {where}".strip(), _(accepted))


@explains("column_lost")
def _column_lost(data: Data, _names: Names) -> Problem:
    return Problem(
        _("A column has lost most of its values"),
        _("%(field)s: %(before)d values in the edition before, %(after)d in this one.", **data),
        _("Mend the file; or, if the values are meant to be lost: --accept-loss %(field)s", field=data["field"]),
    )


@explains("dates_shifted")
def _dates_shifted(data: Data, _names: Names) -> Problem:
    return Problem(
        _("The dates of a column have moved by one day"),
        _("%(field)s: %(rows)d dates moved by %(days)d day; a program took them for another time zone.", **data),
        _("Save the file again with its dates as they were, as text if need be."),
    )


@explains("register_not_named")
def _register_not_named(data: Data, _names: Names) -> Problem:
    return Problem(
        _("The register must be named"),
        _(
            "%(filename)s may be the next edition of one that is known: %(registers)s.",
            filename=data["filename"],
            registers=listing([str(name) for name in data["registers"]]),
        ),
        _("Say which it is, or give a new name: --register NAME"),
    )


@explains("question_not_found")
def _question_not_found(data: Data, _names: Names) -> Problem:
    return Problem(
        _("There is no such question"),
        _("The register leaves no question %(question)s to a person.", question=data["question_id"]),
        _("A question by its id, as the list of questions shows it."),
    )


@explains("nothing_recorded_since")
def _nothing_recorded_since(data: Data, _names: Names) -> Problem:
    return Problem(
        _("No renewal has been recorded"),
        _("Nothing has been recorded of %(reference)s since the question was asked.", reference=data["reference"]),
        _("Record the renewal first; or decide that there is nothing to record."),
    )


@explains("import_interrupted")
def _import_interrupted(data: Data, _names: Names) -> Problem:
    return Problem(
        _("There was no time for all rows"),
        _("%(done)d of %(rows)d rows are dealt with, and what was stored of them stays.", **data),
        _("Import the same file again in the same way: it goes on where it was, and nothing is stored twice."),
    )

"""The caseload as a table: one case a row, words in the reader's language, days as ISO 8601 writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from application.exchange.exporting.lists import Listed
from application.exchange.exporting.tables import Table
from web.exporting.asking import question_shown
from web.wording import cases, fields, values
from web.wording.language import gettext as _
from web.wording.names import Names

Row = Mapping[str, Any]


def caseload_table(listed: Listed, references: Mapping[str, str]) -> Table:
    """The rows under their headings, and the question that they answer.

    Args:
        listed: the cases.
        references: of the memorandums on which they rest, by id.
    """
    names = Names(memorandums=references)
    return Table.of(
        question_shown(_("The caseload of mobility"), listed.question, len(listed.rows)),
        _headings(),
        [tuple(_cells(row, names)) for row in listed.rows],
    )


def _headings() -> tuple[str, ...]:
    return (
        _("Purpose"),
        _("Direction"),
        _("Partner"),
        _("Unit there"),
        _("Our unit"),
        _("Office"),
        _("Level (EQF)"),
        _("Field"),
        _("Academic year"),
        _("Programme"),
        _("Memorandum"),
        _("Why without a memorandum"),
        _("Stage"),
        _("Next step by"),
        _("Planned from"),
        _("Planned until"),
        _("Began"),
        _("Ended"),
        _("Ground"),
        _("Answers"),
        _("ECTS credits"),
        _("Funding"),
        _("Person"),
        _("Id"),
    )


def _cells(row: Row, names: Names) -> Iterator[str]:
    yield cases.purpose(row["purpose"])
    yield cases.direction(row["direction"])
    yield row["partner"] or row["partner_id"]
    yield row["partner_unit"]
    yield row["unit"]
    yield row["office"]
    yield "" if row["eqf_level"] is None else str(row["eqf_level"])
    yield values.field_of_study(row["field"]) if row["field"] else ""
    yield row["academic_year"] or ""
    yield row["programme"]
    yield names.memorandum(row["memorandum_id"]) if row["memorandum_id"] else ""
    yield row["without_memorandum"]
    yield cases.stage_of(row)
    yield row["due"] or ""
    for day in ("planned_from", "planned_until", "actual_from", "actual_until"):
        yield row[day] or ""
    yield cases.ground(row["ground"]) if row["ground"] else ""
    yield cases.answers(row["answers"])
    yield row["ects"] or ""
    yield fields.value("funding", row["funding"], names) if row["funding"] else ""
    yield row["person_id"]
    yield row["id"]

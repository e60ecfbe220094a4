"""The register as a table: one memorandum a row, words in the reader's language, days as ISO 8601 writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from application.exchange.exporting.lists import Listed
from application.exchange.exporting.tables import Table
from web.exporting.asking import question_shown
from web.wording import standing, terms, values
from web.wording.language import gettext as _
from web.wording.titles import others_of, titles

Row = Mapping[str, Any]


def register_table(listed: Listed) -> Table:
    """The rows under their headings, and the question that they answer."""
    return Table.of(
        question_shown(_("The register of memorandums"), listed.question, len(listed.rows)),
        _headings(),
        [tuple(_cells(row, listed.question["as_of"])) for row in listed.rows],
    )


def _headings() -> tuple[str, ...]:
    return (
        _("Reference"),
        _("Kind"),
        _("Title"),
        _("With"),
        _("Areas"),
        _("Standing"),
        _("In words"),
        _("Until"),
        _("Last day to object"),
        _("Stage"),
        _("Edition"),
        _("Signed on"),
        _("Term"),
        _("Owner"),
        _("Archive"),
        _("Id"),
    )


def _cells(row: Row, as_of: str) -> Iterator[str]:
    edition: Row = row["edition"] or {}
    yield row["reference"]
    yield values.kind(row["kind"])
    yield "\n".join(title.text for title in titles(edition, row["kind"]))
    yield "\n".join(others_of(edition))
    yield "\n".join(values.area(area["area"]) for area in edition.get("areas") or ())
    yield values.standing(row["standing"])
    yield standing.sentence(row, as_of)
    yield days(row["until"])
    yield row["objection_on"] or ""
    yield values.stage(row["stage"])
    yield edition.get("number") or ""
    yield days(edition.get("signed_on"))
    yield terms.term(edition.get("term")) if edition else ""
    yield values.person(row["owner"])
    yield _("archived") if row["archived"] else ""
    yield row["id"]


def days(given: Row | None) -> str:
    """A day, or the days that it may be, as ISO 8601 writes them: ``2026-12-31``, ``2026-01-01/2026-12-31``."""
    if given is None:
        return ""
    earliest, latest = given["earliest"], given["latest"]
    return str(earliest) if earliest == latest else f"{earliest or '..'}/{latest or '..'}"

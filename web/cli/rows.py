"""Rows of tables: a memorandum, a partner, a request in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from domain.shared.dates import FIRST_DAY
from web.cli.office import Office
from web.wording import dates, natures, stages, standing, values
from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names

Row = Mapping[str, Any]
Column = tuple[str, Callable[[Row], str]]


def show_rows(office: Office, rows: Iterable[Row], *more: Column, as_of: str) -> None:
    """Memorandums, one a line, with further columns at the end; ``as_of`` is the day whose standing they show."""
    columns: Sequence[Column] = (
        (_("Reference"), lambda row: str(row["reference"])),
        (_("With"), others),
        (_("Kind"), lambda row: values.kind(row["kind"])),
        (_("Standing"), lambda row: standing.sentence(row, as_of)),
        *more,
    )
    show_table(office, columns, rows)


def show_table(office: Office, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """Rows under the headings of their columns; or that there is nothing."""
    found = list(rows)
    if found:
        office.show.table(
            [heading for heading, _cell in columns], [[cell(row) for _heading, cell in columns] for row in found]
        )
    else:
        office.show.line(_("Nothing is found."))


def show_next(office: Office, page: Mapping[str, Any]) -> None:
    """How to go on, where a list is longer than one page."""
    if page.get("after"):
        office.show.line(_("There is more: --after %(key)s", key=page["after"]))


def others(row: Row) -> str:
    """The parties that are not ours, as far as they are known."""
    parties = (row.get("edition") or {}).get("parties") or ()
    return listing([Names().party(party) for party in parties if not party["ours"]]) or _("not known")


def waits_for(row: Row) -> str:
    """What is awaited next, of whom."""
    names = Names.of([row["edition"]] if row.get("edition") else [])
    return stages.awaited((row.get("working") or row).get("awaited") or (), names)


def edition_columns() -> Sequence[Column]:
    """What tables of editions show of each."""
    return (
        (_("Edition"), lambda one: str(one["number"] or one["edition_id"])),
        (_("What it is"), natures.nature),
        (_("Stage"), stages.stage),
        (_("Signed"), lambda one: _signed(one["signed_on"])),
        (_("In effect"), lambda one: days(one["effective"])),
        (_("Until"), lambda one: days(one["until"])),
    )


def _signed(given: Mapping[str, str] | None) -> str:
    """The day of conclusion; that it was recorded by a day tells nothing where it is unknown."""
    if given is not None and given["earliest"] == FIRST_DAY.isoformat():
        return dates.partial(None)
    return days(given)


def days(given: Mapping[str, str] | None) -> str:
    """A day that may be uncertain; empty where there is none."""
    return dates.days(given["earliest"], given["latest"]) if given else ""


def on(field: str) -> Callable[[Row], str]:
    """A day of the row, in words; empty where there is none."""
    return lambda row: dates.day(row[field]) if row.get(field) else ""


def in_days(row: Row) -> str:
    """How many days are left."""
    left = row.get("days_left")
    return "" if left is None else dates.number_of_days(left)

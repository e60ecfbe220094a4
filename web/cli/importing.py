"""The command that takes a register in from a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from application.exchange.importing.files.sheets import MOST_BYTES
from application.exchange.importing.mapping import FIELDS, SheetMapping, plain_mapping, read_mapping
from application.exchange.importing.report import Report, RowReport, place_of
from application.exchange.importing.rows import Settled
from application.exchange.importing.taking import Told
from web.cli import naming
from web.cli.acting import AS_JSON, user, using
from web.cli.office import Office, pass_office
from web.cli.rows import show_table
from web.wording import importing
from web.wording.language import gettext as _

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
PLACE = click.Path(dir_okay=False, path_type=Path)


@click.command("import")
@using(
    click.argument("file", type=FILE),
    click.option("--ours", metavar="PARTNER", help="The partner that is our institution. [default: as before]"),
    click.option("--register", metavar="NAME", help="Of the register, the same every year. [default: the file’s]"),
    click.option("--owner", metavar="ID", help="Answers for memorandums that name nobody. [default: who imports]"),
    click.option("--kind", metavar="KIND", help="Of memorandums whose kind the register does not tell."),
    click.option("--dry-run", is_flag=True, help="Store nothing; the report is the same."),
    click.option("--mapping", type=PLACE, help="What columns hold; written, if missing. [default: beside the file]"),
    click.option("--encoding", metavar="NAME", help="Of the file, where it cannot be told, such as cp1251."),
    click.option("--separator", metavar="SIGN", help="Of the cells, where it cannot be told."),
    click.option("--words", type=FILE, multiple=True, help="A further list of words (TOML)."),
    click.option(
        "--accept-loss", type=click.Choice(FIELDS), multiple=True, help="Values of this field are to be lost."
    ),
    click.option("--actor", metavar="ID", default=user, help="Who imports. [default: your login name]"),
    AS_JSON,
)
@pass_office
def import_(office: Office, /, file: Path, mapping: Path | None, *, dry_run: bool, **options: Any) -> None:
    """Take a register in from CSV, XLSX or JSON: each row a memorandum, what is not certain left to a person.

    The next edition of the file, under the same name of the register, stores only what changed.
    """
    actor = options["actor"]
    if actor is None:
        raise click.UsageError("Nobody knows who imports this: give --actor.")
    ours = naming.partner(office, options["ours"]) if options["ours"] else None
    kept = mapping or file.with_name(f"{file.name}.mapping.json")
    told = Told(
        actor=actor,
        name=options["register"],
        filename=file.name,
        settled=Settled(ours, options["owner"] or actor, options["kind"]),
        mapping=_mapping(kept),
        encoding=options["encoding"],
        separator=options["separator"],
        words=[path.read_text("utf-8", errors="replace") for path in options["words"]],
        losses=options["accept_loss"],
    )
    with _progress(office) as progress:
        report = office.bitim.imports.take(_content(file), told, rehearsal=dry_run, progress=progress)
    if not kept.exists():
        _keep(kept, report)
    office.answer(report.plain(), lambda: _show(office, report, dry_run=dry_run))


def _content(file: Path) -> bytes:
    """The bytes of a file; of one that is too large, one more than is taken."""
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def _mapping(kept: Path) -> dict[str, SheetMapping] | None:
    return read_mapping(kept.read_text("utf-8", errors="replace")) if kept.exists() else None


def _keep(kept: Path, report: Report) -> None:
    """Write the mapping down, to be looked over and used again."""
    text = json.dumps({"sheets": plain_mapping(report.edition.mapping)}, ensure_ascii=False, indent=2)
    try:
        kept.write_text(f"{text}\n", "utf-8")
    except OSError:
        click.echo(_("The mapping could not be written to %(file)s.", file=kept), err=True)


@contextmanager
def _progress(office: Office) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal; it stands on standard error, and nowhere else."""
    stream = sys.stderr
    if office.as_json or not stream.isatty():
        yield lambda _done, _of: None
        return
    with click.progressbar(length=1, label=_("Rows"), file=stream) as bar:

        def told(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield told


def _show(office: Office, report: Report, *, dry_run: bool) -> None:
    show = office.show
    show.heading(_("Columns"))
    columns = (
        (_("Sheet"), lambda one: one[0]),
        (_("Heading"), lambda one: one[1].heading),
        (_("Holds"), lambda one: importing.field(one[1].field or "")),
        (_("May hold"), lambda one: importing.field(one[1].proposed or "")),
        (_("Evidence"), lambda one: _evidence(one[1])),
    )
    mapped = [(sheet, column) for sheet, one in report.edition.mapping.items() for column in one.columns]
    show_table(office, columns, mapped)
    open_ = [line for row in report.rows for line in _lines(row)]
    if open_:
        show.heading(_("For a person to decide, or to know"))
        headings = (_("Row"), _("Outcome"), _("Field"), _("Cell"), _("Why"), _("May be"))
        show.table(headings, open_)
    for sheet, label, rows in report.formulas():
        places = ", ".join(place_of(sheet, row) for row in rows)
        show.line(_("Formulas in “%(column)s”, of which the value was taken: %(places)s.", column=label, places=places))
    for entry, _memorandum_id in report.vanished:
        place = place_of(entry.sheet, entry.row)
        show.line(_("Row %(place)s of the edition before is no longer there.", place=place))
    renewed = [place_of(row.sheet, row.row) for row in report.rows if row.looks_renewed]
    if renewed:
        show.line(_("Looks renewed: rows %(rows)s.", rows=", ".join(renewed)))
    show.heading(_("What became of %(rows)d rows", rows=len(report.edition.entries)))
    show.fields((importing.outcome(code), str(count) if count else "") for code, count in report.counted().items())
    if dry_run:
        show.line(_("Nothing was stored: this was a rehearsal."))
    elif not report.stored:
        show.line(_("Nothing has changed."))


def _evidence(column: Any) -> str:
    fits = _("%(fitting)d of %(looked_at)d fit", fitting=column.fitting, looked_at=column.looked_at)
    said = importing.evidence(column.because)
    return f"{said}; {fits}" if column.looked_at and (column.field or column.proposed) else said


def _lines(row: RowReport) -> Iterator[tuple[str, ...]]:
    """What there is to be said of a row, line by line; nothing of one that went through."""
    place, said = place_of(row.sheet, row.row), importing.outcome(row.outcome)
    if row.reason:
        with_row = place_of(*row.merged_with) if row.merged_with else ""
        yield place, said, "", "", importing.reason(row.reason, row.refused), with_row
    for change in row.changes:
        why = importing.reason(change.decide) if change.decide else ""
        before, after = (importing.value(change.field, one) for one in (change.before, change.after))
        yield place, said, importing.field(change.field), before, why, after
    for doubt in row.doubts:
        cell = doubt.text.replace("\n", " / ")
        yield (
            place,
            said,
            importing.field(doubt.field),
            cell,
            importing.reason(doubt.reason),
            ", ".join(doubt.candidates),
        )


COMMANDS = (import_,)

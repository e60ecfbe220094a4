"""Taking out what Bitim holds, checking such a file, and taking everything in again."""

from __future__ import annotations

import dataclasses
import os
import sys
from pathlib import Path
from typing import Any

import click

from application.exchange.exporting.checking import CheckedExport, check_export
from web.cli import naming
from web.cli.acting import AS_JSON, using
from web.cli.asking import AS_OF, KNOWN_AT
from web.cli.failing import UNEXPECTED
from web.cli.office import Office, pass_office
from web.cli.register import ARCHIVED, FILTERS
from web.exporting.files import FORMS, OF_EVERYTHING, File, everything_file, history_file, register_file
from web.wording import exports
from web.wording.language import gettext as _

ALL_FORMS = (*FORMS, "zip")
FORM = click.option("--form", type=click.Choice(ALL_FORMS), help="Of the file. [default: as FILE ends, or jsonl]")
OUTPUT = click.option(
    "--output", "-o", metavar="FILE", type=click.Path(dir_okay=False), help="Where to. [default: standard output]"
)
_FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False))


@click.command("export")
@click.argument("records", metavar="[MEMORANDUM]...", nargs=-1)
@using(
    click.option("--history", is_flag=True, help="What was recorded of them, instead of how they stand."),
    click.option(
        "--everything",
        is_flag=True,
        help="All that is recorded, for `bitim restore`: zip, or jsonl without the documents.",
    ),
    FORM,
    OUTPUT,
    FILTERS,
    AS_OF,
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def export(office: Office, **asked: Any) -> None:
    """Take out the register, histories, or everything, in a file that says what was asked.

    The register is narrowed as `bitim list` is. A history is that of the memorandums named, or of those that the
    conditions leave.
    """
    output, form = asked.pop("output"), asked.pop("form")
    form = form or form_of(output)
    file = _everything(office, form, asked) if asked.pop("everything") else _asked_for(office, form, asked)
    hand_out(office, file, output)


def hand_out(office: Office, file: File, output: str | None) -> None:
    """Write the file, and say so; to standard output without a word."""
    written = _write(file, output)
    if output is not None:
        answer = {"file": output, "form": file.form, "bytes": written}
        office.answer(answer, lambda: office.show.line(_("%(file)s has been written.", file=output)))


def form_of(output: str | None) -> str:
    """The form that the ending of a file's name says; JSON Lines, if it says none."""
    ending = Path(output or "").suffix.removeprefix(".").lower()
    return ending if ending in ALL_FORMS else "jsonl"


def _everything(office: Office, form: str, asked: dict[str, Any]) -> File:
    if form not in OF_EVERYTHING or asked["records"] or asked["history"]:
        raise click.UsageError("Everything is exported as zip or jsonl, and as a whole.")
    return everything_file(office.bitim, form, asked["known_at"])


def _asked_for(office: Office, form: str, asked: dict[str, Any]) -> File:
    records, history, known_at = asked.pop("records"), asked.pop("history"), asked["known_at"]
    if form not in FORMS:
        raise click.UsageError("Only everything is exported as zip.")
    if records and not history:
        raise click.UsageError("Single memorandums are exported with their --history.")
    if records:
        return history_file(office.bitim, form, [naming.memorandum(office, one) for one in records], known_at)
    partner, archive = asked.pop("partner_name"), asked.pop("archive")
    if partner is not None:
        asked["partner"] = str(naming.partner(office, partner))
    conditions = {**asked, "archived": ARCHIVED[archive]}
    if history:
        return history_file(office.bitim, form, office.bitim.exports.register(**conditions).ids, known_at)
    return register_file(office.bitim, form, conditions)


def _write(file: File, output: str | None) -> int:
    """Write the file; one that could not be written whole is not left behind."""
    if output is None:
        return sum(sys.stdout.buffer.write(piece) for piece in file.content)
    place = Path(output)
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        with beside.open("wb") as opened:
            written = sum(opened.write(piece) for piece in file.content)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
    return written


@click.command("check-export")
@using(_FILE, click.option("--sha256", metavar="DIGEST", help="The last digest, as you kept it."), AS_JSON)
@click.pass_context
def check_export_(context: click.Context, *, file: str, sha256: str | None) -> None:
    """Hold an exported file against its own digests, without a register. Exit code 1: something is wrong."""
    office = context.ensure_object(Office)
    with Path(file).open("rb") as opened:
        checked = check_export(opened)
    other = sha256 is not None and sha256 != checked.sha256
    office.answer({**dataclasses.asdict(checked), "other_digest": other}, lambda: _say(office, checked, other=other))
    context.exit(UNEXPECTED if checked.first_wrong or other else 0)


def _say(office: Office, checked: CheckedExport, *, other: bool) -> None:
    wrong = checked.first_wrong
    if wrong is not None:
        place = exports.line(wrong.number, wrong.data)
        office.show.line(_("Wrong is %(place)s. %(reason)s", place=place, reason=exports.reason(wrong.code)))
    elif other:
        office.show.line(
            _("The file agrees with itself, but its last digest is another: %(sha256)s.", **_last(checked))
        )
    else:
        office.show.line(_("All %(entries)d entries agree. The last digest is %(sha256)s.", **_last(checked)))


def _last(checked: CheckedExport) -> dict[str, Any]:
    return {"entries": checked.entries, "sha256": checked.sha256}


@click.command("restore")
@using(_FILE, AS_JSON)
@pass_office
def restore(office: Office, *, file: str) -> None:
    """Take an export of everything into an empty register: the same events, with the instants of their recording.

    An archive (zip) brings the documents along, each checked against its digest.
    """
    with Path(file).open("rb") as opened:
        restored = office.bitim.restore(opened)
    told = dataclasses.asdict(restored)

    def say() -> None:
        office.show.line(_("%(records)d records with %(events)d events have been taken in.", **told))
        office.show.line(_("Documents: %(documents)d; missing in the file: %(documents_missing)d.", **told))

    office.answer(told, say)


COMMANDS = (export, check_export_, restore)

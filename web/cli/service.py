"""Commands of running Bitim: the database, the read models, the sweep, and whether all is well."""

from __future__ import annotations

import dataclasses

import click

from application.bitim import migrate as make_tables
from application.checking.check import Checked
from application.demo.entering import enter
from application.projecting.projector import Health
from application.settings import Settings, SQLite
from web.cli.acting import AS_JSON, using
from web.cli.failing import UNAVAILABLE, UNEXPECTED
from web.cli.office import Office, pass_office
from web.cli.rows import show_table
from web.wording import findings
from web.wording.language import gettext as _
from web.wording.language import listing, ngettext


@click.command("migrate")
@using(AS_JSON)
@pass_office
def migrate(office: Office) -> None:
    """Make the tables that are missing. SQLite makes its own; on PostgreSQL this comes before the first start."""
    make_tables(Settings.read(office.environ))
    office.answer({"migrated": True}, lambda: office.show.line(_("The tables are there.")))


@click.command("demo")
@using(AS_JSON)
@pass_office
def demo(office: Office) -> None:
    """Enter the demonstration data into an empty register; a second time changes nothing."""
    settings = Settings.read(office.environ)
    if isinstance(settings.database, SQLite):
        make_tables(settings)
    entered = enter(office.bitim)
    said = _("The demonstration data has been entered.") if entered else _("The demonstration data is there already.")
    office.answer({"entered": entered}, lambda: office.show.line(said))


@click.command("sweep")
@using(AS_JSON)
@pass_office
def sweep(office: Office) -> None:
    """Write down the ends and tacit renewals that have come by today; a second time changes nothing."""
    swept = office.bitim.sweep()
    said = ngettext(
        "%(number)d end or renewal written down.", "%(number)d ends or renewals written down.", swept.events
    )
    office.answer(dataclasses.asdict(swept), lambda: office.show.line(said))


@click.command("rebuild")
@using(AS_JSON)
@pass_office
def rebuild(office: Office) -> None:
    """Fill all read models anew from the log, while the present ones go on answering."""
    office.bitim.projector.rebuild()
    office.answer({"rebuilt": True}, lambda: office.show.line(_("The read models have been filled anew.")))


@click.command("check")
@using(AS_JSON)
@click.pass_context
def check(context: click.Context) -> None:
    """Hold the whole log against the rules: streams, links, documents, read models. Exit code 1: something is wrong."""
    office = context.ensure_object(Office)
    checked = office.bitim.check()
    office.answer(dataclasses.asdict(checked), lambda: _show_check(office, checked))
    context.exit(UNEXPECTED if checked.findings else 0)


def _show_check(office: Office, checked: Checked) -> None:
    looked = [
        ngettext("%(number)d record", "%(number)d records", checked.streams),
        ngettext("%(number)d event", "%(number)d events", checked.events),
        ngettext("%(number)d document", "%(number)d documents", checked.documents),
    ]
    office.show.line(_("Looked at: %(what)s.", what=listing(looked)))
    if not checked.findings:
        office.show.line(_("All of it agrees."))
        return
    columns = (
        (_("Record"), lambda one: f"{one.kind} {one.id}"),
        (_("Finding"), lambda one: findings.finding(one.code, one.data)),
    )
    show_table(office, columns, checked.findings)


@click.command("health")
@using(AS_JSON)
@click.pass_context
def health(context: click.Context) -> None:
    """Say whether the store answers and the read models are level with it. Exit code 6: they are not."""
    office = context.ensure_object(Office)
    marks = office.bitim.projector.health()
    position = office.bitim.store.max_position()
    well = all(mark.halted_at is None for mark in marks)
    answer = {"well": well, "position": position, "read_models": [dataclasses.asdict(mark) for mark in marks]}
    office.answer(answer, lambda: _show_health(office, marks, position))
    context.exit(0 if well else UNAVAILABLE)


def _show_health(office: Office, marks: list[Health], position: int) -> None:
    columns = (
        (_("Read model"), lambda mark: mark.name),
        (_("Position"), lambda mark: str(mark.position)),
        (_("How it is"), _how_it_is),
    )
    office.show.line(_("The log answers; its last event is at position %(position)d.", position=position))
    show_table(office, columns, marks)


def _how_it_is(mark: Health) -> str:
    if mark.halted_at is not None:
        return _("halted at %(position)d: %(reason)s", position=mark.halted_at, reason=mark.reason)
    return _("level with the log") if mark.is_level else _("behind the log")


COMMANDS = (demo, migrate, sweep, rebuild, check, health)

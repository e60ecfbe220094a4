"""Questions to the whole register: which memorandums there are, and what stands on a day."""

from __future__ import annotations

from typing import Any

import click

from domain.memorandum.lifecycle import STAGES
from domain.memorandum.standing import STANDINGS
from domain.shared.codes import AREAS
from web.cli import naming
from web.cli.acting import AS_JSON, using
from web.cli.asking import AS_OF, KNOWN_AT, OWNER, PAGE
from web.cli.office import Office, pass_office
from web.cli.rows import show_next, show_rows
from web.wording import dates, stages, standing, values, why
from web.wording.language import gettext as _
from web.wording.names import Names

FILTERS = using(
    click.option("--standing", type=click.Choice(STANDINGS), multiple=True, help="Only these standings."),
    click.option("--stage", type=click.Choice(STAGES), help="Only this stage of the working text."),
    click.option("--kind", metavar="KIND", help="Only this kind, such as framework_agreement."),
    click.option("--country", metavar="CODE", help="Only with partners of this country."),
    click.option("--partner", "partner_name", metavar="PARTNER", help="Only with this partner, by name or id."),
    click.option("--area", type=click.Choice(AREAS), help="Only those that cover this area of cooperation."),
    OWNER,
    click.option("--ends-before", metavar="DATE", help="Only those whose running period ends before this day."),
    click.option(
        "--archive", type=click.Choice(["without", "only", "with"]), default="without", help="What of the archive."
    ),
    click.option("--search", "q", default="", metavar="TEXT", help="Only those in which this text is found."),
)
ARCHIVED = {"without": False, "only": True, "with": None}


@click.command("list")
@using(FILTERS, AS_OF, KNOWN_AT, PAGE, AS_JSON)
@pass_office
def list_(office: Office, *, partner_name: str | None, archive: str, **asked: Any) -> None:
    """List the memorandums with their standing on a day."""
    if partner_name is not None:
        asked["partner"] = str(naming.partner(office, partner_name))
    page = office.bitim.register.list(archived=ARCHIVED[archive], **asked)

    def show() -> None:
        show_rows(office, page["items"], (_("Stage"), stages.stage), as_of=page["as_of"])
        show_next(office, page)

    office.answer(page, show)


@click.command("standing")
@click.argument("record", metavar="[MEMORANDUM]", required=False)
@using(AS_OF, KNOWN_AT, AS_JSON)
@pass_office
def standing_(office: Office, *, record: str | None, **asked: Any) -> None:
    """Say what stands on a day: of one memorandum, and why; or of all, counted."""
    if record is None:
        counted = office.bitim.register.summary(**asked)
        office.answer(counted, lambda: _show_counts(office, counted))
        return
    document = office.bitim.register.get(naming.memorandum(office, record), **asked)
    office.answer(document, lambda: show_standing(office, document, record))


def _show_counts(office: Office, counted: dict[str, Any]) -> None:
    rows = [(values.standing(code), str(count)) for code, count in counted["standings"].items() if count]
    office.show.table([_("Standing"), _("Memorandums")], [*rows, (_("All"), str(counted["total"]))])


def show_standing(office: Office, document: dict[str, Any], asked: str) -> None:
    """The standing of one memorandum, asked for under this name, in words, and why."""
    title = {"reference": document["reference"] or asked, "day": dates.day(document["as_of"])}
    office.show.heading(_("%(reference)s on %(day)s: %(standing)s", standing=standing.sentence(document), **title))
    for said in why.why(document, Names.of_memorandum(document)):
        office.show.line(said)


COMMANDS = (list_, standing_)

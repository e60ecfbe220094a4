"""`bitim show`: all of one memorandum, part by part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from web.cli import naming
from web.cli.acting import AS_JSON, possible, using
from web.cli.asking import AS_OF, KNOWN_AT
from web.cli.office import Office, pass_office
from web.cli.register import show_standing
from web.cli.rows import edition_columns, show_table
from web.wording import dates, fields, natures, stages, terms, values
from web.wording.language import capital
from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.signatories import signatories

RECORD = click.argument("record", metavar="MEMORANDUM")
Document = Mapping[str, Any]


@click.command("show")
@using(
    RECORD,
    click.option("--text", "with_text", is_flag=True, help="With the full text, in each language."),
    AS_OF,
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def show(office: Office, *, record: str, with_text: bool, **asked: Any) -> None:
    """Show a memorandum: what it is, its standing and why, its signatures, editions and documents, what may be done."""
    document = office.bitim.register.get(naming.memorandum(office, record), **asked)

    def say() -> None:
        show_standing(office, document, record)
        if not document["reference"]:
            return
        names = Names.of_memorandum(document)
        office.show.line()
        office.show.fields(_facts(document, names))
        for part in (*_PARTS, _show_texts) if with_text else _PARTS:
            part(office, document, names)
        office.show.line()
        office.show.line(_("Possible now: %(commands)s", commands=", ".join(possible(document["commands"]))))

    office.answer(document, say)


def _facts(document: Document, names: Names) -> list[tuple[str, str]]:
    edition = document["edition"] or {}
    return [
        (_("Kind"), values.kind(document["kind"])),
        (fields.label("titles"), fields.value("titles", edition.get("titles"), names)),
        (fields.label("parties"), _parties(edition, document["partner_references"], names)),
        (fields.label("areas"), fields.value("areas", edition.get("areas"), names)),
        (_("Term"), terms.term(edition.get("term"))),
        (fields.label("conditions"), "\n".join(fields.one_condition(one) for one in edition.get("conditions") or ())),
        (_("Owner"), document["owner"]),
        *_way(document, names),
        *_ties(document),
        (_("Notes"), "\n".join(document["notes"])),
        (_("Archive"), _("in the archive") if document["archived"] else ""),
        (_("Version"), str(document["version"])),
        (_("Id"), document["id"]),
    ]


def _parties(edition: Document, numbers: Mapping[str, str], names: Names) -> str:
    """The parties with the ids by which commands name them, and their own numbers."""
    said = []
    for party in edition.get("parties") or ():
        number = numbers.get(party["party_id"])
        called = f"{party['party_id']} {names.party(party)}"
        said.append(_("%(party)s, keeps it under %(number)s", party=called, number=number) if number else called)
    return "\n".join(said) or _("not known")


def _way(document: Document, names: Names) -> list[tuple[str, str]]:
    """How far the text has come that is in preparation, or else the one shown; and who has approved it."""
    working = document["working"]
    edition_id = (working or document["edition"] or {}).get("edition_id")
    edition = next((one for one in document["editions"] if one["edition_id"] == edition_id), None)
    if edition is None:
        return [(_("Stage"), values.stage(document["stage"]))]
    return [
        (_("In preparation"), natures.nature(working) if working else ""),
        (_("Stage"), stages.stage(working or document)),
        (_("Waits for"), stages.awaited(edition["awaited"], names)),
        (_("Approvals"), "\n".join(map(capital, stages.approvals(edition, names)))),
        (_("Planned signing"), "\n".join(fields.plan(plan) for plan in edition["plans"])),
    ]


def _ties(document: Document) -> list[tuple[str, str]]:
    """The memorandums that it is tied to, under what they are to it."""
    tied: dict[str, list[str]] = {}
    for tie in document["links"]:
        said = _("%(reference)s, %(kind)s", reference=tie["reference"], kind=values.kind(tie["kind"]))
        tied.setdefault(tie["link"], []).append(said)
    return [(values.link(link), "\n".join(said)) for link, said in tied.items()]


def _show_signatures(office: Office, document: Document, names: Names) -> None:
    rows = [
        (one.party, one.person, one.office, one.day, one.place) for one in signatories(document["edition"] or {}, names)
    ]
    if rows:
        office.show.line()
        office.show.table([_("Signed for"), _("By"), _("Office"), _("On"), _("Place")], rows)


def _show_contacts(office: Office, document: Document, names: Names) -> None:
    rows = [
        (names.party_called(one["party_id"]), values.contact_role(one["role"]), one["office"], one["email"])
        for one in document["contacts"]
    ]
    if rows:
        office.show.line()
        office.show.table([_("Contact of"), _("For"), _("Office"), _("Address")], rows)


def _show_editions(office: Office, document: Document, _names: Names) -> None:
    lapses = {link["edition_id"]: link["lapse_before"] for link in document["chain"]}

    def lapse(edition: Document) -> str:
        before = lapses.get(edition["edition_id"])
        return dates.number_of_days(before) if before else ""

    office.show.line()
    show_table(office, (*edition_columns(), (_("Lapse before"), lapse)), document["editions"])


def _show_documents(office: Office, document: Document, names: Names) -> None:
    rows = [
        (
            one["filename"],
            one["label"],
            values.language(one["language"]) if one["language"] else "",
            names.edition(one["edition_id"]),
            values.size(one["size"]),
            one["sha256"],
        )
        for one in document["documents"]
    ]
    if rows:
        office.show.line()
        office.show.table([_("Document"), _("What it is"), _("Language"), _("Of"), _("Size"), _("SHA-256")], rows)


def _show_texts(office: Office, document: Document, _names: Names) -> None:
    for tag, text in ((document["edition"] or {}).get("texts") or {}).items():
        office.show.line()
        office.show.heading(_("Text in %(language)s", language=values.language(tag)))
        office.show.line(text)


_PARTS: tuple[Callable[[Office, Document, Names], None], ...] = (
    _show_signatures,
    _show_contacts,
    _show_editions,
    _show_documents,
)

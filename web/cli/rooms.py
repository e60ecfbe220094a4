"""The kinds of record that commands change: how one is found, and what is said of it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from application.done import Begun, Done, Objected
from web.cli import naming
from web.cli.office import Office
from web.wording import cases, stages, standing
from web.wording.language import gettext as _
from web.wording.names import Names


@dataclass(frozen=True)
class Room:
    """One kind of record.

    Args:
        commands: the attribute of `Bitim` that holds its use cases.
        asks: the attribute that answers what a record is.
        say: says what has become of a record.
        argument: what the usage calls one of them; empty where there is only one.
        find: its id, by what people call it.
    """

    commands: str
    asks: str
    say: Callable[[Office, Done], None]
    argument: str = ""
    find: Callable[[Office, str], UUID] = naming.nobody

    def version(self, office: Office, *ids: UUID) -> int:
        """The version of a record; of the only one, without its id."""
        return int(getattr(office.bitim, self.asks).get(*ids)["version"])


def _say_memorandum(office: Office, done: Done) -> None:
    document = office.bitim.register.get(done.id)
    said = {"reference": document["reference"], "version": done.version, "standing": standing.sentence(document)}
    office.show.line(_("%(reference)s, version %(version)d. %(standing)s.", **said))
    waits_for = stages.awaited(document["awaited"], Names.of_memorandum(document))
    if waits_for:
        office.show.line(_("%(stage)s; waits for: %(awaited)s.", stage=stages.stage(document), awaited=waits_for))
    if isinstance(done, Objected) and done.late:
        office.show.line(_("The objection came too late: it stops no renewal."))


def _say_partner(office: Office, done: Done) -> None:
    name = office.bitim.partner_directory.get(done.id)["name"]
    office.show.line(_("%(name)s, version %(version)d (%(id)s)", name=name, version=done.version, id=done.id))


def _say_request(office: Office, done: Done) -> None:
    if isinstance(done, Begun):  # it was answered with a draft
        _say_memorandum(office, done)
        return
    office.show.line(_("Request %(id)s, version %(version)d", id=done.id, version=done.version))


def _say_institution(office: Office, done: Done) -> None:
    office.show.line(_("The institution, version %(version)d", version=done.version))


def _say_case(office: Office, done: Done) -> None:
    case = office.bitim.caseload.get(done.id)
    said = {"id": done.id, "version": done.version, "stage": cases.stage(case["stage"])}
    office.show.line(_("Case %(id)s, version %(version)d. Stage: %(stage)s.", **said))


def _say_imported_file(office: Office, done: Done) -> None:
    file = office.bitim.questions.get(done.id)
    said = {"name": file["name"], "version": done.version, "open": file["open"]}
    office.show.line(_("%(name)s, version %(version)d. Waiting for a person: %(open)d.", **said))


MEMORANDUMS = Room("memorandums", "register", _say_memorandum, "MEMORANDUM", naming.memorandum)
PARTNERS = Room("partners", "partner_directory", _say_partner, "PARTNER", naming.partner)
REQUESTS = Room("requests", "request_list", _say_request, "REQUEST", naming.request)
MOBILITY_CASES = Room("mobility_cases", "caseload", _say_case, "CASE", naming.mobility_case)
IMPORTED_FILES = Room("imported_files", "questions", _say_imported_file, "REGISTER", naming.imported_file)
INSTITUTION = Room("institution", "decisions", _say_institution)

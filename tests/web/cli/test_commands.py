"""Every use case as a command: done, answered in words and in JSON; refused, with words and an exit code."""

import json

import click
import pytest

from application.exchange.importing.deciding import ImportedFiles
from application.institution.commands import InstitutionCommands
from application.memorandum.commands import Memorandums
from application.mobility.commands import MobilityCases
from application.partner.commands import Partners
from application.request.commands import Requests
from tests.web.cli.cases import CASES as OF_AGREEMENTS
from tests.web.cli.cases import Case
from tests.web.cli.conftest import Desk
from tests.web.cli.mobility_cases import CASES as OF_MOBILITY
from web.cli import main
from web.cli.acting import UseCase

ROOMS = {
    "memorandums": Memorandums,
    "partners": Partners,
    "requests": Requests,
    "institution": InstitutionCommands,
    "mobility_cases": MobilityCases,
    "imported_files": ImportedFiles,
}

CASES = [*OF_AGREEMENTS, *OF_MOBILITY]


def the_command_of(case: Case) -> str:
    return case.use_case


@pytest.mark.parametrize("case", CASES, ids=the_command_of)
def test_a_command_records_what_it_says(desk: Desk, case: Case) -> None:
    desk.given(*([case.state] if case.state else []))
    position = desk.bitim.store.max_position()

    answer = desk.ask(*case.typed)

    events = desk.recorded_after(position)
    assert case.topic in [event.TOPIC for event in events]
    assert {event.occurred_on for event in events} <= {"2026-09-14", "2024-12-03", "2026-01", None}
    assert answer["changed"] is True
    assert answer["version"] == max(
        event.originator_version for event in events if str(event.originator_id) == answer["id"]
    )


@pytest.mark.parametrize("case", CASES, ids=the_command_of)
def test_a_refusal_says_why_and_what_would_be_accepted(desk: Desk, case: Case) -> None:
    state = case.refused_in or case.state
    desk.given(*([state] if state else []))
    position = desk.bitim.store.max_position()

    in_words, for_programs = desk.type(*case.refused), desk.type(*case.refused, "--json")

    assert desk.recorded_after(position) == []
    assert (in_words.stdout, for_programs.stdout) == ("", "")
    assert in_words.exit_code == for_programs.exit_code == case.exit_code, in_words.stderr
    problem = json.loads(for_programs.stderr)
    assert problem["code"] == case.code
    assert problem["accepted"] in in_words.stderr
    assert problem["detail"] in in_words.stderr


def commands_of(group: click.Group) -> list[click.Command]:
    return [
        inner
        for command in group.commands.values()
        for inner in (commands_of(command) if isinstance(command, click.Group) else [command])
    ]


def test_every_use_case_has_a_command_and_a_case_here() -> None:
    use_cases = {
        f"{room}.{verb}"
        for room, commands in ROOMS.items()
        for verb in dir(commands)
        if not verb.startswith("_") and callable(getattr(commands, verb))
    }

    assert {command.use_case for command in commands_of(main) if isinstance(command, UseCase)} == use_cases
    assert {case.use_case for case in CASES} == use_cases


def test_every_command_explains_itself_and_answers_in_json() -> None:
    commands = {command.name: command for command in commands_of(main)}

    assert [name for name, command in commands.items() if not command.help] == []
    mute = {name for name, command in commands.items() if "--json" not in _options(command)}
    assert mute == {"serve"}


def _options(command: click.Command) -> list[str]:
    return [name for parameter in command.params for name in parameter.opts]

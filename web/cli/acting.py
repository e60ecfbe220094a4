"""Commands that record something: each is one use case, with the fields of the use case as options.

What they have in common is said here once: whose act it is, when it happened, on what ground, and the version that the
record is expected to have.
"""

from __future__ import annotations

import dataclasses
import getpass
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from application.done import Begun, Done
from domain.shared.act import Act, Source
from domain.shared.dates import CERTAINTIES
from web.cli.naming import of_editions, of_records
from web.cli.office import Office
from web.cli.rooms import MEMORANDUMS, Room
from web.wording.language import gettext as _
from web.wording.names import Names

Fields = Mapping[str, Any]
Read = Callable[..., Fields]
"""Makes the fields of the use case from the options of the command."""
Option = Callable[[Callable[..., Any]], Callable[..., Any]]

UNKNOWN = "unknown"


def user() -> str | None:
    """The login name of whoever types the command, if the machine knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no variable says it, and the account has no name
        return None


def _answer_in_json(context: click.Context, _parameter: click.Parameter, wished: bool) -> None:
    context.ensure_object(Office).as_json |= wished


AS_JSON = click.option(
    "--json", is_flag=True, expose_value=False, is_eager=True, callback=_answer_in_json, help="Answer in JSON."
)
EXPECTED_VERSION = click.option(
    "--expected-version", type=int, metavar="N", help="Refuse, if the record has another version. [default: any]"
)
ACT: tuple[Option, ...] = (
    click.option(
        "--occurred-on",
        metavar="DATE",
        help="Day of the act: 2023, 2023-09, 2023-09-14 or unknown. [default: today]",
    ),
    click.option("--certainty", type=click.Choice(CERTAINTIES), default="stated", help="How sure that day is."),
    click.option("--source", metavar="TITLE", help="The document that it rests on."),
    click.option("--passage", metavar="TEXT", default="", help="The passage in that document."),
    click.option("--source-sha256", metavar="DIGEST", help="The digest of its bytes, where the office keeps them."),
    click.option("--reason", metavar="TEXT", default="", help="Why."),
    click.option("--actor", metavar="ID", default=user, help="Who records it. [default: your login name]"),
)


class UseCase(click.Command):
    """A command that carries out one use case, such as ``memorandums.sign``."""

    def __init__(self, *arguments: Any, use_case: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.use_case = use_case


def possible(commands: Iterable[Mapping[str, Any]]) -> list[str]:
    """Commands that a record takes now, as they are typed."""
    typed = click.get_current_context().find_root().command
    named = {
        one.use_case.partition(".")[2]: str(one.name)
        for one in getattr(typed, "commands", {}).values()
        if isinstance(one, UseCase)
    }
    return sorted({named[one["command"]] for one in commands if one["command"] in named})


def using(*options: Option) -> Option:
    """Several options as one, shown in this order."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def act_of(office: Office, options: dict[str, Any]) -> Act:
    """The act that is entered; takes its options out of ``options``.

    Raises:
        UsageError: nobody knows who records it; a passage without its document.
        Invalid: a part out of form.
    """
    title, passage, sha256 = (options.pop(name) for name in ("source", "passage", "source_sha256"))
    occurred_on, actor = options.pop("occurred_on"), options.pop("actor")
    if actor is None:
        raise click.UsageError("Nobody knows who records this: give --actor.")
    if title is None and (passage or sha256):
        raise click.UsageError("A passage needs its document: give --source.")
    if occurred_on is None:
        occurred_on = office.bitim.today().isoformat()
    return Act(
        actor,
        occurred_on=None if occurred_on == UNKNOWN else occurred_on,
        certainty=options.pop("certainty"),
        source=None if title is None else Source(title, passage, sha256),
        reason=options.pop("reason"),
    )


def changes(room: Room, verb: str, *options: Option, name: str = "") -> Callable[[Read], click.Command]:
    """A command on a record that exists; the function below it makes the fields of the use case ``verb``."""

    def run(read: Read, office: Office, given: dict[str, Any]) -> None:
        ids = [room.find(office, given.pop("record"))] if room.argument else []
        expected, act = given.pop("expected_version"), act_of(office, given)
        fields = of_records(office, dict(read(**given)))
        if room is MEMORANDUMS:
            office.names = lambda: Names.of_memorandum(office.bitim.register.get(*ids))
            fields = of_editions(office, *ids, fields)
        before = room.version(office, *ids)
        done = getattr(getattr(office.bitim, room.commands), verb)(*ids, act, expected, **fields)
        answer(office, room, done, changed=isinstance(done, Begun) or done.version != before)

    argument = (click.argument("record", metavar=room.argument),) if room.argument else ()
    return _command(room, verb, name, (*argument, *options, *ACT, EXPECTED_VERSION), run)


def begins(room: Room, verb: str, *options: Option, name: str = "") -> Callable[[Read], click.Command]:
    """A command that makes a record; the function below it makes the fields of the use case ``verb``."""

    def run(read: Read, office: Office, given: dict[str, Any]) -> None:
        act = act_of(office, given)
        fields = of_records(office, dict(read(**given)))
        done = getattr(getattr(office.bitim, room.commands), verb)(act, **fields)
        answer(office, room, done, changed=True)

    return _command(room, verb, name, (*options, *ACT), run)


def _command(
    room: Room,
    verb: str,
    name: str,
    options: tuple[Option, ...],
    run: Callable[[Read, Office, dict[str, Any]], None],
) -> Callable[[Read], click.Command]:
    def decorate(read: Read) -> click.Command:
        @using(*options, AS_JSON)
        @click.pass_obj
        def callback(office: Office, /, **given: Any) -> None:
            run(read, office, given)

        said = name or verb.replace("_", "-")
        return click.command(said, cls=UseCase, use_case=f"{room.commands}.{verb}", help=read.__doc__)(callback)

    return decorate


def answer(office: Office, room: Room, done: Done, *, changed: bool) -> None:
    """Say what has become of the record."""
    if office.as_json:
        office.show.json({**dataclasses.asdict(done), "changed": changed})
        return
    if not changed:
        office.show.line(_("Nothing has changed."))
    room.say(office, done)

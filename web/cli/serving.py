"""`bitim serve`: one process with threads, for one machine or as one of several."""

from __future__ import annotations

import logging
import signal
from types import FrameType
from typing import Any

import click

from application.bitim import migrate
from application.settings import Settings, SQLite
from web.cli.listing import Bounded
from web.cli.office import Office, pass_office
from web.wording.language import gettext as _

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=Bounded(0, 65535), default=8000, show_default=True, help="The port; 0: any free one.")
@click.option("--threads", type=Bounded(1, 64), default=8, show_default=True, help="Requests at the same time.")
@pass_office
def serve(office: Office, host: str, port: int, threads: int) -> None:
    """Serve the pages and the API, keep the read models level, and sweep every day, until it is told to stop.

    SIGTERM and Ctrl-C stop it; requests at hand are given five seconds.
    """
    for number in (signal.SIGTERM, signal.SIGINT):  # a shell's background job would not hear the second otherwise
        signal.signal(number, _stop)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that a request waits for a thread is no news
    settings = Settings.read(office.environ)
    if isinstance(settings.database, SQLite):
        migrate(settings)
    from web.app import create_app  # noqa: PLC0415  no other command needs the web

    bitim = office.bitim
    server = _listening(create_app(bitim), host, port, threads)
    bitim.start_workers()
    office.show.line(_("Bitim answers at %(address)s (Ctrl-C stops it).", address=_address(server, host)))
    if host not in LOOPBACK:
        click.echo(_("Whoever reaches this address can use Bitim: let a proxy ask them who they are."), err=True)
    server.run()  # until a signal; requests at hand are given five seconds
    office.show.line(_("Bitim has stopped."))


def _listening(app: Any, host: str, port: int, threads: int) -> Any:
    import waitress  # noqa: PLC0415  no other command needs it

    try:
        return waitress.create_server(app, host=host, port=port, threads=threads, ident="Bitim")
    except (OSError, ValueError) as error:
        raise click.BadParameter(
            f"cannot listen on {host}, port {port}: {error}", param_hint="--host, --port"
        ) from error


def _address(server: Any, host: str) -> str:
    """Where the server answers; a host with several addresses has it listen on each."""
    listening = getattr(server, "effective_listen", None) or [(host, server.effective_port)]
    port = listening[0][1]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)

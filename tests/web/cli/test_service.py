"""Commands of running Bitim: demonstration, tables, sweep, rebuild, check, health."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from uuid import uuid4

from click.testing import CliRunner, Result
from eventsourcing.persistence import StoredEvent

from application.demo import zarafshon
from tests import given
from tests.databases import Database
from tests.web.cli.conftest import Desk
from web.cli import main
from web.cli.office import Office

ONE_YEAR = {"kind": "fixed", "length": {"count": 1, "unit": "years"}}


def typed(database: Database, *words: str) -> Result:
    """What is answered to `bitim` on a database that nobody has touched."""
    result = CliRunner().invoke(main, words, obj=Office(database.environ))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_the_demonstration_is_entered_once(database: Database) -> None:
    if database.kind == "postgresql":
        assert typed(database, "migrate").stdout == "The tables are there.\n"

    first, second = typed(database, "demo"), typed(database, "demo", "--json")

    assert (first.exit_code, first.stdout) == (0, "The demonstration data has been entered.\n")
    assert (second.exit_code, json.loads(second.stdout)) == (0, {"entered": False})
    shown = typed(database, "show", next(iter(zarafshon.stories())))
    assert "Institute of Applied Sciences of Zarafshon (fictitious)" in shown.stdout


def test_the_demonstration_is_refused_where_an_office_is_at_work(desk: Desk) -> None:
    position = desk.bitim.store.max_position()

    refused = desk.type("demo")

    assert (refused.exit_code, refused.stdout) == (3, "")
    assert "Enter it into an empty database." in refused.stderr
    assert desk.bitim.store.max_position() == position


def test_on_postgresql_nothing_is_done_before_an_administrator_has_made_the_tables(database: Database) -> None:
    if database.kind == "sqlite":
        assert typed(database, "list").exit_code == 0
        return
    refused = typed(database, "list", "--json")

    assert refused.exit_code == 6
    assert json.loads(refused.stderr)["code"] == "not_migrated"


def test_the_sweep_writes_down_what_time_has_done_once(desk: Desk) -> None:
    desk.given(lambda: given.a_memorandum_from_paper(given.an_edition_from_paper("2019-05-20", term=ONE_YEAR)))

    assert desk.type("sweep").stdout == "1 end or renewal written down.\n"
    assert desk.ask("sweep") == {"memorandums": 2, "events": 0}


def test_the_read_models_are_filled_anew(desk: Desk) -> None:
    before = desk.ask("list")

    assert desk.type("rebuild").stdout == "The read models have been filled anew.\n"
    assert desk.ask("list") == before


def test_a_check_that_finds_nothing_says_so(desk: Desk) -> None:
    silent = desk.type("check")

    looked_at = "Looked at: 5 records, 6 events and 0 documents."
    assert (silent.exit_code, silent.stdout.splitlines()) == (0, [looked_at, "All of it agrees."])


def test_a_check_that_finds_something_says_what_and_fails(desk: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF")
    desk.type("attach", "MOU-2026-0099", str(scan))
    shutil.rmtree(desk.bitim.settings.documents)

    found, for_programs = desk.type("check"), desk.type("check", "--json")

    assert found.exit_code == for_programs.exit_code == 1
    assert "The document scan.pdf is not in the file store." in found.stdout
    (finding,) = json.loads(for_programs.stdout)["findings"]
    assert (finding["code"], finding["data"]["filename"]) == ("document_missing", "scan.pdf")


def test_health_names_each_read_model_and_its_position(desk: Desk) -> None:
    well = desk.ask("health")

    assert well["well"] is True
    assert {mark["position"] for mark in well["read_models"]} == {well["position"]}
    assert "level with the log" in desk.type("health").stdout


def test_health_fails_where_a_read_model_has_halted(desk: Desk) -> None:
    desk.bitim.store.log.append([StoredEvent(uuid4(), 1, "memorandum.dreamt_of", b"{}")])
    desk.bitim.projector.catch_up()

    ill = desk.type("health")

    assert ill.exit_code == 6
    assert "halted at" in ill.stdout

"""The rules of the house, each with a case that it must reject."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "pyproject.toml"
BIN = Path(sys.executable).parent

FLOORS = "A floor imports only what lies below it"
DOMAIN_ALONE = "The domain knows no database, no web, no screen and no language"
COMPOSITION_ROOT = "Only the composition root reaches for an adapter"

THE_DOMAIN_MAY_IMPORT = {"domain", "dateutil", "eventsourcing.domain", "eventsourcing.utils"}
OF_THE_MACHINE = {
    "asyncio",
    "http",
    "logging",
    "os",
    "pathlib",
    "random",
    "socket",
    "sqlite3",
    "subprocess",
    "time",
}


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """A house of the same floors, in which nothing is wrong yet."""
    for floor in ("domain", "application", "application/adapters", "web"):
        (tmp_path / floor).mkdir()
        (tmp_path / floor / "__init__.py").touch()
    (tmp_path / "domain/memorandum.py").write_text("import eventsourcing.domain\n")
    (tmp_path / "application/adapters/ports.py").touch()
    (tmp_path / "application/adapters/clock.py").write_text("import application.adapters.ports\n")
    (tmp_path / "application/register.py").write_text("import application.adapters.ports\nimport sqlalchemy\n")
    (tmp_path / "application/bitim.py").write_text("import application.adapters.clock\nimport domain.memorandum\n")
    (tmp_path / "web/pages.py").write_text("import application.bitim\nimport flask\n")
    (tmp_path / "pyproject.toml").write_bytes(SETTINGS.read_bytes())
    return tmp_path


def floors(house: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BIN / "lint-imports", "--no-cache"],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_house_whose_floors_import_downwards_stands(small_house: Path) -> None:
    checked = floors(small_house)

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("room", "wrong_import", "rule"),
    [
        ("domain/memorandum.py", "import application.register", FLOORS),
        ("domain/memorandum.py", "import web.pages", FLOORS),
        ("application/register.py", "from web import pages", FLOORS),
        ("domain/memorandum.py", "import sqlalchemy.orm", DOMAIN_ALONE),
        ("domain/memorandum.py", "from flask import request", DOMAIN_ALONE),
        ("application/register.py", "from application.adapters import clock", COMPOSITION_ROOT),
        ("web/pages.py", "import application.adapters.clock", COMPOSITION_ROOT),
    ],
)
def test_an_import_against_the_floors_is_refused(small_house: Path, room: str, wrong_import: str, rule: str) -> None:
    (small_house / room).write_text(f"{wrong_import}\n")

    checked = floors(small_house)

    assert checked.returncode == 1
    assert f"{rule} BROKEN" in checked.stdout


def foreign_imports(source: str) -> Iterator[str]:
    """What a module of the domain imports and should not."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "."]
        else:
            continue
        yield from (name for name in names if not may_the_domain_import(name))


def may_the_domain_import(name: str) -> bool:
    first = name.partition(".")[0]
    if first in sys.stdlib_module_names:
        return first not in OF_THE_MACHINE
    return first in THE_DOMAIN_MAY_IMPORT or name in THE_DOMAIN_MAY_IMPORT


def test_the_domain_imports_only_what_rules_need() -> None:
    modules = sorted((ROOT / "domain").rglob("*.py"))

    foreign = {str(path.relative_to(ROOT)): list(foreign_imports(path.read_text("utf-8"))) for path in modules}

    assert modules
    assert {path: names for path, names in foreign.items() if names} == {}


@pytest.mark.parametrize(
    "wrong_import",
    [
        "import eventsourcing.persistence",
        "from eventsourcing.application import Application",
        "from eventsourcing import postgres",
        "import time",
        "from os import environ",
        "import sqlite3",
        "from . import term",
        "def late():\n    import requests",
    ],
)
def test_an_import_that_no_rule_needs_is_found(wrong_import: str) -> None:
    assert len(list(foreign_imports(wrong_import))) == 1


def style(file: str, source: str) -> str:
    checked = subprocess.run(
        [
            BIN / "ruff",
            "check",
            "--no-cache",
            "--output-format=concise",
            "--stdin-filename",
            ROOT / file,
            "-",
        ],
        cwd=ROOT,
        input=source,
        capture_output=True,
        text=True,
        check=False,
    )
    return checked.stdout


HIDDEN_CLOCK = "import datetime\n\nTODAY = datetime.datetime.now(datetime.UTC)\n"


@pytest.mark.parametrize("file", ["domain/a.py", "application/memorandum/a.py", "web/ui/a.py"])
@pytest.mark.parametrize(
    "source",
    [
        HIDDEN_CLOCK,
        "from datetime import date\n\nTODAY = date.today()\n",
        "import time\n\nNOW = time.time()\n",
    ],
)
def test_a_hidden_clock_is_refused_and_told_where_to_ask(file: str, source: str) -> None:
    assert "TID251" in style(file, source)
    assert "clock port" in style(file, source)


def test_the_clock_itself_may_ask_the_machine() -> None:
    assert style("application/adapters/clock.py", HIDDEN_CLOCK) == "All checks passed!\n"


def test_patching_our_own_modules_is_refused() -> None:
    assert "TID251" in style("tests/domain/test_a.py", "from unittest import mock\n\nmock.patch()\n")


def test_a_function_without_types_is_refused(tmp_path: Path) -> None:
    (tmp_path / "term.py").write_text("def days(memorandum):\n    return memorandum.days\n")
    mypy = [BIN / "mypy", "--config-file", SETTINGS, "--cache-dir", tmp_path / "cache", tmp_path / "term.py"]

    checked = subprocess.run(mypy, cwd=ROOT, capture_output=True, text=True, check=False)

    assert checked.returncode == 1
    assert "[no-untyped-def]" in checked.stdout


def test_the_command_line_starts_without_the_web_and_without_the_driver_of_postgresql() -> None:
    needless = {"flask", "waitress", "marshmallow", "psycopg", "web.api", "web.ui"}
    program = f"import sys, web.cli; print(*sorted({needless} & set(sys.modules)))"

    loaded = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert loaded.stdout.split() == []

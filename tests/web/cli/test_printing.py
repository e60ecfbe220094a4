"""Tables for people at a terminal, and plain columns for everybody else."""

import io
from contextlib import redirect_stdout

import pytest

from web.cli.printing import Printer

COLUMNS = ["Reference", "With"]
ROWS = [["MOU-2026-0031", "Shandong Jianzhu University"], ["7", "[bold]University of Osh[/bold]"]]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A narrow terminal with colours."""
    monkeypatch.setenv("COLUMNS", "34")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal()


def test_elsewhere_than_on_a_terminal_a_row_is_a_line_and_nothing_is_cut(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Printer().table(COLUMNS, [*ROWS, ["8", "x" * 300]])

    assert capsys.readouterr().out.splitlines() == [
        "Reference      With",
        "MOU-2026-0031  Shandong Jianzhu University",
        "7              [bold]University of Osh[/bold]",  # what people have typed is no markup
        "8              " + "x" * 300,
    ]


def test_on_a_terminal_a_table_fits_its_width_and_a_reference_stays_in_one_piece(terminal: Terminal) -> None:
    with redirect_stdout(terminal):
        Printer().table(COLUMNS, ROWS)

    shown = terminal.getvalue()
    assert "\x1b[1m" in shown
    assert "MOU-2026-0031" in shown
    assert "Shandong Jianzhu University" not in shown  # it is folded


def test_no_color_is_respected(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with redirect_stdout(terminal):
        Printer().table(COLUMNS, ROWS)

    assert "\x1b[3" not in terminal.getvalue()


def test_fields_without_a_value_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    Printer().fields([("Kind", "Framework agreement"), ("Archive", ""), ("Notes", "one\ntwo")])

    assert capsys.readouterr().out == "Kind   Framework agreement\nNotes  one\n       two\n"


def test_json_keeps_letters_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    Printer().json({"name": "Ўзбекистон"})

    assert capsys.readouterr().out == '{\n  "name": "Ўзбекистон"\n}\n'

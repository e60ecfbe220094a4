"""What the command line shows: tables for people, JSON for programs.

On a terminal tables fit its width and have rules and colour, unless NO_COLOR is set; elsewhere they are plain columns,
one line a row, so that nothing is cut off on its way into a file or another program.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDE = 100_000


class Printer:
    """Shows one answer on standard output."""

    def __init__(self) -> None:
        self._console = Console(highlight=False, markup=False, emoji=False)

    def json(self, answer: Any) -> None:
        """The answer as it is."""
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2, default=str))

    def heading(self, said: str) -> None:
        """What follows."""
        self._console.print(Text(said, style="bold"), soft_wrap=True)

    def line(self, said: str = "") -> None:
        """One sentence."""
        self._console.print(Text(said), soft_wrap=not self._console.is_terminal)
        self._console.file.flush()  # somebody may be waiting for it at the other end of a pipe

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Rows under their headings."""
        table = self._table(show_header=True)
        for place, column in enumerate(columns):
            table.add_column(column, overflow="fold", no_wrap=place == 0)  # what a row is called stays in one piece
        for row in rows:
            table.add_row(*map(Text, row))
        self._show(table)

    def fields(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Names with their values; those without a value are left out."""
        table = self._table(show_header=False)
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for name, value in pairs:
            if value:
                table.add_row(Text(name), Text(value))
        self._show(table)

    def _table(self, *, show_header: bool) -> Table:
        lines = box.SIMPLE_HEAD if self._console.is_terminal and show_header else None
        return Table(box=lines, show_header=show_header, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))

    def _show(self, table: Table) -> None:
        if self._console.is_terminal:
            self._console.print(table)
            return
        plain = Console(width=_WIDE, highlight=False, color_system=None)
        with plain.capture() as written:
            plain.print(table)
        for line in written.get().splitlines():
            click.echo(line.rstrip())

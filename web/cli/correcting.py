"""Options by which something recorded is said to have been wrong: of a memorandum, or of a partner."""

from __future__ import annotations

import json
from typing import Any

import click

from web.cli.acting import Option, using


class Value(click.ParamType):
    """A value as JSON, or as plain text where it is none: ``2027-12-31``, ``null``, ``{"kind": "perpetual"}``."""

    name = "VALUE"

    def convert(self, value: Any, _param: click.Parameter | None, _ctx: click.Context | None) -> Any:
        if not isinstance(value, str) or value[:1] not in '{["tfn':
            return value
        try:
            return json.loads(value)
        except ValueError:
            return value


OF_EVENT: Option = click.option(
    "--event", "event_version", required=True, type=int, metavar="N", help="The version that the entry gave the record."
)
CORRECTION: Option = using(
    OF_EVENT,
    click.option("--field", required=True, help="The field of that entry."),
    click.option("--value", required=True, type=Value(), help="What it should read, as text or JSON."),
)

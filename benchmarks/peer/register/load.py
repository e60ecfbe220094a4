"""Make the tables and fill them: `python -m register.load RECORDS`, a file with a record in JSON on each line.

Every row gets the historical rows that saving it through the views, happening by happening, would have left.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command
from django.db import connection, models, transaction

Record = dict[str, Any]
AT_ONCE = 2000


class Loader:
    """Collects rows and historical rows, and writes them many at once."""

    def __init__(self) -> None:
        self._rows: dict[type[models.Model], list[models.Model]] = defaultdict(list)
        self._last: dict[type[models.Model], int] = defaultdict(int)

    def new(self, kind: type[models.Model], when: datetime, /, **values: Any) -> models.Model:
        """A row, and the historical row of its making."""
        if "id" not in values:
            self._last[kind] += 1
            values["id"] = self._last[kind]
        row = kind(**values)
        self._rows[kind].append(row)
        self._remember(row, when, "+")
        return row

    def change(self, row: models.Model, when: datetime, /, **values: Any) -> None:
        """Change a row, and keep the historical row of the change."""
        for name, value in values.items():
            setattr(row, name, value)
        self._remember(row, when, "~")

    def _remember(self, row: models.Model, when: datetime, type_: str) -> None:
        historical = type(row).history.model
        values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}  # noqa: SLF001  Django's own way
        self._rows[historical].append(historical(**values, history_date=when, history_type=type_))

    @transaction.atomic
    def write(self) -> None:
        """Write everything; rows that others refer to come first."""
        for kind, rows in self._rows.items():
            kept = [getattr(row, "created_at", None) for row in rows]
            kind.objects.bulk_create(rows, batch_size=AT_ONCE)
            if kind.__name__ == "Memorandum":  # auto_now_add has put the present instant there
                for row, created in zip(rows, kept, strict=True):
                    row.created_at = created
                kind.objects.bulk_update(rows, ["created_at"], batch_size=200)


def load(records: Iterator[Record]) -> None:
    """Fill the tables."""
    loader = Loader()
    for record in records:
        if "content" in record:
            _memorandum(loader, record)
        else:
            loader.new(Partner, datetime.fromisoformat("2025-06-01T00:00:00+00:00"), **record)
    loader.write()


def _memorandum(loader: Loader, record: Record) -> None:
    instants = [datetime.fromisoformat(instant) for instant in record["happenings"]]
    parts = dict(record["content"])
    parties = parts.pop("parties")
    kept = {name: record[name] for name in ("id", "reference", "kind", "owner")}
    memorandum = loader.new(Memorandum, instants[0], created_at=instants[0], **kept)
    edition = loader.new(Edition, instants[0], memorandum_id=memorandum.id, **parts)
    sides = [loader.new(Party, instants[0], edition_id=edition.id, **party) for party in parties]
    if not record["signed"]:
        loader.change(edition, instants[1], planned_at="Forum of rectors")
        for instant in instants[2:4]:
            loader.new(Note, instant, memorandum_id=memorandum.id, text=record["note"], made_on=instant.date())
        _approve(loader, memorandum, edition, sides, instants[4:])
        return
    _approve(loader, memorandum, edition, sides, instants[1:5])
    for side, signature, instant in zip(sides, record["signatures"], instants[5:7], strict=True):
        given = {name: signature[name] for name in ("signatory", "office", "place")}
        loader.change(side, instant, signed_on=instant.date(), **given)
    _conclude(loader, memorandum, edition, instants[6])
    note = {"text": record["note"], "made_on": instants[7].date()}
    loader.new(Note, instants[7], memorandum_id=memorandum.id, **note)


def _approve(loader: Loader, memorandum: Any, edition: Any, sides: list[Any], instants: list[datetime]) -> None:
    submitted, cleared, approved, by_partner = instants
    loader.change(edition, submitted, stage="submitted")
    loader.change(edition, cleared, cleared_by=["legal"])
    loader.change(sides[0], approved, approved_on=approved.date())
    loader.change(sides[1], by_partner, approved_on=by_partner.date())
    loader.change(edition, by_partner, stage="approved")
    loader.change(memorandum, by_partner, stage="approved", version=8)


def _conclude(loader: Loader, memorandum: Any, edition: Any, instant: datetime) -> None:
    loader.change(edition, instant, stage="signed")
    first = instant.date()
    dates = {"in_force_from": first, "in_force_until": last_day(edition.term, first)}
    loader.change(memorandum, instant, stage="signed", **dates)


def _after_loading() -> None:
    """Put the numbers of new rows behind those that were given, and let the database look at what it holds."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for kind in (Edition, Party, Note):
                table = kind._meta.db_table  # noqa: SLF001  Django's own way
                cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")  # noqa: S608  our own names
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "register.settings")
    django.setup()
    from register.models import Edition, Memorandum, Note, Partner, Party
    from register.terms import last_day

    call_command("migrate", run_syncdb=True, verbosity=0)
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        load(json.loads(line) for line in file)
    _after_loading()

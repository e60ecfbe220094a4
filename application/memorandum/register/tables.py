"""The tables of the register.

Every memorandum has an *entry*: the position of its first event in the log, which is its place in all lists and the key
of all rows. Instants and days are numbers, see `application.projecting.recorded_rows`.

An index that a list walks along ends in the entry, followed by the bounds that decide whether a row counts, so that the
table itself is not touched for the others.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Index,
    Integer,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    Uuid,
    literal_column,
)

from application.projecting.projection import TABLES
from application.projecting.recorded_rows import OPEN, recorded

TAIL = 0
"""The era of the last interval of a timeline, which reaches to the end of time and is kept in one piece."""
YEARS_OF_ERA = 10
"""Calendar years in an era. All other intervals are cut where eras meet: a day then selects rows by an equality, which
an index can combine with the order of the list, as it could not with the interval's two bounds."""

Id = Uuid(as_uuid=False).with_variant(Text(), "sqlite")


def _entry() -> Column[Any]:
    return Column("entry", BigInteger, nullable=False, autoincrement=False)


ENTRIES = Table(
    "register_entry",
    TABLES,
    Column("entry", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False),
    Column("memorandum_id", Id, nullable=False, unique=True),
    Column("recorded_at", BigInteger, nullable=False),
)
"""The entries and the memorandums that have them."""


def month_of(instant: ColumnElement[int]) -> ColumnElement[int]:
    """The thirty days, counted from 1970, in which an instant lies."""
    return instant // literal_column(str(30 * 24 * 60 * 60 * 1_000_000), BigInteger)


MONTH = month_of(ENTRIES.c.recorded_at)
Index("register_entry_by_month", MONTH, ENTRIES.c.entry, ENTRIES.c.recorded_at)

INTERVALS = Table(
    "register_interval",
    TABLES,
    _entry(),
    Column("era", SmallInteger, nullable=False),
    Column("valid_from", Integer, nullable=False),
    Column("valid_to", Integer, nullable=False),  # first day out
    Column("closing", SmallInteger, nullable=False),  # 1 where the running period ends with this row
    Column("standing", Text, nullable=False),
    Column("candidates", Text),  # where it is undetermined: the standings possible, with commas
    Column("since_earliest", Integer, nullable=False),  # the days on which what it says may have begun
    Column("since_latest", Integer, nullable=False),
    Column("edition_id", Text),  # the edition that it shows
    Column("editions", Text),  # where it is open which one it is: all, with commas
    Column("until_earliest", Integer),  # last day of the running period
    Column("until_latest", Integer),
    Column("period", Integer),
    Column("cause", Text),
    Column("cause_version", Integer),
    Column("boundary", Text),  # what the end of the running period brings: expired, tacitly_renewed
    Column("objection_on", Integer),  # last day on which an objection keeps it from being tacitly renewed
    *recorded(),
    PrimaryKeyConstraint(
        "era",
        "entry",
        "valid_from",
        "recorded_from",
        postgresql_include=["valid_to", "recorded_to", "until_latest", "edition_id"],
    ),
    sqlite_with_rowid=False,
)
"""The timelines."""

_I = INTERVALS.c
ONE: ColumnElement[int] = literal_column("1")  # a parameter would keep plans from using the indexes below:
_CLOSING = _I.closing == ONE
Index(
    "register_interval_by_standing",
    _I.era,
    _I.standing,
    _I.entry,
    _I.valid_from,
    _I.valid_to,
    _I.recorded_from,
    _I.recorded_to,
    _I.until_latest,
    _I.edition_id,
)
Index(
    "register_interval_by_end",
    _I.until_earliest,
    _I.entry,
    sqlite_where=_CLOSING,
    postgresql_where=_CLOSING,
)
Index(
    "register_interval_by_objection",
    _I.objection_on,
    _I.entry,
    sqlite_where=_CLOSING & _I.objection_on.is_not(None),
    postgresql_where=_CLOSING & _I.objection_on.is_not(None),
)

STATES = Table(
    "register_state",
    TABLES,
    _entry(),
    Column("reference", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("archived", SmallInteger, nullable=False),  # 1 or 0
    Column("framework_id", Id),
    Column("superseded_by", Id),
    Column("stage", Text, nullable=False),
    Column("working", Text, nullable=False),  # JSON: the editions in preparation, the last begun last
    *recorded(),
    PrimaryKeyConstraint("entry", "recorded_from"),
    sqlite_with_rowid=False,
)
"""What is kept about a memorandum as a whole."""

OPEN_STATE: ColumnElement[bool] = STATES.c.recorded_to == literal_column(str(OPEN))
"""What holds still; not with a parameter, as above."""
Index("register_state_by_stage", STATES.c.stage, STATES.c.entry, sqlite_where=OPEN_STATE, postgresql_where=OPEN_STATE)

EDITIONS = Table(
    "register_edition",
    TABLES,
    _entry(),
    Column("edition_id", Text, nullable=False),
    Column("edition", Text, nullable=False),  # JSON
    Column("renewed_earliest", Integer),  # the day on which it was concluded, if it renews an earlier one
    Column("renewed_latest", Integer),
    *recorded(),
    PrimaryKeyConstraint("entry", "edition_id", "recorded_from"),
    sqlite_with_rowid=False,
)
"""What an edition says, without its full text, and who signed it."""

_E = EDITIONS.c
Index(
    "register_edition_by_renewal",
    _E.renewed_earliest,
    _E.entry,
    sqlite_where=_E.renewed_earliest.is_not(None),
    postgresql_where=_E.renewed_earliest.is_not(None),
)

FACETS = Table(
    "register_facet",
    TABLES,
    _entry(),
    Column("facet", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("edition_id", Text, nullable=False),  # empty where the memorandum as a whole has it
    *recorded(),
    PrimaryKeyConstraint("facet", "value", "entry", "edition_id", "recorded_from", postgresql_include=["recorded_to"]),
    sqlite_with_rowid=False,
)
"""What lists are filtered by."""

_F = FACETS.c
PARTNER: ColumnElement[str] = literal_column(
    "'partner'"
)  # not a parameter: a plan made for any facet could not use the index below
Index(
    "register_facet_of_partners",
    _F.entry,
    _F.edition_id,
    _F.value,
    _F.recorded_from,
    _F.recorded_to,
    sqlite_where=_F.facet == PARTNER,
    postgresql_where=_F.facet == PARTNER,
)

TITLES = Table(
    "register_title",
    TABLES,
    _entry(),
    Column("words", Text, nullable=False),  # folded: the reference, partners' references, titles of all editions
    *recorded(),
    PrimaryKeyConstraint("entry", "recorded_from"),
    sqlite_with_rowid=False,
)
"""The words by which a memorandum is found."""

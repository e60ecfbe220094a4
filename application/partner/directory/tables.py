"""The table of the directory, and how it follows the events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, Text

from application.plain import to_json
from application.projecting.projection import TABLES
from application.projecting.recorded_rows import RecordedProjection, RecordedRows, Rows, recorded
from application.searching import folded, initials
from domain.partner.partner import Partner
from domain.partner.rankings import Ranking
from domain.shared.event import Event

PARTNERS = Table(
    "partner",
    TABLES,
    Column("partner_id", Text, nullable=False),
    Column("place", Text, nullable=False),  # in the order of names: its last name, folded
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("survivor_id", Text),  # the record under which it is shown, if it was merged
    Column("words", Text, nullable=False),  # folded: all names, aliases and identifiers
    Column("profile", Text, nullable=False),  # JSON
    *recorded(),
    PrimaryKeyConstraint("partner_id", "recorded_from"),
)
"""Each partner as it was known from one instant to another."""

SUCCESSIONS = Table(
    "partner_succession",
    TABLES,
    Column("partner_id", Text, nullable=False),
    Column("successor_id", Text, nullable=False),
    Column("since", Text),  # partial; null: unknown
    *recorded(),
    PrimaryKeyConstraint("partner_id", "successor_id", "recorded_from"),
)
"""Who took whose place, as it was known from one instant to another."""

Index("partner_succession_by_successor", SUCCESSIONS.c.successor_id, SUCCESSIONS.c.partner_id)
_MERGED = PARTNERS.c.survivor_id.is_not(None)
Index("partner_by_merge", PARTNERS.c.partner_id, sqlite_where=_MERGED, postgresql_where=_MERGED)
Index("partner_by_place", PARTNERS.c.place, PARTNERS.c.partner_id)
Index("partner_by_country", PARTNERS.c.country, PARTNERS.c.partner_id)


_COLUMNS = ("place", "kind", "country", "survivor_id", "words", "profile")


@dataclass(frozen=True, slots=True)
class SeenPartner:
    """A partner after an event: its row, and a row for each of its successors."""

    rows: Rows
    successions: Rows


def observer(zone: ZoneInfo) -> Callable[[Partner, Sequence[Event], SeenPartner | None], SeenPartner]:
    """The observer of partners, whose days are counted in ``zone``."""

    def observe(partner: Partner, events: Sequence[Event], before: SeenPartner | None) -> SeenPartner:  # noqa: ARG001  any event may change any part
        now = SeenPartner((_row(partner, zone),), tuple(partner.successors.items()))
        return before if before == now and before is not None else now

    return observe


def _row(partner: Partner, zone: ZoneInfo) -> tuple[Any, ...]:
    called = [*(name.text for name in partner.names), *partner.aliases]
    words = [*called, *(short for name in called for short in initials(name))]
    words += (*partner.identifiers.values(), *(value for _, value in partner.former_identifiers))
    profile = {
        "name": partner.name,
        "borne": _borne(partner, zone),
        "names": [{"name": name.text, "since": name.since} for name in partner.names],
        "aliases": partner.aliases,
        "identifiers": partner.identifiers,
        "former_identifiers": partner.former_identifiers,
        "successors": [{"partner_id": id_, "on": on} for id_, on in partner.successors.items()],
        "rankings": [asdict(ranking) for ranking in sorted(partner.rankings.values(), key=_newest_first)],
    }
    return (
        folded(partner.name),
        partner.kind,
        partner.country,
        partner.survivor_id,
        folded("\n".join(dict.fromkeys(words))),
        to_json(profile),
    )


def _newest_first(ranking: Ranking) -> tuple[str, int]:
    return ranking.table, -int(ranking.edition[:4])


def _borne(partner: Partner, zone: ZoneInfo) -> list[tuple[str, str]]:
    """The name borne from each day on which it changes."""
    days = sorted({day for name in partner.names for day in (name.days(zone).earliest, name.days(zone).latest)})
    return [(day.isoformat(), partner.name_on(day, zone)) for day in days]


def columns_of(partner: Partner, zone: ZoneInfo) -> dict[str, Any]:
    """What the directory shows of a partner, by column."""
    return dict(zip(_COLUMNS, _row(partner, zone), strict=True))


class DirectoryProjection(RecordedProjection):
    """Names, identifiers, kind, country and successors of all partners, as known from one instant to another."""

    name, revision, tables = "partner_directory", 3, (PARTNERS, SUCCESSIONS)
    streams = (Partner,)
    recorded = (
        RecordedRows(PARTNERS, attrgetter("rows"), ("partner_id",)),
        RecordedRows(SUCCESSIONS, attrgetter("successions"), ("partner_id", "successor_id")),
    )

"""The state of a memorandum: what its events, as corrected, add up to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.memorandum.edition import Edition
from domain.memorandum.life import EditionLife, LegalFact, Life
from domain.memorandum.standing import Timeline, timeline
from domain.memorandum.term import Length
from domain.shared.correction import CorrectableAggregate, CorrectableEvent
from domain.shared.dates import LAST_DAY, act_days, parse_day, parse_partial
from domain.shared.errors import NotFound


@dataclass(frozen=True, slots=True)
class RecordedFact:
    """A legal fact as recorded, its dates partial or unknown; ``leaving`` is the party that alone leaves."""

    kind: str
    version: int
    occurred_on: str | None
    recorded_at: datetime
    effect: str | None = None
    until: str | None = None
    against: str | None = None
    length: dict[str, Any] | None = None
    leaving: str | None = None

    def legal(self, zone: ZoneInfo) -> LegalFact:
        """What the standing depends on."""
        return LegalFact(
            self.kind,
            self.version,
            act_days(self.occurred_on, self.recorded_at, zone),
            parse_partial(self.effect) if self.effect else None,
            parse_partial(self.until) if self.until else None,
            parse_day(self.against) if self.against else None,
            Length(**self.length) if self.length else None,
            self.leaving,
        )


class MemorandumState(CorrectableAggregate):
    """Editions by id in stream order, legal facts, and what is kept about the memorandum as a whole."""

    def _forget(self) -> None:
        self.reference = ""
        self.kind = ""
        self.owner = ""
        self.request_id: str | None = None
        self.editions: dict[str, Edition] = {}
        self.facts: tuple[RecordedFact, ...] = ()
        self.partner_references: dict[str, str] = {}
        self.contacts: dict[tuple[str, str], dict[str, str]] = {}
        self.documents: tuple[dict[str, Any], ...] = ()
        self.notes: tuple[str, ...] = ()
        self.archived = False
        self.framework_id: str | None = None
        self.superseded_by: str | None = None
        self.ended_as_a_whole = False
        self.written_down: frozenset[tuple[str, str, str]] = frozenset()

    # What events do

    def begin(self, reference: str, kind: str, owner: str) -> None:
        """Take the identity that the first event gives."""
        self.reference, self.kind, self.owner = reference, kind, owner

    def add_edition(self, edition: Edition) -> None:
        """Add an edition at the end of the stream order."""
        self.editions[edition.edition_id] = edition

    def add_fact(self, kind: str, event: CorrectableEvent, **stated: Any) -> None:
        """Add a legal fact that an event states."""
        fact = RecordedFact(kind, event.originator_version, event.occurred_on, event.timestamp, **stated)
        self.facts = (*self.facts, fact)

    # What can be asked

    def edition(self, edition_id: str) -> Edition:
        """The edition with this id.

        Raises:
            NotFound: no such edition; carries those there are.
        """
        if edition_id not in self.editions:
            raise NotFound("edition_not_found", edition_id=edition_id, editions=list(self.editions))
        return self.editions[edition_id]

    @property
    def living_editions(self) -> list[Edition]:
        """The editions that were not withdrawn, in stream order."""
        return [edition for edition in self.editions.values() if not edition.withdrawn]

    @property
    def working_edition(self) -> Edition | None:
        """The edition in preparation that was begun last, if there is one."""
        working = [edition for edition in self.living_editions if not edition.concluded]
        return working[-1] if working else None

    def parties_known(self) -> list[dict[str, Any]]:
        """The parties that any edition has or ever had; those of today first."""
        said = [
            getattr(event, "changes", {}).get("parties") or getattr(event, "parties", None) for event in self.recorded
        ]
        today = [edition.parties for edition in self.editions.values()]
        return [party for parties in (*reversed(today), *reversed(said)) for party in parties or []]

    def life(self, zone: ZoneInfo) -> Life:
        """What the standing depends on."""
        editions = tuple(edition.life(zone) for edition in self.editions.values() if self._lives(edition))
        facts = tuple(fact.legal(zone) for fact in self.facts)
        return Life(editions, facts)

    def _lives(self, edition: Edition) -> bool:
        """A withdrawn renewal changes no standing; the first draft still tells when preparation began."""
        return not edition.withdrawn or edition.nature == "first"

    def timeline(self, zone: ZoneInfo) -> Timeline:
        """The standing on every day, counted in ``zone``."""
        return timeline(self.life(zone))

    def objection_is_late(self, event_version: int, zone: ZoneInfo) -> bool:
        """Whether an objection came after the objection date: taken alone, it changes no standing."""
        life = self.life(zone)
        if not any(edition.term.kind == "tacit" for edition in life.editions):
            return False
        alone = tuple(fact for fact in life.facts if fact.version == event_version)
        return timeline(Life(life.editions, alone)) == timeline(Life(life.editions))

    def numbers(self, zone: ZoneInfo) -> dict[str, str]:
        """The number of each edition that was not withdrawn (1, 2, 2.1), by the order in which they take effect.

        Editions in preparation come last. Numbers may change when an older edition is found; ids do not.
        """
        lives = {edition.edition_id: edition.life(zone) for edition in self.living_editions}
        if len(lives) == 1:
            return dict.fromkeys(lives, "1")
        order = [life.edition_id for life in sorted(lives.values(), key=_order)]
        moved = _after_followed(order, {key: life.follows for key, life in lives.items() if not life.amends})
        numbers: dict[str, str] = {}
        for number, edition_id in enumerate((key for key in moved if not lives[key].amends), start=1):
            numbers[edition_id] = str(number)
            amendments = [key for key in order if lives[key].amends == edition_id]
            numbers |= {key: f"{number}.{minor}" for minor, key in enumerate(amendments, start=1)}
        return numbers


def _order(life: EditionLife) -> tuple[bool, date, int]:
    """Concluded editions by their first possible day of effect, then those in preparation."""
    if life.concluded is None:
        return (True, LAST_DAY, life.version)
    return (False, (life.effective or life.concluded).earliest, life.version)


def _after_followed(order: list[str], follows: dict[str, str | None]) -> list[str]:
    """The order, with each edition after the one that it follows."""
    placed: list[str] = []
    for edition_id in order:
        if edition_id in follows:
            _place(edition_id, follows, placed)
    return placed


def _place(edition_id: str, follows: dict[str, str | None], placed: list[str]) -> None:
    if edition_id in placed:
        return
    followed = follows.get(edition_id)
    if followed in follows and followed is not None:
        _place(followed, follows, placed)
    placed.append(edition_id)

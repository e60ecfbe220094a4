"""The state of a mobility case: what its events, as corrected, add up to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.mobility.details import Details, Funding
from domain.mobility.places import Use
from domain.shared.correction import CorrectableAggregate, CorrectableEvent
from domain.shared.dates import ANY_DAY, LAST_DAY, Days, act_days, parse_partial


@dataclass(frozen=True, slots=True)
class Passage:
    """A stage that the case reached, on a partial or unknown day; ``after``: on the day after that one."""

    stage: str
    on: str | None
    recorded_at: datetime
    version: int
    after: bool = False

    def days(self, zone: ZoneInfo) -> Days:
        """The days on which the case may have reached it."""
        days = act_days(self.on, self.recorded_at, zone)
        if not self.after:
            return days
        return Days(*(min(day + timedelta(days=1), LAST_DAY) for day in (days.earliest, days.latest)))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a side answered to the nomination as it then was; ``comment`` says what it misses."""

    side: str
    accepted: bool
    comment: str
    on: str | None
    version: int


class Stay(NamedTuple):
    """The days that the first and the last day of a case may be; ``actual`` says of each whether it has come."""

    first: Days
    until: Days
    actual: tuple[bool, bool]

    @property
    def known(self) -> bool:
        """Whether anything is known of both days."""
        return ANY_DAY not in (self.first, self.until)


class MobilityState(CorrectableAggregate):
    """The nomination, the answers of both sides, the stages passed, and what came of the stay."""

    def _forget(self) -> None:
        self.direction = ""
        self.person_id = ""
        self.details: Details = {}
        self.funding: tuple[Funding, ...] = ()
        self.answers: tuple[Answer, ...] = ()
        self.revised_version = 0
        self.path: tuple[Passage, ...] = ()
        self.actual_from: str | None = None
        self.actual_until: str | None = None
        self.has_begun = False
        self.has_ended = False
        self.ground: str | None = None
        self.certificates: tuple[str, ...] = ()
        self.ects: str | None = None
        self.overrides: tuple[dict[str, str], ...] = ()

    # What events do

    def begin(self, direction: str, person_id: str, details: Details, funding: list[Funding]) -> None:
        """Take the identity and the details that the first event gives."""
        self.direction, self.person_id = direction, person_id
        self.details, self.funding = details, tuple(funding)

    def reach(self, stage: str, event: CorrectableEvent, *, on: str | None = None, after: bool = False) -> None:
        """Come to a stage, on the day of the event if no other is given."""
        day = event.occurred_on if on is None else on
        passage = Passage(stage, day, event.timestamp, event.originator_version, after)
        self.path = (*self.path, passage)

    def answer(self, event: CorrectableEvent, side: str, *, accepted: bool, comment: str = "") -> None:
        """Keep what a side answered, which may change the stage."""
        one = Answer(side, accepted, comment, event.occurred_on, event.originator_version)
        self.answers = (*self.answers, one)
        self.weigh_answers(event)

    def weigh_answers(self, event: CorrectableEvent) -> None:
        """Come to *accepted* with the host's yes, and back to *nominated* when that no longer counts."""
        host, sending = (self.answer_of(side) for side in ("host", "sending"))
        accepted = host is not None and host.accepted and (sending is None or sending.accepted)
        stage = "accepted" if accepted else "nominated"
        if stage != self.stage:
            self.reach(stage, event)

    def stay_from(self, actual_from: str | None) -> None:
        """Know the actual first day, or that there was one."""
        self.actual_from, self.has_begun = actual_from, True

    def stay_until(self, actual_until: str | None) -> None:
        """Know the actual last day, or that there was one."""
        self.actual_until, self.has_ended = actual_until, True

    # What can be asked

    @property
    def stage(self) -> str:
        """The stage reached last."""
        return self.path[-1].stage if self.path else ""

    @property
    def purpose(self) -> str:
        """What the person goes for."""
        return str(self.details["purpose"])

    @property
    def memorandum_id(self) -> str | None:
        """The memorandum on which it rests."""
        found: str | None = self.details["memorandum_id"]
        return found

    def answer_of(self, side: str) -> Answer | None:
        """The last answer of a side to the nomination as it is now; none if it was revised since."""
        given = [one for one in self.answers if one.side == side and one.version > self.revised_version]
        return given[-1] if given else None

    @property
    def uses_a_place(self) -> bool:
        """Whether it counts against the places of its memorandum: unless it was given up before it began."""
        return self.stage != "cancelled" or self.has_begun

    def stay(self) -> Stay:
        """The days of the case: the actual ones, and for what has not come the planned ones."""
        first = self.actual_from if self.has_begun else self.details["planned_from"]
        until = self.actual_until if self.has_ended else self.details["planned_until"]
        return Stay(parse_partial(first), parse_partial(until), (self.has_begun, self.has_ended))

    def passages(self, zone: ZoneInfo) -> list[tuple[Days, str]]:
        """The stages in order, each with the days on which it may have been reached, none ahead of the one before."""
        days = [passage.days(zone) for passage in self.path]
        for index in range(1, len(days)):
            earliest = max(days[index].earliest, days[index - 1].earliest)
            days[index] = Days(earliest, max(days[index].latest, earliest))
        for index in range(len(days) - 2, -1, -1):
            latest = min(days[index].latest, days[index + 1].latest)
            days[index] = Days(min(days[index].earliest, latest), latest)
        return [(one, passage.stage) for one, passage in zip(days, self.path, strict=True)]

    def use(self) -> Use:
        """What it takes a place of its memorandum for."""
        details = self.details
        return Use(self.direction, self.purpose, details["academic_year"], details["field"], details["eqf_level"])

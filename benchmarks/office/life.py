"""One memorandum, entered command by command through the rules of the domain, at instants that only move forward."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, Self
from uuid import UUID

from benchmarks.office import papers
from benchmarks.office.cast import Cast, entered
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.reference import Reference
from domain.shared.act import Act, Source
from domain.shared.errors import BitimError
from domain.shared.event import Event
from domain.shared.moment import Moment, at

BEGAN = datetime(2015, 1, 5, 4, tzinfo=UTC)
LAST = datetime(2025, 10, 31, 12, tzinfo=UTC)
"""Between these instants everything is recorded; what would come later has not happened yet."""


class PresentReached(Exception):
    """The next command would lie after the last instant of the log."""


class Life:
    """A memorandum in the hands of its officer.

    Args:
        number: its place in the order of entry; with it, everything about the memorandum is settled.
        cast: who takes part.
        began: when it is entered.
    """

    def __init__(self, number: int, cast: Cast, began: datetime) -> None:
        self.random = Random(f"memorandum {number}")
        self.number, self.cast, self.now = number, cast, began
        self.id = UUID(int=self.random.getrandbits(128), version=4)
        self.owner = cast.owner(self.random)
        self.parties = self._parties()
        self.commands: list[list[Event]] = []
        self.refused = 0
        self._memorandum: Memorandum | None = None

    @property
    def memorandum(self) -> Memorandum:
        """The memorandum as it stands."""
        if self._memorandum is None:
            raise LookupError("nothing has been entered yet")
        return self._memorandum

    @property
    def today(self) -> date:
        """The day of the next command."""
        return self.now.date()

    @property
    def reference(self) -> str:
        """Its number."""
        return f"MOU-{self.now.year}-{self.number:06d}"

    def chance(self, share: float) -> bool:
        """Whether something befalls this memorandum that befalls such a share of all."""
        return self.random.random() < share

    def wait(self, least: float, most: float) -> Self:
        """Let so many days pass.

        Raises:
            PresentReached: the log ends before.
        """
        self.now += timedelta(days=self.random.uniform(least, most))
        if self.now > LAST:
            raise PresentReached
        return self

    def begin(self, create: Callable[..., Memorandum], *, from_paper: bool = False, **fields: Any) -> None:
        """Enter the memorandum and the number that it is given, in one command; what is on paper names it."""
        with at(Moment(self.now)):
            source = self._paper() if from_paper else self._source()
            act = Act(self.owner, occurred_on=self.today.isoformat(), source=source)
            number = Reference.issue(act, number=self.reference, memorandum_id=self.id)
            self._memorandum = create(act, memorandum_id=self.id, reference=self.reference, owner=self.owner, **fields)
        self._keep([*entered(number), *entered(self.memorandum)])

    def enter(self, verb: str, occurred_on: str | None = "today", reason: str = "", **fields: Any) -> bool:
        """Give a command; tells whether a rule allowed it."""
        day = self.today.isoformat() if occurred_on == "today" else occurred_on
        with at(Moment(self.now)):
            act = Act(self.owner, occurred_on=day, source=self._source(), reason=reason)
            try:
                getattr(self.memorandum, verb)(act, **fields)
            except BitimError:
                self.refused += 1
                return False
        self._keep(entered(self.memorandum))
        return True

    def _keep(self, events: list[Event]) -> None:
        if events:
            self.commands.append(events)

    def _source(self) -> Source | None:
        """The paper that an entry rests on, where the officer names it."""
        return self._paper() if self.chance(0.3) else None

    def _paper(self) -> Source:
        return Source(f"File {self.number // 40}, sheet {self.number % 40}")

    def partial(self, day: date) -> str | None:
        """A day as the paper gives it: mostly whole, sometimes its month or year, seldom not at all."""
        form = self.random.choices(("%Y-%m-%d", "%Y-%m", "%Y", ""), (78, 13, 8, 1))[0]
        return day.strftime(form) or None

    def content(self, signed: date, *, from_paper: bool = False) -> dict[str, Any]:
        """What an edition signed about this day says."""
        return {
            "titles": papers.titles(self.random),
            "texts": papers.texts(self.random),
            "areas": papers.areas(self.random),
            "term": papers.term(self.random, signed, from_paper=from_paper),
            "parties": self.parties,
            "effective_on": None,
        }

    def _parties(self) -> list[dict[str, Any]]:
        """Ours and one partner, in one of twenty memorandums two."""
        partners = {self.cast.partner(self.random, self.number) for _ in range(2 if self.chance(0.05) else 1)}
        sides = [(self.cast.ours, True), *((partner, False) for partner in sorted(partners))]
        return [
            {"party_id": f"p{number}", "partner_id": str(partner), "unit": "", "ours": ours}
            for number, (partner, ours) in enumerate(sides, start=1)
        ]

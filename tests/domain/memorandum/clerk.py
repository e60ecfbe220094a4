"""A clerk who enters things into one memorandum, command after command, at instants that only move forward."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.memorandum.memorandum import Memorandum
from domain.memorandum.standing import Timeline
from domain.shared.act import Act, Source
from domain.shared.errors import BitimError
from domain.shared.moment import TASHKENT, Moment, at

OURS, PARTNER, THIRD = (UUID(int=n) for n in (1, 2, 3))
SCAN = Source("scan 12/3")


def sides(count: int = 2) -> list[dict[str, Any]]:
    """Our institution, and as many partners as there are further sides."""
    partners = [{"partner_id": str(partner), "ours": partner is OURS} for partner in (OURS, PARTNER, THIRD)]
    return partners[:count]


class Clerk:
    """Enters what happened; ``log`` tells every command as it was given, and which ones were refused."""

    def __init__(self, start: datetime) -> None:
        self.now = start
        self.log: list[str] = []
        self.memorandum: Memorandum | None = None

    @property
    def today(self) -> date:
        """The civil date where the institution is."""
        return self.now.astimezone(TASHKENT).date()

    def wait(self, days: int, hours: int = 0) -> None:
        """Let time pass."""
        self.now += timedelta(days=days, hours=hours)

    def until(self, day: str, hour: int = 9) -> None:
        """Let time pass until a day's hour (UTC)."""
        self.now = datetime.fromisoformat(day).replace(hour=hour, tzinfo=UTC)

    def draft(self, content: dict[str, Any], **act: Any) -> bool:
        """Begin a memorandum with a draft."""

        def command() -> None:
            self.memorandum = Memorandum.draft(
                Act("officer", **act),
                memorandum_id=UUID(int=9),
                reference="MOU-1",
                kind="memorandum_of_understanding",
                owner="officer",
                content=content,
            )

        return self._enter("draft", command, content, act)

    def register(self, editions: list[dict[str, Any]], **act: Any) -> bool:
        """Enter a memorandum from paper."""

        def command() -> None:
            self.memorandum = Memorandum.register(
                Act("officer", source=SCAN, **act),
                memorandum_id=UUID(int=9),
                reference="MOU-1",
                kind="memorandum_of_understanding",
                owner="officer",
                editions=editions,
            )

        return self._enter("register", command, editions, act)

    def enter(self, verb: str, occurred_on: str | None, **fields: Any) -> bool:
        """Give a command on the memorandum; tells whether it was taken."""
        act = Act("officer", occurred_on=occurred_on, source=SCAN, reason="as the file shows")
        return self._enter(verb, lambda: getattr(self.memorandum, verb)(act, **fields), occurred_on, fields)

    def _enter(self, verb: str, command: Callable[[], None], *told: Any) -> bool:
        with at(Moment(self.now)):
            try:
                command()
            except BitimError as refusal:
                self.log.append(f"{self.now:%Y-%m-%d %H:%M} {verb} {told} refused: {refusal}")
                return False
        self.log.append(f"{self.now:%Y-%m-%d %H:%M} {verb} {told}")
        return True

    @property
    def recorded(self) -> list[Any]:
        """All events so far."""
        return list(self.memorandum.recorded) if self.memorandum else []


def as_known(recorded: list[Any], known_at: datetime) -> Memorandum | None:
    """The memorandum folded from the events recorded by an instant."""
    memorandum: Memorandum | None = None
    for event in recorded:
        if event.timestamp <= known_at:
            memorandum = event.mutate(memorandum)
    return memorandum


def timeline(recorded: list[Any], known_at: datetime) -> Timeline:
    """The timeline as known at an instant; empty where nothing was recorded."""
    memorandum = as_known(recorded, known_at)
    return memorandum.timeline(TASHKENT) if memorandum else Timeline(())

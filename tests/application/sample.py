"""A small concept to store and to project: a folder into which papers are filed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from domain.shared.act import Act
from domain.shared.event import Aggregate, Created, Event

ACT = Act("officer-1", occurred_on="2019-05", reason="found in the archive")
START = datetime(2026, 9, 14, 7, 30, tzinfo=UTC)


class FolderOpened(Created):
    TOPIC = "folder.opened"

    label: str


class PaperFiled(Event):
    TOPIC = "folder.paper_filed"

    title: str

    def apply(self, aggregate: Folder) -> None:
        aggregate.papers.append(self.title)


class FolderRenamed(Event):
    TOPIC = "folder.renamed"

    label: str

    def apply(self, aggregate: Folder) -> None:
        aggregate.label = self.label


class Folder(Aggregate):
    TOPIC = "folder"

    def __init__(self, label: str) -> None:
        self.label = label
        self.papers: list[str] = []

    @classmethod
    def open(cls, label: str, act: Act = ACT, id_: UUID | None = None) -> Folder:
        return cls._create(FolderOpened, id=id_ or uuid4(), label=label, **act.plain())

    def file(self, title: str, act: Act = ACT) -> None:
        self.trigger(PaperFiled, act, title=title)

    def rename(self, label: str, act: Act = ACT) -> None:
        self.trigger(FolderRenamed, act, label=label)


class CabinetBought(Created):
    TOPIC = "cabinet.bought"


class Cabinet(Aggregate):
    """Another concept, whose streams are not those of folders."""

    TOPIC = "cabinet"

    @classmethod
    def buy(cls, act: Act = ACT) -> Cabinet:
        return cls._create(CabinetBought, id=uuid4(), **act.plain())


class Hands:
    """A clock whose hands a test moves."""

    def __init__(self, instant: datetime = START) -> None:
        self.instant = instant

    def now(self) -> datetime:
        return self.instant

    def move(self, **by: int) -> None:
        self.instant += timedelta(**by)


class Ticking(Hands):
    """A clock that moves on by a millisecond with each look."""

    def now(self) -> datetime:
        self.move(milliseconds=1)
        return self.instant

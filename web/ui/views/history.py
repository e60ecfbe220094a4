"""The history of a memorandum: every entry, with both times, source and reason, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from application.bitim import Bitim
from application.mobility.history_with_cases import CHAPTERS
from web.called import names_in_history
from web.exporting.files import File, history_file
from web.ui.asking import Question, Time
from web.ui.views.entries import EntryView, entry
from web.ui.views.head import Head, head
from web.wording import values

PAGE = 100
ORDERS = ("newest", "oldest")


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The page of the history."""

    time: Time
    head: Head
    entries: list[EntryView]
    chapters: list[tuple[str, str]]
    chapter: str | None
    newest_first: bool
    after: str | None


def load(bitim: Bitim, memorandum_id: UUID, question: Question) -> HistoryView:
    """The history with that of its cases, the oldest entry first unless asked otherwise; ``chapter`` narrows it to one.

    Raises:
        NotFound: no memorandum has this id.
        Invalid: a time, chapter or order out of form.
    """
    time = question.time
    chapter = question.one_of("chapter", CHAPTERS)
    newest_first = question.one_of("order", ORDERS) == "newest"
    document = bitim.register.get(memorandum_id, as_of=time.as_of, known_at=time.known_at)
    told = bitim.history_with_cases.of(
        memorandum_id,
        known_at=time.known_at,
        chapters=(chapter,) if chapter else (),
        limit=PAGE,
        after=question.text("after"),
        newest_first=newest_first,
    )
    names = names_in_history(bitim, document["editions"], told["items"], known_at=time.known_at)
    return HistoryView(
        time=time,
        head=head(document),
        entries=[entry(one, names, time.zone) for one in told["items"]],
        chapters=[(code, values.chapter(code)) for code in CHAPTERS],
        chapter=chapter,
        newest_first=newest_first,
        after=told["after"],
    )


def take(bitim: Bitim, memorandum_id: UUID, question: Question, form: str) -> File:
    """The whole history as a file, as was known then.

    Raises:
        NotFound: no memorandum has this id.
        Invalid: a time out of form.
    """
    return history_file(bitim, form, [memorandum_id], question.time.known_at)

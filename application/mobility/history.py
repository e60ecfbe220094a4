"""The history of a mobility case: every event with the values before and after, and what later ones made of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from application.asking import KnownAt, Times
from application.entries import entries, page
from application.mobility.streams import known_case
from application.store.store import Store
from domain.mobility.values import values

CHAPTERS = ("nominating", "paper", "moving", "recognising", "correcting")


class CaseHistory:
    """What happened to a case, all of it.

    Args:
        store: the streams of cases.
        times: reads the times of a question.
    """

    def __init__(self, store: Store, times: Times) -> None:
        self._store = store
        self._times = times

    def of(
        self,
        case_id: UUID,
        *,
        known_at: KnownAt = None,
        chapters: Sequence[str] = (),
        newest_first: bool = False,
        limit: int = 200,
        after: int | None = None,
    ) -> dict[str, Any]:
        """Every event in the order of its recording, with the values before and after, and what later ones made of it.

        Args:
            case_id: the case.
            known_at: the instant whose knowledge answers; now, if none is given.
            chapters: those of `CHAPTERS` to be shown; all, if none is given.
            newest_first: the last recorded event first, instead of last.
            limit: how many, 500 at most.
            after: the version with which the previous page ended.

        Raises:
            NotFound: no case has this id.
            Invalid: an argument out of form.
        """
        asked = self._times.read(known_at=known_at)
        version, case = known_case(self._store, case_id, asked)
        told = entries(case.recorded if case else (), values)
        found = page(told, CHAPTERS, chapters=chapters, newest_first=newest_first, limit=limit, after=after)
        return {**found, "version": version, "known_at": asked.shown["known_at"]}

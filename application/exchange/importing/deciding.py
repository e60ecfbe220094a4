"""What registers that were taken in leave to a person: the list of it, and the person's decisions."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from application.asking import Asked, KnownAt, Times, instant
from application.done import Done
from application.paging import Page, key_of, limit_of, page
from application.store.store import Store
from domain.imported_file.events import ImportedFileBegun
from domain.imported_file.imported_file import ImportedFile
from domain.imported_file.questions import Decision, Question
from domain.memorandum.memorandum import Memorandum
from domain.shared.act import Act
from domain.shared.errors import Refused
from domain.shared.text import one_of

STATUSES = ("open", "decided")
_MOST_REGISTERS = 1000


class ImportedFiles:
    """What a person decides of a register that was taken in.

    Args:
        store: of the events.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def decide(
        self, file_id: UUID, act: Act, expected_version: int | None = None, *, question_id: str, decision: str
    ) -> Done:
        """Decide what a row leaves to a person; see `ImportedFile.decide`.

        Raises:
            Refused: ``nothing_recorded_since``; a renewal it is only when one has been recorded.
        """
        with self._store.change(ImportedFile, file_id, expected_version) as file:
            question = file.question(question_id)
            if question.said["looks_renewed"] and question.memorandum_id and decision == "recorded":
                memorandum = self._store.get(Memorandum, UUID(question.memorandum_id))
                if memorandum.modified_on <= question.asked_at:
                    raise Refused("nothing_recorded_since", reference=memorandum.reference)
            file.decide(act, question_id=question_id, decision=decision)
        return Done.of(file)


class Questions:
    """What registers that were taken in leave to a person; folded from their streams, which are few.

    Args:
        store: of the events.
        times: reads the times of a question.
    """

    def __init__(self, store: Store, times: Times) -> None:
        self._store, self._times = store, times

    def files(self) -> dict[str, Any]:
        """The registers of which editions were taken, by name."""
        return {
            "items": sorted(map(_file_shown, _files(self._store)), key=lambda one: (one["name"].casefold(), one["id"]))
        }

    def get(self, file_id: UUID) -> dict[str, Any]:
        """One register: its editions, and how much of it waits for a person.

        Raises:
            NotFound: no register has this id.
        """
        return _file_shown(self._store.get(ImportedFile, file_id))

    def list(
        self,
        *,
        file_id: UUID | None = None,
        status: str = "open",
        looks_renewed: bool | None = None,
        known_at: KnownAt = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """What waits for a person, or was decided, in the order in which it was asked.

        Args:
            file_id: of one register alone.
            status: one of `STATUSES`.
            looks_renewed: whether only those rows are meant whose terms seem to have run several times, or only others.
            known_at: the instant whose knowledge answers; now, if none is given.
            limit: how many, 500 at most.
            after: the key with which the previous page ended.

        Raises:
            NotFound: no register has this id.
            Invalid: an argument out of form.
        """
        asked, limit = self._times.read(known_at=known_at), limit_of(limit)
        one_of(status, "status", STATUSES)
        files = _files(self._store) if file_id is None else [self._store.get(ImportedFile, file_id)]
        found = [
            (file, question)
            for file in files
            for question in _known(file, asked)
            if (question.decision is None) == (status == "open")
            and looks_renewed in (None, question.said["looks_renewed"])
        ]
        found.sort(key=_key)
        if after is not None:
            beyond = tuple(key_of(after, str, str, int))
            found = [one for one in found if _key(one) > beyond]
        return page(found[: limit + 1], limit, asked, _shown, _key)


def registers_begun(store: Store) -> list[ImportedFileBegun]:
    """The registers of which editions were taken, the first one first."""
    begun = store.with_topic(ImportedFileBegun.TOPIC, _MOST_REGISTERS)
    return [event for event in begun if isinstance(event, ImportedFileBegun)]


def _files(store: Store) -> list[ImportedFile]:
    return [store.get(ImportedFile, event.originator_id) for event in registers_begun(store)]


def _known(file: ImportedFile, asked: Asked) -> list[Question]:
    """The questions of a register as they were known."""
    return [
        replace(question, decision=question.decision if _is_known(question.decision, asked) else None)
        for question in file.questions.values()
        if asked.knows(question.asked_at)
    ]


def _is_known(decision: Decision | None, asked: Asked) -> bool:
    return decision is not None and asked.knows(decision.recorded_at)


def _key(found: tuple[ImportedFile, Question]) -> tuple[str, str, int]:
    file, question = found
    return instant(question.asked_at), str(file.id), int(question.question_id[1:])


def _file_shown(file: ImportedFile) -> dict[str, Any]:
    open_ = [question for question in file.questions.values() if question.decision is None]
    return {
        "id": str(file.id),
        "name": file.name,
        "version": file.version,
        "editions": [{"filename": filename, "sha256": sha256} for sha256, filename, _mapping in file.editions],
        "open": len(open_),
        "looks_renewed": sum(question.said["looks_renewed"] for question in open_),
    }


def _shown(found: tuple[ImportedFile, Question]) -> dict[str, Any]:
    file, question = found
    decision = question.decision
    return {
        "file_id": str(file.id),
        "register": file.name,
        "question_id": question.question_id,
        "filename": question.filename,
        "sheet": question.sheet,
        "row": question.row,
        "memorandum_id": question.memorandum_id,
        **question.said,
        "asked_at": instant(question.asked_at),
        "decision": decision and {**asdict(decision), "recorded_at": instant(decision.recorded_at)},
    }

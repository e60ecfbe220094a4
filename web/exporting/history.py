"""Histories as a table: one entry a row, with both times, source, reason, and the values before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from application.asking import KnownAt
from application.bitim import Bitim
from application.exchange.exporting.tables import Table
from application.paging import LONGEST_PAGE
from web.called import names_in_history
from web.exporting.asking import question_shown
from web.wording import history, values
from web.wording.language import gettext as _
from web.wording.names import Names

Entry = Mapping[str, Any]


def history_table(bitim: Bitim, memorandum_ids: Sequence[UUID], known_at: KnownAt) -> Table:
    """The entries of these memorandums, one after the other.

    Args:
        bitim: the register.
        memorandum_ids: whose.
        known_at: an instant, so that all of them are told as known then.

    Raises:
        NotFound: there is no such memorandum.
        Invalid: a time out of form.
    """
    rows, references = [], []
    for memorandum_id in memorandum_ids:
        document = bitim.register.get(memorandum_id, known_at=known_at)
        references.append(document["reference"] or str(memorandum_id))
        entries = list(_entries(bitim.history.of, memorandum_id, known_at))
        names = names_in_history(bitim, document["editions"], entries, known_at=known_at)
        rows += [(references[-1], *_cells(entry, names)) for entry in entries]
    question = {"known_at": str(known_at), "memorandums": references}
    return Table.of(question_shown(_("Histories"), question, len(rows)), _headings(_("Reference")), rows)


def case_history_table(bitim: Bitim, case_ids: Sequence[UUID], known_at: KnownAt) -> Table:
    """The entries of these mobility cases, one after the other; as for memorandums.

    Raises:
        NotFound: there is no such case.
        Invalid: a time out of form.
    """
    rows: list[tuple[str, ...]] = []
    for case_id in case_ids:
        entries = list(_entries(bitim.case_history.of, case_id, known_at))
        names = names_in_history(bitim, (), entries, known_at=known_at)
        rows += [(str(case_id), *_cells(entry, names)) for entry in entries]
    question = {"known_at": str(known_at), "cases": [str(case_id) for case_id in case_ids]}
    return Table.of(question_shown(_("Histories of mobility cases"), question, len(rows)), _headings(_("Case")), rows)


def _entries(history: Callable[..., Mapping[str, Any]], id_: UUID, known_at: KnownAt) -> Iterator[Entry]:
    after = None
    while True:
        told = history(id_, known_at=known_at, limit=LONGEST_PAGE, after=after)
        yield from told["items"]
        after = told["after"]
        if after is None:
            return


def _headings(record: str) -> tuple[str, ...]:
    return (
        record,
        _("Entry"),
        _("What happened"),
        _("Occurred on"),
        _("Certainty"),
        _("Recorded at"),
        _("By"),
        _("Source"),
        _("Passage"),
        _("Reason"),
        _("Before and after"),
        _("What came of it"),
        _("Event"),
    )


def _cells(entry: Entry, names: Names) -> Iterator[str]:
    source = entry["source"] or {}
    yield str(entry["version"])
    yield history.sentence(entry, names)
    yield entry["occurred_on"] or _("unknown")
    yield _("inferred") if entry["certainty"] == "inferred" else _("stated")
    yield entry["recorded_at"]
    yield values.person(entry["actor"])
    yield source.get("title") or ""
    yield source.get("passage") or ""
    yield entry["reason"]
    yield "\n".join(_changed(change) for change in history.changes(entry, names))
    yield "\n".join((*history.standings(entry), *history.remarks(entry, names)))
    yield entry["topic"]


def _changed(change: history.Change) -> str:
    if not change.was:
        return _("%(label)s: %(after)s", label=change.label, after=change.after)
    return _("%(label)s: %(before)s → %(after)s", label=change.label, before=change.before, after=change.after)

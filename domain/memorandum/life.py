"""What the standing of a memorandum depends on, and nothing else: its editions' dates and its legal facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.memorandum.term import Length, Term
from domain.shared.dates import Days

_NOBODY: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class EditionLife:
    """One edition: when it was drafted, concluded and made effective, and for how long.

    ``drafted`` is the day of its first draft (none if it is only known from paper), ``concluded`` the days on which the
    last party may have signed (none while one has not), ``effective`` the first day in force as stated. ``amends`` and
    ``follows`` name other editions; ``version`` is its place in the stream. ``drafted_first``: a party signed the draft
    in the way planned here, so that it cannot be younger. ``parties`` are the ids of ours and of the others.
    ``concluding`` is the version of the act that concluded it: facts of the same day come before or after by theirs.
    """

    edition_id: str
    version: int
    term: Term
    amends: str | None = None
    follows: str | None = None
    drafted: Days | None = None
    concluded: Days | None = None
    effective: Days | None = None
    drafted_first: bool = False
    parties: tuple[frozenset[str], frozenset[str]] = _NOBODY
    concluding: int = 0

    @property
    def begins(self) -> bool:
        """Whether the memorandum began with it; a further edition in preparation changes no standing."""
        return self.amends is None and self.follows is None


@dataclass(frozen=True, slots=True)
class LegalFact:
    """An act upon the editions that were concluded by its day.

    ``kind``: objection, suspension, resumption, notice, termination, supersession or withdrawal. ``day`` is the day of
    the act, ``effect`` the stated day of effect (a first day, or for ends the first day out), ``until`` a suspension's
    own last day, ``against`` the last day of the period that an objection names, ``length`` the length of a notice,
    ``leaving`` the party that leaves alone by it.
    """

    kind: str
    version: int
    day: Days
    effect: Days | None = None
    until: Days | None = None
    against: date | None = None
    length: Length | None = None
    leaving: str | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """The editions and legal facts of one memorandum, both in stream order."""

    editions: tuple[EditionLife, ...]
    facts: tuple[LegalFact, ...] = ()

    @property
    def telling(self) -> tuple[object, ...]:
        """What of it tells in the timeline: while two lives agree in this, so do their timelines.

        Of an edition in preparation only its draft tells, and only where the memorandum began with it.
        """
        editions = tuple(
            edition if edition.concluded is not None else (edition.edition_id, edition.version, edition.drafted)
            for edition in self.editions
            if edition.concluded is not None or edition.begins
        )
        return (editions, self.facts)

"""The standings of a memorandum drawn as a band of days: places in percent of its width.

The drawing says nothing that the list below it does not say in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.shared.dates import FIRST_DAY, LAST_DAY, parse_day
from domain.shared.period import until
from web.wording import dates, standing, values
from web.wording.language import gettext as _
from web.wording.language import ngettext
from web.wording.names import Names

Interval = Mapping[str, Any]

_MARGIN = 1.08  # of what lies between the first day drawn and the last boundary that matters
_YEARS_AHEAD = 2
_FARTHEST_AHEAD = 12
_MOST_TICKS = 9
_STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Bar:
    """Days with one standing.

    Args:
        standing: its code.
        x, width: where it is drawn, in percent.
        days, word, limit, edition: what it says.
        renewals: how many tacit renewals lie in it.
        seams: where these are drawn, in percent.
        present: whether it holds on the day asked about.
    """

    standing: str
    x: str
    width: str
    days: str
    word: str
    limit: str
    edition: str
    renewals: str
    seams: list[str]
    present: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year; every second one gives way where there is little room."""

    x: str
    year: int
    minor: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole band, with the mark of the day asked about."""

    bars: list[Bar]
    ticks: list[Tick]
    day: str
    day_said: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring intervals of one standing and edition: a term with its tacit renewals."""

    first: date
    out: date
    interval: Interval
    seams: tuple[date, ...] = ()


def draw(timeline: Sequence[Interval], day: date, names: Names) -> Drawing | None:
    """The drawing of a timeline; none where nothing had ever begun.

    Args:
        timeline: the intervals in order.
        day: the day asked about.
        names: what the editions are called.
    """
    if not timeline:
        return None
    runs = _runs(timeline)
    axis = _Axis.around(runs, day)
    return Drawing(
        bars=[_bar(run, axis, day, names) for run in runs if run.first < axis.out and run.out > axis.first],
        ticks=axis.ticks(),
        day=axis.place(day),
        day_said=dates.day(day),
    )


def _runs(timeline: Sequence[Interval]) -> list[_Run]:
    runs: list[_Run] = []
    outs = [*(parse_day(following["first"]) for following in timeline[1:]), LAST_DAY]
    for interval, out in zip(timeline, outs, strict=True):
        first = parse_day(interval["first"])
        last = runs[-1] if runs else None
        if last and _same(last.interval, interval):
            runs[-1] = replace(last, out=out, seams=(*last.seams, first))
        else:
            runs.append(_Run(first, out, interval))
    return runs


def _same(one: Interval, other: Interval) -> bool:
    keys = ("standing", "candidates", "editions")
    return all(one[key] == other[key] for key in keys)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The days that are drawn: ``[first, out)``."""

    first: date
    out: date

    @classmethod
    def around(cls, runs: Sequence[_Run], day: date) -> _Axis:
        """From the first boundary that is known to some years after the day, or the end of what runs then."""
        boundaries = [run.first for run in runs if run.first > FIRST_DAY] or [day]
        first = date(min(boundaries[0], day).year - (runs[0].first == FIRST_DAY) * 2, 1, 1)
        ahead = [boundary for run in runs for boundary in (*run.seams, run.out) if boundary > day]
        soonest = min(ahead, default=day)
        farthest = max((run.first for run in runs if run.first.year <= day.year + _FARTHEST_AHEAD), default=day)
        last = max(day, farthest, soonest if soonest.year <= day.year + _FARTHEST_AHEAD else day)
        years = round((last.year - first.year) * _MARGIN) + _YEARS_AHEAD
        return cls(first, date(min(first.year + years, LAST_DAY.year), 1, 1))

    def place(self, day: date) -> str:
        """Where a day is drawn."""
        inside = min(max(day, self.first), self.out)
        return f"{100 * (inside - self.first).days / (self.out - self.first).days:.2f}%"

    def width(self, first: date, out: date) -> str:
        """How wide a period is drawn."""
        inside = (min(out, self.out) - max(first, self.first)).days
        return f"{100 * inside / (self.out - self.first).days:.2f}%"

    def ticks(self) -> list[Tick]:
        """Years, as many as there is room for."""
        years = range(self.first.year + 1, self.out.year)
        step = next((step for step in _STEPS if len(years) / step <= _MOST_TICKS), _STEPS[-1])
        shown = [year for year in years if year % step == 0]
        return [Tick(self.place(date(year, 1, 1)), year, bool(index % 2)) for index, year in enumerate(shown)]


def _bar(run: _Run, axis: _Axis, day: date, names: Names) -> Bar:
    seams = [seam for seam in run.seams if seam < axis.out]
    last = until(run.out) if run.out < LAST_DAY else None
    editions = run.interval["editions"]
    return Bar(
        standing=run.interval["standing"],
        x=axis.place(run.first),
        width=axis.width(run.first, run.out),
        days=_until(last) if run.first == FIRST_DAY else dates.span(run.first, last),
        word=values.standing(run.interval["standing"]),
        limit=standing.limit(run.interval) if run.interval["standing"] == "undetermined" else "",
        edition=names.edition(editions[0]) if len(editions) == 1 and len(names.editions) > 1 else "",
        renewals=_renewals(seams),
        seams=[axis.place(seam) for seam in seams],
        present=run.first <= day < run.out,
    )


def _until(last: date | None) -> str:
    return _("until %(date)s", date=dates.day(last)) if last else _("on every day")


def _renewals(seams: Sequence[date]) -> str:
    if not seams:
        return ""
    return ngettext(
        "a further period from %(first)s",
        "further periods, the first from %(first)s",
        len(seams),
        first=dates.day(seams[0]),
    )

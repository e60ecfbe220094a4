"""Lists of the register.

`register.list` in process, a page of 50, by `as_of` and `known_at`, on installations that hold 1,000 and 100,000
memorandums. Each round asks each question ten times on each installation, one installation after the other; before
the rounds each is asked once. *Growth* is the time at 100,000 divided by that at 1,000 in the same round, and is told
of questions that fill the page at both sizes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from application.bitim import Bitim
from benchmarks.figures import Figure
from benchmarks.measuring import Findings, milliseconds
from benchmarks.office.cast import RAREST_COUNTRY, Cast
from benchmarks.stand import KINDS, Installation, Stand

SMALL, LARGE = 1_000, 100_000
ROUNDS, TIMES = 5, 10
GROWTH, NEXT_TO_NOTHING = 1.5, 50.0  # the aims: times, milliseconds

TODAY: dict[str, Any] = {"as_of": "2025-10-31"}
PAST: dict[str, Any] = {"as_of": "2019-03-15"}
KNOWN: dict[str, Any] = {"known_at": "2018-06-30"}

FULL: dict[str, dict[str, Any]] = {
    "everything today": TODAY,
    "everything in the past": PAST,
    "as known in the past": TODAY | KNOWN,
    "the past, as known then": {"as_of": "2018-06-30"} | KNOWN,
    "the future": {"as_of": "2030-01-01"},
    "in force": TODAY | {"standing": "in_force"},
    "expired or terminated": TODAY | {"standing": ("expired", "terminated")},
    "in preparation": TODAY | {"standing": "in_preparation"},
    "in force, as known then": PAST | {"known_at": "2019-03-15", "standing": "in_force"},
    "by stage": TODAY | {"stage": "signed"},
    "by kind": TODAY | {"kind": "memorandum_of_understanding"},
    "by country": TODAY | {"country": "CN"},
    "by area": TODAY | {"area": "joint_research"},
    "ending before": TODAY | {"ends_before": "2027-01-01", "standing": "in_force"},
    "archived too": TODAY | {"archived": None},
    "by words": TODAY | {"q": "cooperation engineering"},
}
"""Questions that fill a page at both sizes."""


SELDOM: dict[str, dict[str, Any]] = {
    "a partner with three": TODAY | {"partner": str(Cast.for_memorandums(LARGE).rarest)},
    "a country with three": TODAY | {"country": RAREST_COUNTRY},
    "a country with none": TODAY | {"country": "NZ"},
    "an owner with none": TODAY | {"owner": "nobody"},
    "a standing that none has": TODAY | {"standing": "superseded"},
    "a seldom word": TODAY | {"q": "4711"},
    "a common and a seldom word": TODAY | {"q": "programme 4711"},
    "a word that is nowhere": TODAY | {"q": "zzyzx"},
    "ending long ago": TODAY | {"standing": "in_force", "ends_before": "2001-01-01"},
    "three conditions together": TODAY | {"standing": "suspended", "kind": "letter_of_intent", "area": "cotutelle"},
    "four conditions together": TODAY
    | {"country": "CN", "stage": "approved", "kind": "framework_agreement", "area": "publications"},
    "archived and in preparation": TODAY | {"standing": "in_preparation", "archived": True},
    "a day before all of them": {"as_of": "1993-01-01", "standing": "in_force"},
    "known in the first hours": TODAY | {"known_at": "2015-01-05T06:20:00+00:00"},
    "known in the first hours, in force": TODAY | {"known_at": "2015-01-05T06:20:00+00:00", "standing": "in_force"},
}
"""Questions that find next to nothing at either size."""


def measure(stand: Stand) -> Iterator[Figure]:
    """Milliseconds for each page."""
    findings = Findings()
    with ExitStack() as stack:
        working = {place: stack.enter_context(_opened(one)) for place, one in _installations(stand)}
        deep = {place: _key_of_the_middle(bitim) for place, bitim in working.items()}
        for number in range(-1, ROUNDS):
            into = findings if number >= 0 else Findings()  # the first one fetches from the disk what is asked for
            for (kind, size), bitim in working.items():
                print(f"  round {number + 1} of {ROUNDS}: {kind}, {size:,} memorandums", flush=True)
                for name, question in {**FULL, **SELDOM, DEEP: TODAY | {"after": deep[kind, size]}}.items():
                    _ask(bitim, into, kind, f"{name} {size}", question)
    yield from _figures(findings)


def _installations(stand: Stand) -> Iterator[tuple[tuple[str, int], Installation]]:
    for size in (SMALL, LARGE):
        for one in stand.filled(size):
            yield (one.kind, size), one


@contextmanager
def _opened(installation: Installation) -> Iterator[Bitim]:
    """An installation at work; if it is not filled yet, that takes minutes."""
    print(f"  opening {installation.kind}, {installation.count:,} memorandums", flush=True)
    with installation.opened() as bitim:
        yield bitim


DEEP = "everything today, the middle page"


def _ask(bitim: Bitim, findings: Findings, kind: str, name: str, question: dict[str, Any]) -> None:
    findings.add(name, kind, milliseconds(lambda: bitim.register.list(**question), TIMES))


def _key_of_the_middle(bitim: Bitim) -> str:
    """The key of the page in the middle of the list, found by turning pages."""
    total = bitim.register.summary(**TODAY)["total"]
    key = None
    for _ in range(max(1, total // 2 // 500)):
        key = bitim.register.list(**TODAY, limit=min(500, total // 2), after=key)["after"]
    return str(key)


def _figures(findings: Findings) -> Iterator[Figure]:
    for name in (*FULL, DEEP):
        for kind in KINDS:
            small, large = findings.of(f"{name} {SMALL}", kind), findings.of(f"{name} {LARGE}", kind)
            for ours, theirs in zip(large, small, strict=True):
                findings.add(f"{name} growth", kind, ours / theirs)
        for size in (SMALL, LARGE):
            yield from findings.figures(f"{name} {size}", f"{name}, at {size:,}", "ms")
        yield from findings.figures(f"{name} growth", f"{name}, growth", "times", at_most=GROWTH)
    for name in SELDOM:
        yield from findings.figures(f"{name} {LARGE}", f"{name}, at {LARGE:,}", "ms", at_most=NEXT_TO_NOTHING)

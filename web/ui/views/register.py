"""The register: every memorandum with its standing on a day, as known on another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from application.bitim import Bitim
from domain.memorandum.standing import STANDINGS
from domain.shared.codes import AREAS, COUNTRIES
from domain.shared.errors import NotFound
from web.exporting.files import File, register_file
from web.ui.asking import Question, Time
from web.ui.views.rows import Row, row
from web.wording import values
from web.wording.kinds import all_kinds

PAGE = 50
ARCHIVE = {"without": False, "only": True, "with": None}

Choice = tuple[str, str]
"""A code and its word."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many memorandums have a standing."""

    standing: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is limited to, as given, and what may be chosen."""

    given: dict[str, str]
    kinds: list[Choice]
    areas: list[Choice]
    countries: list[Choice]
    partner: str

    @property
    def further(self) -> bool:
        """Whether more is asked for than a word and a standing."""
        return bool(set(self.given) - {"q", "standing"})


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The page of the register."""

    time: Time
    filters: Filters
    counts: list[Count]
    total: int
    rows: list[Row]
    after: str | None
    continued: bool

    @property
    def empty(self) -> bool:
        """Whether the register holds nothing at all on that day."""
        return self.total == 0 and not self.filters.given


def load(bitim: Bitim, question: Question) -> RegisterView:
    """The register as the address asks for it."""
    time, given = question.time, _given(question)
    times: dict[str, Any] = {"as_of": time.as_of, "known_at": time.known_at}
    page = bitim.register.list(
        **times,
        **_filters(given, question),
        limit=PAGE,
        after=question.text("after"),
    )
    summary = bitim.register.summary(**times)
    return RegisterView(
        time=time,
        filters=Filters(
            given,
            all_kinds(),
            _choices(AREAS, values.area),
            _choices(COUNTRIES, values.country),
            _partner(bitim, given.get("partner"), times),
        ),
        counts=[
            Count(code, values.standing(code), summary["standings"][code])
            for code in STANDINGS
            if summary["standings"].get(code)
        ],
        total=summary["total"],
        rows=[row(item, time.day) for item in page["items"]],
        after=page["after"],
        continued=question.text("after") is not None,
    )


def take(bitim: Bitim, question: Question, form: str) -> File:
    """All of the register that the address asks for, as a file.

    Raises:
        Invalid: a time or condition out of form.
    """
    time = question.time
    conditions = _filters(_given(question), question)
    return register_file(bitim, form, {"as_of": time.as_of, "known_at": time.known_at, **conditions})


def _given(question: Question) -> dict[str, str]:
    names = ("q", "standing", "kind", "area", "country", "partner", "owner", "ends_before", "archive")
    return {name: value for name in names if (value := question.text(name))}


def _filters(given: Mapping[str, str], question: Question) -> dict[str, Any]:
    standing = question.one_of("standing", STANDINGS)
    archive = question.one_of("archive", tuple(ARCHIVE)) or "without"
    return {
        "q": given.get("q", ""),
        "standing": (standing,) if standing else (),
        "kind": given.get("kind"),
        "area": question.one_of("area", AREAS),
        "country": given.get("country"),
        "partner": given.get("partner"),
        "owner": given.get("owner"),
        "ends_before": question.day("ends_before"),
        "archived": ARCHIVE[archive],
    }


def _choices(codes: Any, word: Any) -> list[Choice]:
    return sorted(((code, word(code)) for code in codes), key=lambda choice: choice[1].casefold())


def _partner(bitim: Bitim, partner_id: str | None, times: Mapping[str, Any]) -> str:
    """The name of the partner that the list is limited to."""
    if partner_id is None:
        return ""
    try:
        return str(bitim.partner_directory.names([partner_id], **times)[partner_id])
    except (NotFound, KeyError):
        return partner_id

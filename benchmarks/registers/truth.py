"""What is true of made-up agreements, before anybody has written it down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from domain.memorandum.term import Length, add

TOWNS = """
Osh Graz Kyoto Lyon Milan Porto Seoul Vienna Almaty Bishkek Dushanbe Fergana Samarkand Urgench Navoi Termez Nukus Baku
Tbilisi Yerevan Ankara Izmir Konya Sofia Varna Plovdiv Riga Vilnius Tartu Krakow Gdansk Poznan Brno Ostrava Szeged Pecs
Zagreb Split Ljubljana Maribor
""".split()
BRANCHES = """
State Technical Medical National Agrarian Pedagogical Economic Polytechnic Private Law Arts Sports Music Mining Water
Energy Transport Maritime Open Digital Civil Chemical Textile Aviation
""".split()
COUNTRIES = ("Japan", "Austria", "Kazakhstan", "Poland", "Italy", "China", "Germany", "Turkey")
_BEGAN, _DAYS = date(1996, 1, 8), 10_500


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement.

    Args:
        partner: its name.
        country: in English.
        signed_on: the day.
        term: as it is registered; none, if nobody knows it.
        periods: how many times the length of its term ran.
    """

    partner: str
    country: str
    signed_on: date
    term: dict[str, Any] | None
    periods: int = 1

    @property
    def end(self) -> date:
        """The last day of its last period, if it is of a length."""
        length = Length(**(self.term or {})["length"])
        return add(self.signed_on, length.times(self.periods)) - timedelta(days=1)


def agreements(seed: str, count: int) -> Iterator[Agreement]:
    """So many agreements, the same for the same seed; no partner signs two on one day."""
    random = Random(seed)
    seen: set[tuple[str, date]] = set()
    while len(seen) < count:
        partner = f"{random.choice(TOWNS)} {random.choice(BRANCHES)} University"
        signed_on = _BEGAN + timedelta(days=random.randrange(_DAYS))
        if (partner, signed_on) in seen:
            continue
        seen.add((partner, signed_on))
        country = COUNTRIES[sum(map(ord, partner)) % len(COUNTRIES)]
        years = {"count": random.choice((1, 2, 3, 5)), "unit": "years"}
        kind = random.choices(("fixed", "tacit", "perpetual", "unknown", "renewed"), (60, 14, 10, 10, 6))[0]
        if kind == "perpetual":
            yield Agreement(partner, country, signed_on, {"kind": "perpetual"})
        elif kind == "unknown":
            yield Agreement(partner, country, signed_on, None)
        elif kind == "tacit":
            yield Agreement(partner, country, signed_on, {"kind": "tacit", "length": years})
        else:
            periods = random.choice((2, 3)) if kind == "renewed" else 1
            yield Agreement(partner, country, signed_on, {"kind": "fixed", "length": years}, periods)

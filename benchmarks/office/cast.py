"""Who takes part: our institution, its partners in many countries, and the officers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from domain.partner.partner import KINDS, Partner
from domain.shared.act import Act
from domain.shared.event import Aggregate, Event
from domain.shared.moment import Moment, at

COMMON_COUNTRIES = "UZ CN KR RU KZ DE TR JP FR IT PL US GB IN MY ES LV CZ TJ KG".split()
SELDOM_COUNTRIES = "AZ BY CH EE EG FI GE HU ID IL IR LT MN NL PK PT RO RS SA SE TH TM UA VN".split()
RAREST_COUNTRY = "IS"  # of one partner, with a handful of memorandums: a filter that finds next to nothing

_PLACES = "Andes Brava Chorvoq Delta Elbe Farhod Gobi Hisor Indus Jade Karst Lena Marmara Norin Oltin Pamir".split()
_SUBJECTS = ("", "Technical ", "Agrarian ", "Medical ", "Pedagogical ", "Economic ", "Transport ", "Natural Sciences ")
_KIND_SHARES = (70, 8, 8, 1, 5, 3, 3, 2)
_MEMORANDUMS_TO_A_PARTNER = 12
_MEMORANDUMS_TO_AN_OWNER = 250
_FEWEST_PARTNERS = 40
_RENAMED = 0.03


@dataclass(frozen=True)
class Cast:
    """The parties and officers of a register of some size."""

    ours: UUID
    partners: tuple[UUID, ...]
    rarest: UUID
    owners: tuple[str, ...]

    @classmethod
    def for_memorandums(cls, count: int) -> Cast:
        """The cast of a register with so many memorandums."""
        random = Random("cast")
        ours, rarest = _id(random), _id(random)
        partners = tuple(_id(random) for _ in range(max(_FEWEST_PARTNERS, count // _MEMORANDUMS_TO_A_PARTNER)))
        owners = tuple(f"officer-{number}" for number in range(max(4, count // _MEMORANDUMS_TO_AN_OWNER)))
        return cls(ours, partners, rarest, owners)

    def partner(self, random: Random, number: int) -> UUID:
        """A partner for a memorandum: some have many memorandums, most have few."""
        if number in (3, 500, 700):
            return self.rarest
        return self.partners[int(len(self.partners) * random.random() ** 2)]

    def owner(self, random: Random) -> str:
        """An officer who is answerable for a memorandum."""
        return random.choice(self.owners)

    def entries(self, began: datetime, last: datetime) -> list[list[Event]]:
        """How the partners are entered at the beginning, and how some change their names later, command by command."""
        random = Random("partners")
        found = [
            _registered(random, self.ours, "UZ", 0, began),
            _registered(random, self.rarest, RAREST_COUNTRY, 1, began),
        ]
        for number, partner_id in enumerate(self.partners, start=2):
            countries = COMMON_COUNTRIES if random.random() < 0.9 else SELDOM_COUNTRIES
            country = countries[int(len(countries) * random.random() ** 1.5)]
            found.append(_registered(random, partner_id, country, number, began + timedelta(seconds=number)))
        return [commands for partner in found for commands in _with_renaming(random, partner, began, last)]


def entered(aggregate: Aggregate) -> list[Event]:
    """What a command has recorded in an aggregate."""
    return [event for event in aggregate.collect_events() if isinstance(event, Event)]


def _id(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)


def _registered(random: Random, partner_id: UUID, country: str, number: int, when: datetime) -> Partner:
    kind = random.choices(KINDS, _KIND_SHARES)[0]
    name = f"{random.choice(_PLACES)} {random.choice(_SUBJECTS)}University No. {number}"
    with at(Moment(when)):
        return Partner.register(
            Act("import", occurred_on=None),
            partner_id=partner_id,
            name=name,
            kind=kind,
            country=country,
            aliases=[f"{name.partition(' ')[0]}-{number}"],
        )


def _with_renaming(random: Random, partner: Partner, began: datetime, last: datetime) -> list[list[Event]]:
    commands = [entered(partner)]
    if random.random() < _RENAMED:
        when = began + random.random() * (last - began)
        with at(Moment(when)):
            partner.rename(Act("import", occurred_on=when.date().isoformat()), name=f"National {partner.name}")
        commands.append(entered(partner))
    return commands

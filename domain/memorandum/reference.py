"""References: numbers for people, unique for ever.

Each issued number is a stream of its own, whose id follows from the number. It is saved together with the memorandum,
so that no database can hold a number twice.
"""

from __future__ import annotations

import re
from typing import Self
from uuid import UUID, uuid5

from domain.shared.act import Act
from domain.shared.errors import Invalid
from domain.shared.event import Aggregate, Created
from domain.shared.text import line

_NUMBERS = UUID("6f0b7a52-8f0c-5d0e-9a55-0b1d9c5f1a10")
_SPACES = re.compile(r"\s+")
_FORM = re.compile(r"[\w./()\- №]+")


class ReferenceIssued(Created):
    """A number was given to a memorandum."""

    TOPIC = "reference.issued"

    number: str
    memorandum_id: str

    def apply(self, aggregate: Reference) -> None:
        """Keep the number and its holder."""
        aggregate.number = self.number
        aggregate.memorandum_id = self.memorandum_id


class Reference(Aggregate):
    """One issued number."""

    TOPIC = "reference"

    def __init__(self) -> None:
        self.number = ""
        self.memorandum_id = ""

    @classmethod
    def issue(cls, act: Act, *, number: str, memorandum_id: UUID) -> Self:
        """Give a number to a memorandum.

        Raises:
            Invalid: the number is not of the form of numbers.
        """
        number = parse_number(number)
        return cls._create(
            ReferenceIssued,
            id=reference_id(number),
            number=number,
            memorandum_id=str(memorandum_id),
            **act.plain(),
        )


def reference_id(number: str) -> UUID:
    """The id of the stream of a number; letters' case and spaces make no difference."""
    return uuid5(_NUMBERS, _SPACES.sub("", number).casefold())


def parse_number(value: object) -> str:
    """A number: letters, digits, spaces and ``. / - ( ) № _``, 60 at most.

    Raises:
        Invalid: any other.
    """
    number = line(value, "reference", 60)
    if not _FORM.fullmatch(number):
        raise Invalid("reference", value, "reference")
    return number


def next_number(year: int, sequence: int) -> str:
    """The number that the office allocates when none is given: ``MOU-2024-0031``."""
    return f"MOU-{year}-{sequence:04d}"

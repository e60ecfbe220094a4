"""The moment at which every test of the domain takes place, unless it moves on."""

from collections.abc import Iterator

import pytest

from domain.shared.moment import Moment, at
from tests import given


@pytest.fixture(autouse=True)
def moment() -> Iterator[Moment]:
    with at(Moment(given.NOW)) as now:
        yield now

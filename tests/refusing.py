"""What a refusal, and a command without effect, have in common: nothing is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from domain.shared.errors import BitimError, Invalid
from domain.shared.event import Aggregate


@contextmanager
def nothing_recorded(aggregate: Aggregate) -> Iterator[None]:
    """What happens inside records no event and leaves the state as it was."""
    version, pending, state = aggregate.version, len(aggregate.pending_events), repr(aggregate)
    yield
    assert (aggregate.version, len(aggregate.pending_events)) == (version, pending)
    assert repr(aggregate) == state


@contextmanager
def refused(aggregate: Aggregate, code: str, **data: Any) -> Iterator[None]:
    """What happens inside is refused with this code and these data, and nothing is recorded."""
    with nothing_recorded(aggregate), pytest.raises(BitimError) as caught:
        yield
    told = {name: caught.value.data.get(name) for name in data}
    assert (caught.value.code, told) == (code, data)


@contextmanager
def not_accepted(aggregate: Aggregate, field: str, accepts: str | None = None) -> Iterator[None]:
    """What happens inside is refused because of this field, which would accept something else."""
    with nothing_recorded(aggregate), pytest.raises(Invalid) as caught:
        yield
    assert caught.value.field == field
    assert accepts in (None, caught.value.data["accepts"])

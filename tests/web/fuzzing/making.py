"""Making up cases of an operation, from the description alone, by schemathesis and Hypothesis."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.schemas import APIOperation, BaseSchema

BATCH = 8  # cases that are made up at once: one takes some 20 ms, and beginning to make them as long again


class Maker:
    """Makes up cases; with the same seed, and in the same order, the same ones.

    Args:
        schema: the description, as schemathesis reads it.
        chance: decides what is left to it.
    """

    def __init__(self, schema: BaseSchema, chance: random.Random) -> None:
        self._components: Mapping[str, Any] = schema.raw_schema["components"]["schemas"]
        self._chance = chance
        self._fresh: dict[tuple[str, GenerationMode], list[Case]] = defaultdict(list)
        self._right: dict[str, list[Case]] = defaultdict(list)
        self.operations: dict[str, APIOperation] = {}
        for found in schema.get_all_operations():
            operation = found.ok()
            self.operations[operation.definition.raw["operationId"]] = operation

    def right(self, name: str) -> Case:
        """A case that keeps to the description, never given before."""
        return self._next(name, GenerationMode.POSITIVE)

    def wrong(self, name: str) -> Case:
        """A case that does not keep to it; a right one, where nothing can be wrong."""
        return self._next(name, GenerationMode.NEGATIVE)

    def bare(self, name: str) -> Case:
        """A case that has nothing but what is required, in part of values that an earlier one had too."""
        if not self._right[name]:
            self._fill(name, GenerationMode.POSITIVE)
        model, raw = self._chance.choice(self._right[name]), self.operations[name].definition.raw
        names = self._required_parameters(raw)
        body = model.body
        if isinstance(body, dict):
            (content,) = raw["requestBody"]["content"].values()
            required = self._components[content["schema"]["$ref"].rpartition("/")[2]].get("required", ())
            body = {field: value for field, value in body.items() if field in required}
        return self.operations[name].Case(
            path_parameters=dict(model.path_parameters or {}),
            headers={header: value for header, value in (model.headers or {}).items() if header in names},
            query={field: value for field, value in (model.query or {}).items() if field in names},
            body=body,
            media_type=model.media_type,
        )

    def _required_parameters(self, raw: Mapping[str, Any]) -> set[str]:
        found = {entry["name"] for entry in raw.get("parameters", ()) if entry.get("required")}
        return found | {"Bitim-Account", "If-Match"}

    def _next(self, name: str, mode: GenerationMode) -> Case:
        if not self._fresh[name, mode]:
            self._fill(name, mode)
        fresh = self._fresh[name, mode]
        return fresh.pop() if fresh else self.right(name)

    def _fill(self, name: str, mode: GenerationMode) -> None:
        made = made_up(self.operations[name], mode, self._chance.getrandbits(32))
        self._chance.shuffle(made)
        self._fresh[name, mode] += made
        if mode is GenerationMode.POSITIVE:
            self._right[name] += made


def made_up(operation: APIOperation, mode: GenerationMode, number: int) -> list[Case]:
    """Some cases of an operation; none, if this mode has none."""
    found: list[Case] = []

    @seed(number)
    @settings(
        max_examples=BATCH,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def collect(case: Case) -> None:
        found.append(case)

    with suppress(Unsatisfiable):
        collect()
    return found

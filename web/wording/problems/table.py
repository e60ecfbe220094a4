"""The table of refusals, which each chapter fills."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from web.wording.names import Names

Data = Mapping[str, Any]
"""What a refusal carries."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal in words.

    Args:
        title: what is the matter, the same for every refusal with this code.
        detail: what stands against it in this case.
        accepted: what would be accepted, or what to do instead; empty where nothing helps.
    """

    title: str
    detail: str
    accepted: str


Explanation = Callable[[Data, Names], Problem]

PROBLEMS: dict[str, Explanation] = {}
"""Refusals in words, by the code of the error."""


def explains(code: str) -> Callable[[Explanation], Explanation]:
    """Let a function say what a refusal with this code means."""

    def register(explanation: Explanation) -> Explanation:
        PROBLEMS[code] = explanation
        return explanation

    return register


def shown(value: object) -> str:
    """A refused value, safe to show: what cannot be printed stands as a question mark."""
    return "".join(sign if sign.isprintable() else "?" for sign in str(value))

"""The table of sentences, which each chapter fills."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from web.wording.names import Names

Data = Mapping[str, Any]
"""The fields of an event, plain."""

Sentence = Callable[[Data, Names], str]

SENTENCES: dict[str, Sentence] = {}
"""What happened, by the topic of the event."""


def says(topic: str) -> Callable[[Sentence], Sentence]:
    """Let a function say what an event with this topic means."""

    def register(sentence: Sentence) -> Sentence:
        SENTENCES[topic] = sentence
        return sentence

    return register

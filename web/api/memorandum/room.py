"""The addresses of memorandums, and how their commands answer."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from application.done import Attached, Begun, Objected
from application.store.answers import Answer
from domain.memorandum.memorandum import Memorandum
from web.api.commanding import Answering
from web.api.rooms import Room
from web.core import bitim
from web.schemas import answers

memorandums = Room(
    "memorandums",
    description="Written instruments of cooperation, from first draft to renewal.",
)


def _begun(answer: Answer, _fields: Mapping[str, Any]) -> Begun:
    begun = bitim().store.get(Memorandum, answer.id, answer.version)
    return Begun.of(begun, reference=begun.reference)


def _attached(answer: Answer, fields: Mapping[str, Any]) -> Attached:
    return Attached(answer.id, answer.version, hashlib.sha256(fields["content"]).hexdigest())


def _objected(answer: Answer, _fields: Mapping[str, Any]) -> Objected:
    objected = bitim().store.get(Memorandum, answer.id, answer.version)
    return Objected.of(objected, late=objected.objection_is_late(answer.version, bitim().settings.zone))


BEGUN = Answering(answers.Begun, _begun, begins=Memorandum, shown_at="memorandums")
ATTACHED = Answering(answers.Attached, _attached)
OBJECTED = Answering(answers.Objected, _objected)

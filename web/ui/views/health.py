"""Whether the lists are level with the log, and which have stopped."""

from __future__ import annotations

from dataclasses import dataclass

from application.bitim import Bitim
from web.ui.asking import Question, Time
from web.wording import values
from web.wording.language import gettext as _


@dataclass(frozen=True, slots=True)
class Part:
    """One read model, and how it is."""

    name: str
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class HealthView:
    """The page of health."""

    time: Time
    well: bool
    position: str
    parts: list[Part]


def load(bitim: Bitim, question: Question) -> HealthView:
    """How each read model is.

    Raises:
        Unavailable: the log does not answer.
    """
    parts = [
        Part(_name(one.name), _state(one.halted_at, level=one.is_level), _words(one.halted_at, level=one.is_level))
        for one in bitim.projector.health()
    ]
    return HealthView(
        time=Time(None, None, question.today, question.zone),
        well=all(part.state == "level" for part in parts),
        position=values.number(bitim.store.max_position()),
        parts=parts,
    )


def _name(code: str) -> str:
    return code.replace("_", " ").capitalize()


def _state(halted_at: int | None, *, level: bool) -> str:
    if halted_at is not None:
        return "halted"
    return "level" if level else "behind"


def _words(halted_at: int | None, *, level: bool) -> str:
    if halted_at is not None:
        return _("stopped at entry %(position)s of the log", position=values.number(halted_at))
    return _("level with the log") if level else _("catching up")

"""What the kinds of memorandum are called: those of every institution, and those that ours has defined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from web.wording.language import current, mark
from web.wording.language import gettext as _

KINDS = {
    "memorandum_of_understanding": mark("Memorandum of understanding"),
    "cooperation_agreement": mark("Cooperation agreement"),
    "framework_agreement": mark("Framework agreement"),
    "specific_activity_agreement": mark("Specific-activity agreement"),
    "joint_programme_agreement": mark("Joint-programme agreement"),
    "training_agreement": mark("Training agreement"),
    "inter_institutional_agreement": mark("Inter-institutional agreement"),
    "cotutelle_agreement": mark("Cotutelle agreement"),
    "letter_of_intent": mark("Letter of intent"),
    "other": mark("Other instrument"),
}

Labels = Mapping[str, Mapping[str, str]]
"""By kind, and then by language."""

_own: ContextVar[Callable[[], Labels]] = ContextVar("own kinds", default=dict)


def define(labels: Callable[[], Labels]) -> Callable[[], None]:
    """Call the institution's own kinds by these labels from now on, until what is returned is called.

    The labels are asked for when such a kind is met.
    """
    return partial(_own.reset, _own.set(labels))


@contextmanager
def defined(labels: Callable[[], Labels]) -> Iterator[None]:
    """The same, inside the block."""
    forget = define(labels)
    try:
        yield
    finally:
        forget()


def kind(code: str) -> str:
    """A kind of memorandum; one whose labels are not at hand is called as its code reads."""
    if code in KINDS:
        return _(KINDS[code])
    labels = _own.get()().get(code) or {}
    tags = sorted(labels, key=lambda tag: (tag.split("-")[0] != current().code, tag != "en", tag))
    return labels[tags[0]] if tags else code.replace("_", " ").capitalize()


def all_kinds() -> list[tuple[str, str]]:
    """Every kind with its name: those of every institution first."""
    return [(code, kind(code)) for code in (*KINDS, *_own.get()())]

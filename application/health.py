"""How Bitim is: whether it answers, and how far its read models are behind the log."""

from __future__ import annotations

from typing import Any

from application.errors import Unavailable
from application.projecting.projector import Projector
from application.store.store import Store


def health(store: Store, projector: Projector) -> dict[str, Any]:
    """How Bitim is.

    ``ready`` says whether commands and questions are answered: the log can be read, and so can the read models. One
    that has halted does not make Bitim unready: what it shows is old, and its name stands in ``halted``. ``position``
    is that of the last event, ``lag`` how many positions the read model farthest behind is behind; there are gaps
    between positions. Both are none where they cannot be read.
    """
    try:
        models = projector.health()
        position = store.max_position()
    except Unavailable:
        return {"alive": True, "ready": False, "position": None, "lag": None, "halted": [], "read_models": []}
    lags = {model.name: max(0, position - model.position) for model in models}
    return {
        "alive": True,
        "ready": True,
        "position": position,
        "lag": max(lags.values(), default=0),
        "halted": [model.name for model in models if model.halted_at is not None],
        "read_models": [
            {
                "name": model.name,
                "revision": model.revision,
                "position": model.position,
                "lag": lags[model.name],
                "halted_at": model.halted_at,
                "reason": model.reason,
            }
            for model in models
        ],
    }

"""Why two partners may be one organisation, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from web.wording import values
from web.wording.language import gettext as _

Reason = Mapping[str, Any]


def reason(given: Reason) -> str:
    """What speaks for it."""
    return REASONS[given["code"]](given)


REASONS: dict[str, Callable[[Reason], str]] = {
    "same_identifier": lambda given: _(
        "Both have %(scheme)s %(value)s", scheme=values.scheme(given["one"]), value=given["other"]
    ),
    "same_name": lambda given: _("“%(one)s” and “%(other)s” are the same words", **_names(given)),
    "abbreviation": lambda given: _("Of “%(one)s” and “%(other)s”, one shortens the other", **_names(given)),
    "near_name": lambda given: _(
        "“%(one)s” and “%(other)s” are spelled nearly the same (%(score)d %%)", score=given["score"], **_names(given)
    ),
}


def _names(given: Reason) -> dict[str, str]:
    return {"one": given["one"], "other": given["other"]}

"""Following the links of the description: what an answer says about the request that may come next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from schemathesis import Case

EXPRESSION = re.compile(
    r"\{?\$(response\.(?:body#(?P<answered>[/\w]+)|header\.(?P<header>\w+))|request\.body#(?P<sent>[/\w]+))\}?"
)
"""Those of OpenAPI's runtime expressions that our links use."""


@dataclass(frozen=True)
class Done:
    """A request that succeeded: what was sent, and what was answered."""

    operation: str
    sent: Mapping[str, Any]
    answer: Mapping[str, Any]
    headers: Mapping[str, str]

    def resolve(self, value: Any) -> Any:
        """A value of a link, with its expressions filled in."""
        if isinstance(value, dict):
            return {name: self.resolve(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.resolve(inner) for inner in value]
        if not isinstance(value, str):
            return value
        whole = EXPRESSION.fullmatch(value)
        return self._found(whole) if whole else EXPRESSION.sub(lambda part: str(self._found(part)), value)

    def _found(self, expression: re.Match[str]) -> Any:
        if expression["header"]:
            return self.headers[expression["header"].lower()]
        found: Any = self.answer if expression["answered"] else self.sent
        for member in (expression["answered"] or expression["sent"]).strip("/").split("/"):
            found = found[int(member)] if isinstance(found, list) else (found or {}).get(member)
        return found


def follow(case: Case, link: Mapping[str, Any], done: Done, etag: str) -> None:
    """Put into a case what a link says.

    Args:
        case: of the operation to which the link leads.
        link: as the description has it.
        done: the request from whose answer it leads.
        etag: the version that the record has now: it may have moved on since.
    """
    for place, expression in link["parameters"].items():
        where, _, name = place.partition(".")
        values = case.path_parameters if where == "path" else case.headers
        values[name] = etag if name == "If-Match" else done.resolve(expression)
    if isinstance(case.body, dict):
        case.body |= done.resolve(link.get("requestBody", {}))

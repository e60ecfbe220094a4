"""What the institution has decided, as people ask for it."""

from __future__ import annotations

from typing import Any

from application.institution.decisions import institution_of
from application.store.store import Store
from domain.institution.institution import DEFAULT_ROUTE, INSTITUTION_ID


class Decisions:
    """Kinds of memorandum, review routes, and who may go beyond the places granted.

    Args:
        store: of the events.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self) -> dict[str, Any]:
        """All decisions, with the version for the next one; 0, if nothing is decided yet.

        ``review_route`` is that of every kind without one of its own in ``review_routes``.
        """
        institution = institution_of(self._store)
        routes = institution.routes if institution else {}
        return {
            "id": str(INSTITUTION_ID),
            "version": institution.version if institution else 0,
            "kinds": dict(institution.kinds) if institution else {},
            "review_routes": {kind: list(route) for kind, route in routes.items() if kind},
            "review_route": list(routes.get(None, DEFAULT_ROUTE)),
            "override_roles": list(institution.override_roles) if institution else [],
        }

"""What the institution has decided, as other commands ask for it."""

from __future__ import annotations

from application.store.store import Store
from domain.institution.institution import DEFAULT_ROUTE, INSTITUTION_ID, Institution
from domain.memorandum.content import KINDS
from domain.shared.errors import Invalid, NotFound


def institution_of(store: Store) -> Institution | None:
    """The institution, if it has decided anything yet."""
    try:
        return store.get(Institution, INSTITUTION_ID)
    except NotFound:
        return None


def review_route(store: Store, kind: str) -> tuple[str, ...]:
    """The roles that must clear a memorandum of this kind, in order."""
    institution = institution_of(store)
    return institution.review_route(kind) if institution else DEFAULT_ROUTE


def override_roles(store: Store) -> tuple[str, ...]:
    """The roles that may nominate beyond the places that a memorandum grants."""
    institution = institution_of(store)
    return institution.override_roles if institution else ()


def require_kind(store: Store, kind: str, field: str) -> None:
    """Refuse a kind of memorandum that neither every institution has nor ours has defined.

    Raises:
        Invalid: names the kinds there are.
    """
    if kind in KINDS:
        return
    institution = institution_of(store)
    own = tuple(institution.kinds) if institution else ()
    if kind not in own:
        raise Invalid(field, kind, "one_of", values=(*KINDS, *own))

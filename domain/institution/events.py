"""What an institution decides about its memorandums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.shared.event import Created, Event

if TYPE_CHECKING:
    from domain.institution.institution import Institution


class InstitutionOpened(Created):
    """The record of the institution was begun."""

    TOPIC = "institution.opened"


class InstitutionKindDefined(Event):
    """A kind of memorandum of its own was defined, or labelled anew; ``labels`` are by language."""

    TOPIC = "institution.kind_defined"

    kind: str
    labels: dict[str, str]

    def apply(self, aggregate: Institution) -> None:
        """Know the kind."""
        aggregate.kinds = {**aggregate.kinds, self.kind: self.labels}


class InstitutionReviewRouteSet(Event):
    """The roles that must clear memorandums of a kind were set; no ``kind``: of those without a route of their own."""

    TOPIC = "institution.review_route_set"

    kind: str | None
    route: list[str]

    def apply(self, aggregate: Institution) -> None:
        """Take the route from now on."""
        aggregate.routes = {**aggregate.routes, self.kind: tuple(self.route)}


class InstitutionOverridesPermitted(Event):
    """The roles that may nominate beyond the places that a memorandum grants were named."""

    TOPIC = "institution.overrides_permitted"

    roles: list[str]

    def apply(self, aggregate: Institution) -> None:
        """Permit it to these alone from now on."""
        aggregate.override_roles = tuple(self.roles)


class InstitutionUniversitiesLoaded(Event):
    """A list of universities was loaded, in which partners are looked up from now on; its bytes are a document.

    ``size`` is how many universities it has.
    """

    TOPIC = "institution.universities_loaded"

    filename: str
    sha256: str
    size: int

    def apply(self, aggregate: Institution) -> None:
        """Look up in this list."""
        aggregate.universities = {"filename": self.filename, "sha256": self.sha256, "size": self.size}

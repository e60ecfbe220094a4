"""A sentence for each event, by the event's topic."""

from web.wording.events import (
    correcting,
    drafting,
    ending,
    imported_file,
    institution,
    keeping,
    mobility,
    paper,
    partner,
    renewing,
    request,
    signing,
)
from web.wording.events.table import SENTENCES

__all__ = [
    "SENTENCES",
    "correcting",
    "drafting",
    "ending",
    "imported_file",
    "institution",
    "keeping",
    "mobility",
    "paper",
    "partner",
    "renewing",
    "request",
    "signing",
]

"""All read models, and what is observed of which aggregate for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from application.adapters.ports import Clock
from application.memorandum.ready import ReadyProjection
from application.memorandum.register import observing as memorandums
from application.memorandum.register.projection import RegisterProjection
from application.mobility.caseload import tables as mobility_cases
from application.mobility.caseload.tables import CaseloadProjection
from application.partner.directory import tables as partners
from application.partner.directory.tables import DirectoryProjection
from application.projecting.projection import Observer, Projection
from application.projecting.streamwise import Reader
from application.request import requests
from application.request.requests import RequestsProjection
from application.settings import Settings
from application.store.log import open_log
from application.store.store import Store
from domain.memorandum.memorandum import Memorandum
from domain.mobility.case import MobilityCase
from domain.partner.partner import Partner
from domain.request.request import PartnershipRequest
from domain.shared.event import Aggregate

PROJECTIONS: Sequence[Projection] = (
    RegisterProjection(),
    DirectoryProjection(),
    RequestsProjection(),
    CaseloadProjection(),
    ReadyProjection(),
)


def observers(zone: ZoneInfo) -> Mapping[type[Aggregate], Observer]:
    """The observer of each class of aggregates, where days are counted in ``zone``."""
    return {
        Memorandum: memorandums.observer(zone),
        Partner: partners.observer(zone),
        PartnershipRequest: requests.observe,
        MobilityCase: mobility_cases.observer(zone),
    }


def open_reader(settings: Settings, clock: Clock) -> Reader:
    """What another process reads the log with, to help with filling the read models: all that it needs to load."""
    log = open_log(settings)
    log.check()
    store = Store(log, clock, settings.zone)
    return Reader.of(store, PROJECTIONS, observers(settings.zone))

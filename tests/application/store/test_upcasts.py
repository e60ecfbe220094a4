"""An event stored in an older form is read in today's."""

from __future__ import annotations

from typing import Any

from eventsourcing.persistence import StoredEvent

from application.store.codec import new_transcoder
from application.store.log import Log
from application.store.store import Store
from domain.shared.act import Act
from domain.shared.event import Event
from tests.application.sample import Folder


class PaperStamped(Event):
    TOPIC = "folder.paper_stamped"
    class_version = 3

    number: str
    colour: str | None

    @staticmethod
    def upcast_v1_v2(state: dict[str, Any]) -> None:
        state["colour"] = None  # nobody asked for it then

    @staticmethod
    def upcast_v2_v3(state: dict[str, Any]) -> None:
        state["number"] = str(state["number"])

    def apply(self, aggregate: Folder) -> None:
        aggregate.papers.append(f"{self.number}, {self.colour}")


def test_an_event_of_an_older_form_takes_the_steps_to_todays(store: Store, log: Log) -> None:
    with store.command() as unit:
        folder = unit.add(Folder.open("Shandong"))
    opened = vars(store.events(folder.id)[0])
    shared = {name: opened[name] for name in ("timestamp", "occurred_on", "certainty", "actor", "source", "reason")}
    forms = [{"number": 7}, {"number": 8, "colour": "blue", "class_version": 2}]
    encode = new_transcoder().encode
    log.append(
        [
            StoredEvent(folder.id, version, PaperStamped.TOPIC, encode(shared | form))
            for version, form in enumerate(forms, start=2)
        ]
    )

    assert store.get(Folder, folder.id).papers == ["7, None", "8, blue"]


def test_an_event_is_stored_with_the_number_of_its_form(store: Store, log: Log) -> None:
    with store.command() as unit:
        folder = unit.add(Folder.open("Shandong"))
        folder.trigger(PaperStamped, Act("officer-1"), number="9", colour="red")

    stored = log.select_events(folder.id)[-1]

    assert new_transcoder().decode(stored.state)["class_version"] == 3
    assert store.get(Folder, folder.id).papers == ["9, red"]

"""Two records of one organisation: the one that is shown, and those that are shown under it."""

from __future__ import annotations

from domain.partner.events import PartnerAbsorbed, PartnerMerged, PartnerRetracted
from domain.shared.act import Act
from domain.shared.codes import identifier
from domain.shared.correcting import Correcting
from domain.shared.correction import as_corrected
from domain.shared.errors import NotFound, Refused


class Merging(Correcting):
    """Merging a record into another, and declaring that wrong.

    A merge is told in both records, so that of two that would make a circle one is too late.
    """

    def _forget(self) -> None:
        self.survivor_id: str | None = None
        self.absorbed: dict[str, int] = {}

    def merge(self, act: Act, *, survivor_id: str) -> None:
        """Record that it is the organisation which another record is about; it is shown under that one from now on.

        Nothing is rewritten: both streams stay, and retracting the entry, in either record, separates them again.

        Args:
            act: who found out, from which source.
            survivor_id: the record under which it is shown; see `absorb` for what that one refuses.

        Raises:
            Refused: it is this very record, or this one has been merged already (names the record that it is under).
            Invalid: a part out of form.
        """
        survivor = identifier(survivor_id, "survivor_id")
        act.days()
        if survivor == str(self.id):
            raise Refused("merged_with_itself", partner_id=survivor)
        self._require_own(survivor)
        self.trigger(PartnerMerged, act, survivor_id=survivor)

    def absorb(self, merged: Merging, act: Act) -> None:
        """Take another record under this one.

        Raises:
            Refused: this one has been merged itself.
        """
        self._require_own(str(self.id))
        self.trigger(PartnerAbsorbed, act, merged_id=str(merged.id))

    def _require_own(self, survivor_id: str) -> None:
        if self.survivor_id is not None:
            raise Refused(
                "merged_already", partner_id=str(self.id), survivor_id=self.survivor_id, wished_id=survivor_id
            )

    def merger(self, event_version: int) -> str | None:
        """The other record of a merge that an entry tells of; none, if it tells of something else."""
        event = self.event_recorded(event_version)
        if isinstance(event, PartnerMerged):
            return event.survivor_id
        return event.merged_id if isinstance(event, PartnerAbsorbed) else None

    def merge_entry(self, other_id: str) -> int:
        """The version of the standing entry that tells of the merge with another record.

        Raises:
            NotFound: they are not merged.
        """
        for event in reversed(as_corrected(self.recorded)):
            if self.merger(event.originator_version) == other_id:
                return int(event.originator_version)
        raise NotFound("event_not_found", event_version=0, last=self.version)

    def retract(self, act: Act, *, event_version: int) -> None:
        """State that an event did not happen; see `Correcting.retract`.

        Raises:
            Refused: also, if it is the retraction of a merge: what was separated is merged by a merge.
        """
        event = self.event_recorded(event_version)
        if isinstance(event, PartnerRetracted) and self.merger(event.event_version) is not None:
            raise Refused("cannot_be_retracted", event_version=event_version, topic=event.TOPIC)
        super().retract(act, event_version=event_version)

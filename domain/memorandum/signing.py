"""Guards of signatures."""

from __future__ import annotations

from domain.memorandum.edition import Edition
from domain.memorandum.events import MemorandumSigned, MemorandumSignedOutside
from domain.memorandum.guarding import Guarding, require_source
from domain.memorandum.lifecycle import missing_approvals
from domain.shared.act import Act
from domain.shared.errors import Refused
from domain.shared.moment import current_moment
from domain.shared.text import line


class Signing(Guarding):
    """Signatures, party by party; the edition is concluded when every party has signed."""

    def sign(self, act: Act, *, edition_id: str, party_id: str, signatory: str, office: str, place: str = "") -> None:
        """Record a signature on an approved text; from the first one on the content is frozen.

        Args:
            act: who records it, and the day of the signature.
            edition_id: the edition signed.
            party_id: the party signed for.
            signatory: the person who signed.
            office: the office that the person held that day.
            place: where.

        Raises:
            Refused: approvals are missing (the reply lists them); a counterparty is not named; this person has signed
                for this party.
            Invalid: a text out of form; a day after today or before the draft.
        """
        edition = self.edition(edition_id)
        missing = [] if edition.signatures else [*_not_submitted(edition), *missing_approvals(edition)]
        if missing and not edition.withdrawn:
            raise Refused("approvals_missing", edition_id=edition_id, missing=missing)
        self.require_stage(edition, "sign")
        self.require_after_draft(edition, act)
        fields = self._signature(act, edition, party_id=party_id, signatory=signatory, office=office, place=place)
        self.trigger(MemorandumSigned, act, **fields)

    def record_outside_signature(
        self, act: Act, *, edition_id: str, party_id: str, signatory: str = "", office: str = "", place: str = ""
    ) -> None:
        """Record a signature that was given outside the planned way; it needs a source and no approvals.

        Args and errors as `sign`, but that the source may not say who signed: then ``signatory`` is empty. Besides:

        Raises:
            Invalid: no source is named.
        """
        edition = self.edition(edition_id)
        self.require_stage(edition, "record_outside_signature")
        require_source(act)
        fields = self._signature(
            act, edition, party_id=party_id, signatory=signatory, office=office, place=place, nameless=True
        )
        self.trigger(MemorandumSignedOutside, act, **fields)

    def _signature(
        self,
        act: Act,
        edition: Edition,
        *,
        party_id: str,
        signatory: str,
        office: str,
        place: str,
        nameless: bool = False,
    ) -> dict[str, str]:
        self.require_party(edition, party_id)
        unnamed = [party["party_id"] for party in edition.parties if party["partner_id"] is None]
        if unnamed:
            raise Refused("counterparty_not_named", edition_id=edition.edition_id, party_ids=unnamed)
        name = line(signatory, "signatory", 200, empty=nameless)
        for signature in edition.signatures:
            if (signature.party_id, signature.name.casefold()) == (party_id, name.casefold()):
                raise Refused("signed_already", party_id=party_id, signatory=name, version=signature.version)
        self._require_not_over(act)
        return {
            "edition_id": edition.edition_id,
            "party_id": party_id,
            "signatory": name,
            "office": line(office, "office", 200, empty=True),
            "place": line(place, "place", 200, empty=True),
            "content_hash": edition.content_hash,
        }

    def _require_not_over(self, act: Act) -> None:
        """Refuse a signature on a day on which another memorandum had taken over."""
        days = act.days()
        interval = self.timeline(current_moment().zone).on(days.earliest) if days.certain else None
        if interval is not None and interval.standing in ("superseded", "withdrawn"):
            raise Refused(
                "standing_forbids",
                command="sign",
                on=days.earliest.isoformat(),
                standing=interval.standing,
                possible_in=("in_preparation", "signed", "in_force", "suspended", "expired", "terminated"),
            )


def _not_submitted(edition: Edition) -> list[dict[str, str]]:
    return [{"approval": "submission"}] if edition.route is None else []

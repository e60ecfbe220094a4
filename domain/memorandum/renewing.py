"""Guards of further editions: renewal in an updated form, and amendment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.memorandum import content as contents
from domain.memorandum.chain import chain
from domain.memorandum.edition import Edition
from domain.memorandum.events import MemorandumAmendmentProposed, MemorandumRenewalProposed
from domain.memorandum.guarding import Guarding
from domain.memorandum.standing import timeline
from domain.memorandum.term import Term
from domain.shared.act import Act
from domain.shared.dates import parse_partial
from domain.shared.errors import Invalid, Refused
from domain.shared.moment import current_moment


class Renewing(Guarding):
    """Editions that come after the first."""

    def propose_renewal(self, act: Act, *, changes: Mapping[str, Any], follows: str | None = None) -> None:
        """Draft a renewal in an updated form: the next edition, while the old one stays in force.

        Args:
            act: who drafts it.
            changes: the parts of the content that differ from the edition it follows. The stated effective date is
                never taken over; a term with a stated end must be given anew, a length is taken over.
            follows: the edition that it renews; the one concluded last, if not given.

        Raises:
            Refused: nothing is concluded yet; another renewal is in preparation; another memorandum has taken over.
        """
        old = self.edition(follows) if follows else self._last_concluded()
        if not old.concluded or old.amends:
            raise Refused("nothing_to_renew", edition_id=old.edition_id)
        if self.working_edition is not None:
            raise Refused("renewal_in_preparation", edition_id=self.working_edition.edition_id)
        self.require_standing("propose_renewal", act.days())
        start = {**self._latest_text(old), "effective_on": None}
        if (start["term"] or {}).get("until") and "term" not in changes:
            start["term"] = None
        updated = self._updated(start, changes)
        self.trigger(MemorandumRenewalProposed, act, follows=old.edition_id, **updated)

    def propose_amendment(self, act: Act, *, amends: str, changes: Mapping[str, Any]) -> None:
        """Draft an amendment inside the term of an edition, as a full text with these parts changed.

        It takes effect within the life of its edition as it is after the amendment.

        Raises:
            Refused: the edition is not concluded; nothing would change.
            Invalid: the stated effective date lies outside the edition's life.
        """
        base = self.edition(amends)
        if base.amends:
            base = self.edition(base.amends)
        self.require_stage(base, "propose_amendment")
        self.require_standing("propose_amendment", act.days())
        start = {**self._latest_text(base), "effective_on": None}
        updated = self._updated(start, changes)
        if updated == start:
            raise Refused("nothing_changed", edition_id=base.edition_id)
        self._require_within_life(base, updated, act)
        self.trigger(MemorandumAmendmentProposed, act, amends=base.edition_id, **updated)

    def _updated(self, start: contents.Content, changes: Mapping[str, Any]) -> contents.Content:
        """The full text after the changes; parts that were never known must be settled or empty."""
        known = {part: value for part, value in start.items() if value is not None}
        return contents.content({**known, **changes}, self.parties_known())

    def _last_concluded(self) -> Edition:
        concluded = [edition for edition in self.living_editions if edition.concluded and not edition.amends]
        if not concluded:
            raise Refused("nothing_to_renew", edition_id=None)
        numbers = self.numbers(current_moment().zone)
        return max(concluded, key=lambda edition: int(numbers[edition.edition_id]))

    def _latest_text(self, base: Edition) -> contents.Content:
        """The content of the last concluded amendment of an edition, or of the edition itself."""
        amended = [e for e in self.living_editions if e.amends == base.edition_id and e.concluded]
        return (amended[-1] if amended else base).content

    def _require_within_life(self, base: Edition, updated: contents.Content, act: Act) -> None:
        """Refuse a stated day of effect on which the edition, as it would be with the amendment, does not run."""
        if updated["effective_on"] is None:
            return
        begins, zone = parse_partial(updated["effective_on"]), current_moment().zone
        amendment = replace(
            base.life(zone),
            edition_id="proposed",
            version=self.version + 1,
            term=Term.stored(updated["term"]),
            amends=base.edition_id,
            concluded=act.days(),
            effective=begins,
        )
        life = self.life(zone)
        links = chain(
            (*life.editions, amendment),
            {**self.numbers(zone), "proposed": "0.0"},
            timeline(replace(life, editions=(*life.editions, amendment))),
        )
        runs = next(link for link in links if link.edition_id == base.edition_id)
        if runs.effective and begins.latest < runs.effective.earliest:
            raise Invalid(
                "effective_on", updated["effective_on"], "not_before", day=runs.effective.earliest.isoformat()
            )
        if runs.until and begins.earliest > runs.until.latest:
            raise Invalid("effective_on", updated["effective_on"], "not_after", day=runs.until.latest.isoformat())

"""Guards of what came of a stay: certificate, recognition, a cotutelle's degree, and the money."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.mobility.details import MOST_FUNDING, one_funding
from domain.mobility.events import (
    MobilityCertified,
    MobilityDefended,
    MobilityDegreeAwarded,
    MobilityEnrolled,
    MobilityFunded,
    MobilityRecognised,
)
from domain.mobility.guarding import Guarding
from domain.shared.act import Act
from domain.shared.amount import amount
from domain.shared.errors import Invalid
from domain.shared.text import line


class Recognising(Guarding):
    """Certificate, recognition, funding; enrolment, defence and degree of a cotutelle."""

    def certify(self, act: Act, *, certificate: str) -> None:
        """Record the host's certificate of the stay.

        Args:
            act: who records it, and the day of the certificate.
            certificate: what it is called, with its number.

        Raises:
            Invalid: it is empty or too long.
            Refused: the stay has not begun.
        """
        self.require_stage("certify")
        named = line(certificate, "certificate", 200)
        act.days()
        if named not in self.certificates:
            self.record(MobilityCertified, act, certificate=named)

    def recognise(self, act: Act, *, ects: str | None = None) -> None:
        """Recognise what was done there.

        Args:
            act: who records it, and the day of the recognition.
            ects: the credits, such as ``30`` or ``7.5``; none where there are none, or they are not known.

        Raises:
            Invalid: not a number of credits.
            Refused: the stay has not come to an end.
        """
        self.require_stage("recognise")
        credits_ = None if ects is None else amount(ects, "ects")
        act.days()
        if (self.stage, self.ects) != ("recognised", credits_):
            self.record(MobilityRecognised, act, ects=credits_)

    def record_funding(self, act: Act, *, funding: Mapping[str, Any]) -> None:
        """Record money for the case.

        Args:
            act: who records it, and the day of the grant.
            funding: see `domain.mobility.details.one_funding`.

        Raises:
            Invalid: a part out of form, or too much on record.
            Refused: the case was cancelled.
        """
        self.require_stage("record_funding")
        read = one_funding(funding)
        act.days()
        if read in self.funding:
            return
        if len(self.funding) >= MOST_FUNDING:
            raise Invalid("funding", read["name"], "at_most", maximum=MOST_FUNDING)
        self.record(MobilityFunded, act, funding=read)

    def enrol(self, act: Act) -> None:
        """Record that the doctoral candidate was enrolled at the second university.

        Raises:
            Refused: it is no cotutelle, or not accepted.
        """
        self.require_stage("enrol")
        self.record(MobilityEnrolled, act)

    def defend(self, act: Act) -> None:
        """Record the defence of the thesis, once for both universities.

        Raises:
            Refused: the candidate is not enrolled.
        """
        self.require_stage("defend")
        self.record(MobilityDefended, act)

    def award_degree(self, act: Act) -> None:
        """Record that the degree was awarded.

        Raises:
            Refused: the thesis was not defended.
        """
        self.require_stage("award_degree")
        self.record(MobilityDegreeAwarded, act)

"""Commands of what came of a stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from application.done import Done
from application.mobility.commands.base import Commands
from domain.shared.act import Act


class Recognising(Commands):
    """Certificate, recognition, funding; enrolment, defence and degree of a cotutelle."""

    def certify(self, case_id: UUID, act: Act, expected_version: int | None = None, *, certificate: str) -> Done:
        """Record the host's certificate; see `MobilityCase.certify`."""
        with self._change(case_id, expected_version) as case:
            case.certify(act, certificate=certificate)
        return Done.of(case)

    def recognise(
        self, case_id: UUID, act: Act, expected_version: int | None = None, *, ects: str | None = None
    ) -> Done:
        """Recognise what was done there; see `MobilityCase.recognise`."""
        with self._change(case_id, expected_version) as case:
            case.recognise(act, ects=ects)
        return Done.of(case)

    def record_funding(
        self, case_id: UUID, act: Act, expected_version: int | None = None, *, funding: Mapping[str, Any]
    ) -> Done:
        """Record money for the case; see `MobilityCase.record_funding`."""
        with self._change(case_id, expected_version) as case:
            case.record_funding(act, funding=funding)
        return Done.of(case)

    def enrol(self, case_id: UUID, act: Act, expected_version: int | None = None) -> Done:
        """Record the enrolment at the second university; see `MobilityCase.enrol`."""
        with self._change(case_id, expected_version) as case:
            case.enrol(act)
        return Done.of(case)

    def defend(self, case_id: UUID, act: Act, expected_version: int | None = None) -> Done:
        """Record the defence; see `MobilityCase.defend`."""
        with self._change(case_id, expected_version) as case:
            case.defend(act)
        return Done.of(case)

    def award_degree(self, case_id: UUID, act: Act, expected_version: int | None = None) -> Done:
        """Record that the degree was awarded; see `MobilityCase.award_degree`."""
        with self._change(case_id, expected_version) as case:
            case.award_degree(act)
        return Done.of(case)

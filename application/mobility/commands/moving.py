"""Commands of the stay itself."""

from __future__ import annotations

from uuid import UUID

from application.done import Done
from application.mobility.commands.base import Commands
from domain.shared.act import Act


class Moving(Commands):
    """Change of dates, start, completion, interruption."""

    def change_dates(
        self,
        case_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        planned_from: str | None = None,
        planned_until: str | None = None,
    ) -> Done:
        """Plan other days; see `MobilityCase.change_dates`."""
        with self._change(case_id, expected_version) as case:
            case.change_dates(act, planned_from=planned_from, planned_until=planned_until)
        return Done.of(case)

    def start(
        self, case_id: UUID, act: Act, expected_version: int | None = None, *, actual_from: str | None = None
    ) -> Done:
        """Record that the person arrived; see `MobilityCase.start`."""
        with self._change(case_id, expected_version) as case:
            case.start(act, actual_from=actual_from)
        return Done.of(case)

    def complete(
        self, case_id: UUID, act: Act, expected_version: int | None = None, *, actual_until: str | None = None
    ) -> Done:
        """Record that the stay came to its end; see `MobilityCase.complete`."""
        with self._change(case_id, expected_version) as case:
            case.complete(act, actual_until=actual_until)
        return Done.of(case)

    def interrupt(
        self,
        case_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        ground: str | None = None,
        actual_until: str | None = None,
    ) -> Done:
        """Record an early return, or state its ground; see `MobilityCase.interrupt`."""
        with self._change(case_id, expected_version) as case:
            case.interrupt(act, ground=ground, actual_until=actual_until)
        return Done.of(case)

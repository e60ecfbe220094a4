"""The caseload: every mobility case as it stood on a day, as known at an instant."""

"""Mobility cases: what can be done with them, and asked."""

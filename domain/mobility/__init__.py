"""Mobility cases: one person, one purpose, one host, one period."""

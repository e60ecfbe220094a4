"""Registers in and out, as files."""

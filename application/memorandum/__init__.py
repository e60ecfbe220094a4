"""Memorandums: what can be done with them, and what can be asked about them."""

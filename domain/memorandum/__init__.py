"""Memorandums: drafting, signing, renewal, standing."""

"""The opponent: what an office's programmer would otherwise write, and the same records for it and for Bitim."""

"""The HTTP API: everything that Bitim can do, for other systems."""

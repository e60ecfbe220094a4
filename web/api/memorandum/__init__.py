"""Memorandums over HTTP: a file a chapter, as in the domain."""

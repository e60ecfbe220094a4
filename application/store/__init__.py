"""The event store: one log for every concept, and the database of the read models."""

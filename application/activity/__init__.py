"""Activity: which memorandums in force lie dormant."""

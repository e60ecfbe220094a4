"""Activity: what has come of memorandums that are in force."""

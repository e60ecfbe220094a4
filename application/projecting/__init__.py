"""From the log to what people read: read models, and what keeps them level with the log."""

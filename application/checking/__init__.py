"""Holding the log against the rules: whether what is stored can still be read, and agrees with itself."""

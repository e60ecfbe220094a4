"""The imported file: which editions of an office’s own register were taken, and what became of each row."""

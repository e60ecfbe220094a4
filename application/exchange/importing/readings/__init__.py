"""What people write into cells, and what it says for certain; pure functions."""

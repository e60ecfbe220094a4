"""What questions are answered with. Every member named here is always there; one that has no value is null."""

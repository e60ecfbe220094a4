"""Requests for a partnership, made by staff and answered by the office."""

"""Registers as dirty as offices keep them, made with a seed, so that their true content is known."""

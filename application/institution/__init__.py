"""The institution: what it decides for itself."""

"""The institution that keeps this register: what it decides for itself."""

"""The register: which memorandums stood on a day, and how, as known at an instant."""

"""Files as they come: bytes become sheets of cells, or are refused with the reason."""

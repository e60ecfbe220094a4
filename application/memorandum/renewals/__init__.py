"""What must be renewed, what is being renewed, what lapsed, and what was renewed in an updated form."""

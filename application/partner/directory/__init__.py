"""The directory of partners: their names in time, and what else is known of them."""

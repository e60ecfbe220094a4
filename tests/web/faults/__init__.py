"""Workers of one database that are killed under load, or read what another has written."""

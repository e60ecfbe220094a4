"""What is true of agreements: rules only, with no clock, no database and no screen."""

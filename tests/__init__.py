"""What Bitim promises, said as given, when, then."""

"""What every concept shares: events, acts, dates, periods, codes and errors."""

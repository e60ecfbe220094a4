"""Taking out what Bitim holds, in files that say what was asked and can be checked afterwards."""

"""Files to be taken away: the register and histories, in the words of whoever asks for them."""

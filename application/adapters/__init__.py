"""What implements the ports: the clock, and files; only the composition root imports them."""

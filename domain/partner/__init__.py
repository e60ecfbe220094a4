"""Partners: the organisations that we deal with, ourselves among them."""

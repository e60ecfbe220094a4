"""Delivery: the HTTP API, the pages and the command line, over the use cases below."""

"""Cases made up from the description of the API, sent to the running service along the description's links."""

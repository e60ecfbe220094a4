"""The documents for whoever programs against the service: every address, the tutorial, the problems.

They are pages of our own, made on the server, without scripts and without an outside address.
"""

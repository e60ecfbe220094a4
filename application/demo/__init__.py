"""The demonstration data: what five published pages state, and a fictitious institute with some sixty memorandums.

Everything is entered by the same use cases as everything else, and so with the same guards.
"""

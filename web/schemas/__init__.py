"""What the HTTP API takes and gives, as marshmallow schemas: the form of things, checked at the door.

A schema says which fields there are and of which type. What a value may be is a rule of the domain, which refuses it
there, in the same words for everybody. Patterns and lists of codes stand in the description that machines read
(`metadata`), so that nobody has to guess; they are not checked twice.
"""

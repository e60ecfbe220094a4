"""All that people read, made from plain data where they read it: in pages, on the command line, in reports.

No sentence is stored in an event or a read model. English is the language of the code; a catalog under `locale/` turns
it into another, and `bitim.pot` there is the list of all that is said.
"""

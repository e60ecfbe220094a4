"""What commands answer."""

from __future__ import annotations

from web.schemas.act import SHA256
from web.schemas.fields import Flag, Form, Id, Number, Text


class Done(Form):
    """The record that was changed or made, and the version that it has now."""

    id = Id("Its id.", required=True)
    version = Number("Its version, as the ETag has it; the same as before, if nothing changed.", required=True)


class Begun(Done):
    """A memorandum that was begun."""

    reference = Text("The number that it was given.", required=True)


class Attached(Done):
    """A document that was attached."""

    sha256 = Text("The digest under which its bytes are kept.", required=True, pattern=SHA256)


class Objected(Done):
    """An objection that was recorded."""

    late = Flag("Whether it came too late to stop a renewal.", required=True)

"""What commands of keeping a memorandum take."""

from __future__ import annotations

from domain.memorandum.keeping import CONTACT_ROLES
from domain.shared.codes import EMAIL, LONGEST_EMAIL
from web.schemas.act import Act
from web.schemas.fields import File, Form, Id, Line, Paragraph, Text
from web.schemas.memorandum.content import EDITION, PARTY


class AssignOwner(Act):
    """An employee who becomes answerable."""

    owner = Line("The id of the employee.", required=True, minLength=1, maxLength=100, example="officer-2")


class RecordPartnerReference(Act):
    """The number under which another party keeps it."""

    party_id = Text("The party.", required=True, **PARTY)
    reference = Line("Its number.", required=True, minLength=1, maxLength=100, example="A-12/2024")


class WithdrawContact(Act):
    """A matter in which a party has no contact any more."""

    party_id = Text("The party.", required=True, **PARTY)
    role = Text("The matter.", required=True, enum=list(CONTACT_ROLES))


class NameContact(WithdrawContact):
    """An office that is to be asked in one matter; never a person."""

    office = Line("What it is called.", required=True, minLength=1, maxLength=200, example="International Office")
    email = Line("Its own address.", pattern=f"^({EMAIL})?$", maxLength=LONGEST_EMAIL, example="io@example.edu")


class AttachDocument(Act):
    """A document, which is its own source."""

    class Meta(Form.Meta):
        exclude = ("source",)

    file = File("The document: its bytes, with name and type.", required=True)
    edition_id = Text("The edition it belongs to.", required=True, **EDITION)
    label = Line("What it is: scan, minutes, annex 1.", maxLength=200)
    language = Line("The language of its text, if known.", example="en")


class Note(Act):
    """A note."""

    note = Paragraph(
        "The note.", required=True, minLength=1, maxLength=10_000, example="The coordinator asks for a copy."
    )


class PlaceUnderFramework(Act):
    """The framework agreement that it comes under."""

    framework_id = Id("The framework agreement.", required=True)

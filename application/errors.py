"""Refusals that come from running Bitim, not from the rules of agreements.

    BitimError
    ├── SettingRefused      an environment variable is wrong, missing, unknown or unsafe
    ├── Unavailable         the store or a file cannot be reached now; nothing was stored
    ├── OutcomeUnknown      the store broke off while committing: stored or not, nobody can say yet
    ├── ImportInterrupted   there was no time for all rows of a file; those that are done stay
    ├── KeyInFlight         the command sent under this key is being carried out
    │   └── AnsweredMeanwhile   another has just carried out what was sent under this key
    ├── KeyReused           something else was sent under this key before
    ├── NotMigrated         the database has no tables yet
    ├── RebuildHalted       a read model that works cannot be filled anew; the present one goes on
    ├── DocumentDamaged     the stored bytes are not those that were put in
    ├── DocumentTooLarge    a document has more bytes than the institution allows
    ├── FileRefused         a file cannot be taken as a register
    └── ExportRefused       a file is not the export of everything that it should be

Like those of `domain.shared.errors` they carry a code and data. Only `SettingRefused` carries a sentence: it
speaks to whoever starts the service, before it is known which language to speak.
"""

from __future__ import annotations

from domain.shared.errors import BitimError


class SettingRefused(BitimError):
    """A setting keeps Bitim from starting.

    Carries ``name`` (the environment variable) and ``accepts`` (what would be accepted). Never the value: it
    may hold a password.
    """

    code = "setting_refused"

    def __init__(self, name: str, accepts: str) -> None:
        super().__init__(name=name, accepts=accepts)

    def __str__(self) -> str:
        return f"{self.data['name']} is refused; accepted is {self.data['accepts']}"


class Unavailable(BitimError):
    """What holds the events, the read models or the documents does not answer; nothing was stored."""

    code = "unavailable"


class OutcomeUnknown(BitimError):
    """The commit broke off half-way: the events may be stored. Read again before doing it again."""

    code = "outcome_unknown"


class ImportInterrupted(BitimError):
    """There was no time for all rows of a file: ``done`` of ``rows`` are dealt with, and stay. Take it again."""

    code = "import_interrupted"


class KeyInFlight(BitimError):
    """The command that was sent under this key is being carried out; carries ``key``."""

    code = "key_in_flight"


class AnsweredMeanwhile(KeyInFlight):
    """Another process has just carried out a command sent under the same key; this one stored nothing."""


class KeyReused(BitimError):
    """Something else was asked for under this key before; carries ``key``."""

    code = "key_reused"


class NotMigrated(BitimError):
    """The database has no tables of Bitim's yet; `bitim migrate` makes them."""

    code = "not_migrated"


class RebuildHalted(BitimError):
    """Read models that work at present have halted while they were filled anew; carries ``halted``: name and reason."""

    code = "rebuild_halted"


class DocumentDamaged(BitimError):
    """A stored document's bytes no longer have the digest under which they were kept; carries ``sha256``."""

    code = "document_damaged"


class DocumentTooLarge(BitimError):
    """A document has more bytes than allowed; carries ``limit`` in bytes."""

    code = "document_too_large"


class FileRefused(BitimError):
    """A file cannot be taken as a register; nothing of it was.

    Carries ``reason``, a code, and where it matters ``place`` (where in the file) and ``limit``.
    """

    code = "file_refused"


class ExportRefused(BitimError):
    """A file cannot be taken in as an export of everything.

    Carries ``reason`` (a code of `exporting.checking.Break`, or ``not_everything``, ``unreadable``, ``unknown_topic``,
    ``cannot_be_folded``, ``document_altered``, ``archive_broken``), ``number`` (which event, 0 for the head) and what
    the event says of itself.
    """

    code = "export_refused"

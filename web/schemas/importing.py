"""What taking a register in asks for, and answers."""

from __future__ import annotations

from application.exchange.importing.files.sheets import MOST_BYTES
from application.exchange.importing.report import OUTCOMES
from application.exchange.importing.tables import ROW_KINDS
from domain.imported_file.questions import DECISIONS, OVERTAKEN
from web.schemas.act import Act
from web.schemas.fields import Anything, File, Flag, Form, Id, Items, Line, Number, Text
from web.schemas.shown.basics import Shown, day, instant, one_or_none, partial, several, texts


class TakeRegister(Form):
    """A register that an office keeps itself, as a file."""

    file = File(f"CSV, XLSX or JSON, {MOST_BYTES} bytes at most.", required=True)
    register = Line("Its name, the same every year.", required=True, minLength=1, maxLength=100, example="Agreements")
    ours = Id("The partner that is our institution; left out: as in the edition before.")
    owner = Line("Answers for memorandums that name nobody; left out: who sends this.", minLength=1, maxLength=100)
    kind = Text("Of memorandums whose kind the register does not tell.", example="memorandum_of_understanding")
    rehearsal = Text("Whether nothing is to be stored.", enum=["yes", "no"])
    mapping = Text("What the columns hold, in JSON, as an earlier answer had it; left out: as before, or as proposed.")
    encoding = Line("Of the file, where it cannot be told.", maxLength=50, example="cp1251")
    separator = Text("Of its cells, where it cannot be told.", minLength=1, maxLength=1, example=";")
    accept_loss = Line("Fields of which values are to be lost, with commas between them.", maxLength=200)


class RowOfReport(Form):
    """What became of a row; members that say nothing are left out."""

    sheet = Text("The sheet; empty, if the file has none.", required=True)
    row = Number("Its number in the sheet, from 1.", required=True)
    outcome = Text("What became of it.", required=True, enum=list(OUTCOMES))
    memorandum_id = Id("Of the memorandum that it made, or belongs to.")
    reference = Text("Its number.")
    merged_with = Anything("The row that made that memorandum.")
    reason = Text("Why it was rejected, or merged; a code.")
    refused = Anything("What explains it, where a rule refuses the row.")
    doubts = Items(Anything("Field, column, text, reason and candidates."), "What of it a person must decide.")
    changes = Items(Anything("Field, before, after, and why a person must decide."), "What the file says otherwise.")
    looks_renewed = Flag("Whether its term seems to have run several times.")


class Vanished(Shown):
    """A row that the edition before had."""

    sheet = Text("Its sheet then.")
    row = Number("Its number then.")
    memorandum_id = Id("Its memorandum.", allow_none=True)


class Formulas(Shown):
    """Cells of one column that hold formulas."""

    sheet = Text("The sheet.")
    column = Text("The column, by its heading.")
    rows = Items(Number("A row."), "The rows.")


class ImportReport(Shown):
    """What became of a file: every row of it, once."""

    id = Id("Under which the register is remembered, with what of it waits for a person.")
    version = Number("Of that record, as the ETag has it; 0, if there is none.")
    register = Text("The name of the register.")
    sha256 = Text("The digest of the file, under which it is kept.")
    stored = Flag("Whether anything was stored: not if nothing is new.")
    form = Text("Of the file.", enum=["csv", "xlsx", "json"])
    encoding = Text("Of its text; empty, if it is none.")
    rows_in = Number("How many rows came in, each of which is accounted for.")
    outcomes = Anything("How many rows have each outcome.")
    other_rows = Anything(f"How many rows are something else: {', '.join(ROW_KINDS)}.")
    mapping = Anything("What each column was taken to hold, with the evidence, by sheet.")
    orders = Items(Anything("What one shows."), "What columns of dates show of the order of day and month.")
    formulas = several(Formulas, "Cells of which the value was taken that a formula showed last.")
    rows = several(RowOfReport, "What became of each row, in the order of the file.")
    vanished = several(Vanished, "Rows that the edition before had.")
    looks_renewed = texts("The rows whose terms seem to have run several times: renewals only when a person says so.")


class Decide(Act):
    """A decision on what a row leaves to a person."""

    question_id = Text("Which.", required=True, pattern="^q[1-9][0-9]*$", example="q12")
    decision = Text("That it was recorded, or that nothing is to be.", required=True, enum=list(DECISIONS))


class EditionOfFile(Shown):
    """An edition of a register that was taken in."""

    filename = Text("What the file was called.")
    sha256 = Text("The digest of its bytes.")


class ImportedFile(Shown):
    """A register that was taken in."""

    id = Id("Its id.")
    name = Text("Its name.")
    version = Number("Its version, as the ETag has it.")
    editions = several(EditionOfFile, "The editions that were taken, the last one last.")
    open = Number("How many questions wait for a person.")
    looks_renewed = Number("How many of them are about rows that look renewed.")


class ImportedFileList(Shown):
    """The registers that were taken in."""

    items = several(ImportedFile, "By name.")


class DecisionShown(Shown):
    """How a question was decided."""

    code = Text("How; a later edition of the file may have overtaken it.", enum=[*DECISIONS, OVERTAKEN])
    actor = Text("The account that decided.")
    occurred_on = partial("On which day.")
    recorded_at = instant("When it was recorded.")
    reason = Text("Why.")


class Question(Shown):
    """Something of a row that only a person can decide."""

    file_id = Id("Of the register.")
    register = Text("Its name.")
    question_id = Text("What it is called there.")
    filename = Text("The edition of the file that raised it.")
    sheet = Text("The sheet; empty, if the file has none.")
    row = Number("The row in it, from 1.")
    memorandum_id = Id("The memorandum that it is about; null: the row was not taken.", allow_none=True)
    field = Text("Which part of it; row: all of it.")
    column = Text("The column.")
    text = Text("What the cell says.")
    reason = Text("Why a person must decide; a code.")
    data = Anything("What explains it, where a rule refuses the row.")
    candidates = texts("What it may mean.")
    before = Anything("What the edition before said.", allow_none=True)
    after = Anything("What this one says.", allow_none=True)
    looks_renewed = Flag("Whether its term seems to have run several times.")
    asked_at = instant("Since when it waits.")
    decision = one_or_none(DecisionShown, "How it was decided; null: it waits.")


class QuestionPage(Shown):
    """A page of questions."""

    items = several(Question, "In the order in which they were asked.")
    after = Text("The key with which the next page begins; null: this is the last one.", allow_none=True)
    as_of = day("Today.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)

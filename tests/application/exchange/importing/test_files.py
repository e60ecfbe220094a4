"""Files as they come: read as they are meant, or refused with the reason, in bounded memory and time."""

import codecs
import io
import json
import tracemalloc
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from application.errors import FileRefused
from application.exchange.importing.files.opening import read_file
from application.exchange.importing.files.sheets import MOST_BYTES, Sheet
from tests.application.exchange.importing.files import altered, spreadsheet

REGISTER = [
    ["No.", "Partner", "Signed"],
    ["1", "Osh University", "2019-05-20"],
    ["2", "Universität Graz", "2020-01-02"],
]
TEXT = "\n".join(",".join(row) for row in REGISTER)


def the_sheet(content: bytes, **told: str) -> Sheet:
    (sheet,) = read_file(content, **told).sheets
    return sheet


def cells(content: bytes, **told: str) -> list[list[str]]:
    return [list(row) for row in the_sheet(content, **told).rows]


def refused(content: bytes, **told: str) -> dict[str, object]:
    with pytest.raises(FileRefused) as caught:
        read_file(content, **told)
    return caught.value.data


def test_one_register_reads_the_same_from_every_format() -> None:
    typed = [REGISTER[0], [1, "Osh University", date(2019, 5, 20)], [2, "Universität Graz", date(2020, 1, 2)]]
    objects = [dict(zip(REGISTER[0], row, strict=True)) for row in ([1, *REGISTER[1][1:]], [2.0, *REGISTER[2][1:]])]

    assert cells(TEXT.encode()) == REGISTER
    assert cells(spreadsheet(Register=typed)) == REGISTER
    assert cells(json.dumps(objects).encode()) == REGISTER
    assert cells("\n".join(map(json.dumps, objects)).encode()) == REGISTER
    assert cells(json.dumps({"Register": objects}).encode()) == REGISTER


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_separator_is_told_by_the_rows(separator: str, end: str) -> None:
    text = end.join(separator.join(f'"{cell}"' for cell in row) for row in REGISTER)

    assert cells(text.encode()) == REGISTER
    assert cells(f"sep={separator}{end}{text}".encode()) == REGISTER


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_encodings_of_unicode_are_told_by_their_bytes(encoding: str) -> None:
    assert cells(TEXT.encode(encoding)) == REGISTER


RUSSIAN = "Страна;Вуз-партнер;Дата подписания\nКазахстан;Казахский национальный университет;20.05.2019\n" * 5


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "cp866"])
def test_an_old_encoding_is_found_out(encoding: str) -> None:
    assert cells(RUSSIAN.encode(encoding)) == [line.split(";") for line in RUSSIAN.splitlines()]


def test_an_encoding_that_a_person_names_is_taken() -> None:
    assert cells("País;México".encode("cp1252"), encoding="cp1252") == [["País", "México"]]
    assert refused("País;México".encode("cp1252"), encoding="utf-8")["reason"] == "encoding_does_not_fit"
    assert refused(b"a;b", encoding="klingon")["reason"] == "encoding_does_not_fit"


def test_every_dialect_of_the_samples_is_read_as_expected(shared_data: Path) -> None:
    samples = shared_data / "text/csv-spectrum"
    read = {}
    for path in sorted((samples / "csvs").glob("*.csv")):
        if path.stem == "location_coordinates":  # its expected reading is of other values than its text
            continue
        heading, *rows = cells(path.read_bytes())
        expected = json.loads((samples / f"json/{path.stem}.json").read_text("utf-8"))
        normal = [{name: value.replace("\r\n", "\n") for name, value in row.items()} for row in expected]
        read[path.stem] = [dict(zip(heading, [*row, *[""] * len(heading)], strict=False)) for row in rows] == normal

    assert len(read) == 11
    assert [name for name, as_expected in read.items() if not as_expected] == []
    assert cells((samples / "csvs/location_coordinates.csv").read_bytes())[1][0] == "2095257564"


def test_hostile_strings_come_through_unchanged(shared_data: Path) -> None:
    strings = json.loads((shared_data / "text/blns.json").read_text("utf-8"))
    kept = [string for string in strings if string.strip() and "\0" not in string]
    sheet = cells(json.dumps([{"a": string, "b": "x"} for string in kept]).encode())

    assert [row[0] for row in sheet[1:]] == [unicodedata.normalize("NFC", s.replace("\r\n", "\n")) for s in kept]


def test_names_of_columns_may_occur_twice() -> None:
    assert cells(b'[{"Date": "1", "Date": "2"}, {"Date": "3"}]') == [["Date", "Date"], ["1", "2"], ["3"]]
    assert cells(b"Date,Date\n1,2") == [["Date", "Date"], ["1", "2"]]


def test_a_spreadsheet_keeps_places_errors_and_merged_areas() -> None:
    package = spreadsheet(
        merged=[(1, 0, 1, 2, "Asia"), (2, 0, 3, 0, "Osh University")],
        Register=[["Partner", "Signed"], [], ["", "2019"], ["", "2020"]],
        Hidden=[[], [], ["", "far"]],
    )

    first, second = read_file(package).sheets

    assert [list(row) for row in first.rows] == [
        ["Partner", "Signed"],
        ["Asia"],
        ["Osh University", "2019"],
        ["Osh University", "2020"],
    ]
    assert first.merged == ((1, 0, 1, 2),)
    assert second.rows[2] == ("", "far")


def test_a_formula_counts_by_what_it_shows() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as workbook:
        sheet = workbook.add_worksheet("A")
        sheet.write_formula(0, 0, "=1+1", None, 2)
        sheet.write_formula(0, 1, "=B9", None, "#REF!")

    assert cells(made.getvalue()) == [["2", "#REF!"]]
    assert cells(b"=cmd|' /C calc'!A0,+1\n-2,@x") == [["=cmd|' /C calc'!A0", "+1"], ["-2", "@x"]]


PACKAGE = spreadsheet(Register=REGISTER)
SHEET_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
BOMB = b" " * 70_000_000
WORKBOOK_OF_1904 = (
    b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><workbookPr date1904="1"/></workbook>'
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"x" * (MOST_BYTES + 1), "too_large"),
        (b"%PDF-1.7 ...", "no_register"),
        (b"\x1f\x8b\x08...", "no_register"),
        (b'a,b\n1,"2', "truncated"),
        (b'a,b\n"1"2,3', "quotation_broken"),
        (b"a,b\n1,\0", "holds_nul"),
        ("Вуз".encode()[:-1], "truncated"),
        ("Вуз\n".encode() * 5 + "Вуз\n".encode("cp1251") * 5, "encodings_mixed"),
        (codecs.BOM_UTF16_LE + b"abc", "encoding_does_not_fit"),
        (b'[{"a": 1}, {"a"', "json_broken"),
        (b'[{"a": [1]}]', "json_of_another_form"),
        (b"[" * 100_000, "json_of_another_form"),
        (b"a," * 600, "too_many_columns"),
        (b'"' + b"x" * 40_000 + b'"', "cell_too_long"),
        (b"\n".join([b"1," * 99 + b"1"] * 4_001), "too_many_cells"),
        (PACKAGE[: len(PACKAGE) // 2], "truncated"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"...", "old_spreadsheet"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (altered(PACKAGE, **{"vbaProject.bin": b"Sub AutoOpen()"}), "macros"),
        (altered(PACKAGE, workbook=WORKBOOK_OF_1904), "days_from_1904"),
        (altered(PACKAGE, sheet1=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "spreadsheet_broken"),
        (altered(PACKAGE, sheet1=SHEET_HEAD + FAR), "too_many_cells"),
        (altered(PACKAGE, sheet1=b"<worksheet>"), "spreadsheet_broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_with_certainty_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    assert refused(content)["reason"] == reason


def test_a_bomb_is_refused_while_it_unpacks_and_fills_no_memory() -> None:
    bomb = altered(PACKAGE, sheet1=SHEET_HEAD + BOMB)
    tracemalloc.start()

    reason = refused(bomb)["reason"]

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(bomb) < 1_000_000
    assert reason == "unpacks_to_too_much"
    assert most < 10_000_000


def test_a_long_string_that_many_cells_share_is_counted_for_each() -> None:
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
    shared = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, 1001))

    package = altered(
        PACKAGE,
        sheet1=SHEET_HEAD + shared + b"</sheetData></worksheet>",
        sharedStrings=strings % (b"x" * 30_000),
    )

    assert refused(package)["reason"] == "too_many_characters"


def test_a_package_without_a_workbook_is_no_register() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("word/document.xml", "<a/>")

    assert refused(made.getvalue())["reason"] == "no_register"

"""The register and histories, taken away from their pages."""

import io

import pytest

from application.bitim import Bitim
from application.exchange.exporting.checking import check_export
from tests import given
from tests.application.office import keep
from tests.web.ui.reader import Reader

HISTORY = f"/memorandums/{given.MEMORANDUM}/history"


@pytest.mark.parametrize("form", ["CSV", "XLSX", "JSON Lines"])
@pytest.mark.parametrize("page", ["/?q=memorandum&as_of=2026-09-10", f"{HISTORY}?known_at=2026-09-14"])
def test_a_page_leads_to_its_file_with_the_same_question(bitim: Bitim, reader: Reader, page: str, form: str) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01", drafted_on="2026-08-01"))

    answer = reader.get(reader.open(page).links[form])

    checked = check_export(io.BytesIO(answer.data))
    assert (answer.status_code, checked.first_wrong) == (200, None)
    assert checked.entries > 0
    assert "attachment" in answer.headers["Content-Disposition"]
    asked = str(checked.question)
    assert "2026-09-10" in asked if "as_of" in page else str(given.MEMORANDUM) in asked or "MOU-2026-0031" in asked


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/register.pdf", 404),
        ("/register.csv?as_of=2026-02-30", 400),
        ("/memorandums/x/history.csv", 404),
        (f"{HISTORY}.xlsx", 404),
        ("/register.xlsx?country=XX", 400),
    ],
)
def test_what_is_not_there_or_out_of_form_is_refused(reader: Reader, path: str, status: int) -> None:
    assert reader.get(path).status_code == status

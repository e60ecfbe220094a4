"""What holds for every page: it keeps to itself, names itself, and answers in words whatever happens."""

import re
from pathlib import Path

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.office import keep
from tests.web.ui.reader import Reader
from web.app import create_app
from web.ui.headers import CONTENT_SECURITY_POLICY
from web.ui.routes import pages

UI = Path(pages.root_path)
OUTSIDE = re.compile(r"(https?:)?//[a-z0-9]", re.IGNORECASE)
OURS = re.compile(r'xmlns="http://www\.w3\.org/2000/svg"')
"""A name, which nothing fetches."""

WITHOUT_MEMORANDUM = (
    "/",
    "/renewals",
    "/forecast",
    "/follow-up",
    "/partners",
    "/partners/near-duplicates",
    "/questions",
    "/requests",
    "/health",
)
OF_A_MEMORANDUM = ("", "/history", "/editions")
WRONG = ("/nowhere", "/?as_of=x", "/memorandums/x", "/static/nothing.css")
ALL = (
    *WITHOUT_MEMORANDUM,
    *(f"/memorandums/{given.MEMORANDUM}{page}" for page in OF_A_MEMORANDUM),
    f"/partners/{given.SHANDONG}",
)


@pytest.fixture
def full(bitim: Bitim, reader: Reader) -> Reader:
    """Somebody who reads the pages of an office that has entered something."""
    keep(bitim, given.a_renewal_in_preparation, given.a_request)
    return reader


def test_every_page_keeps_to_itself(full: Reader) -> None:
    for path in (*ALL, *WRONG, "/static/ground.css"):
        headers = full.get(path).headers

        assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY, path
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["Referrer-Policy"] == "same-origin", path
        assert "Set-Cookie" not in headers, path


def test_the_policy_allows_nothing_but_our_own() -> None:
    sources = {part.split(" ", 1)[1] for part in CONTENT_SECURITY_POLICY.split("; ")}

    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'; ")
    assert sources == {"'none'", "'self'"}


def test_every_page_names_itself_and_holds_nothing_inline(full: Reader) -> None:
    for path in (*ALL, *WRONG[:3]):
        page = full.open(path)
        attributes = {name for _tag, given_ in page.tags for name in given_}

        assert page.heading.strip(), path
        assert page.title.endswith("· Bitim"), path
        assert ("html", {"lang": "en"}) in page.tags, path
        assert [tag for tag, _given in page.tags].count("h1") == 1, path
        assert {tag for tag, _given in page.tags} & {"style", "script", "iframe", "object"} == set(), path
        assert {name for name in attributes if name == "style" or name.startswith("on")} == set(), path


def test_every_id_of_a_page_is_its_own(full: Reader) -> None:
    for path in ALL:
        ids = [given_["id"] for _tag, given_ in full.open(path).tags if "id" in given_]

        assert len(ids) == len(set(ids)), path


def test_no_page_and_no_file_names_an_outside_address(full: Reader) -> None:
    files = [path for folder in ("templates", "static") for path in (UI / folder).rglob("*") if path.is_file()]
    named = {str(path): OUTSIDE.findall(OURS.sub("", path.read_text("utf-8"))) for path in files}
    opened = {path: OUTSIDE.findall(full.open(path).html) for path in ALL}

    assert len(files) > 15
    assert {path: found for path, found in (named | opened).items() if found} == {}


@pytest.mark.parametrize("given_", ['<img src="https://example.org/a.png">', "url(//example.org/a)", "http://a"])
def test_an_outside_address_is_found(given_: str) -> None:
    assert OUTSIDE.search(given_)


def test_every_link_of_a_page_leads_somewhere(full: Reader) -> None:
    for path in ALL:
        page = full.open(path)
        ids = {given_.get("id") for _tag, given_ in page.tags}
        for words, link in page.links.items():
            address, _hash, anchor = link.partition("#")
            assert words, (path, link)
            if address:
                assert full.get(address).status_code == 200, (path, link)
            else:
                assert anchor in ids, (path, link)


def test_an_address_of_nothing_is_a_page_with_a_way_on(reader_of_nothing: Reader) -> None:
    page = reader_of_nothing.open("/nowhere")

    assert page.status == 404
    assert page.heading == "There is nothing at this address"
    assert page.links["To the register"] == "/"


def test_what_a_page_does_not_take_is_a_page_too(reader_of_nothing: Reader) -> None:
    answer = reader_of_nothing.client.post("/renewals", data={"days": "1"})

    assert answer.status_code == 405
    assert answer.mimetype == "text/html"
    assert "GET" in answer.headers["Allow"]


def test_a_mistake_of_ours_is_a_page_that_tells_nothing_of_it(bitim: Bitim, caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(bitim)
    app.add_url_rule("/broken", view_func=lambda: 1 / 0)

    page = Reader(app.test_client()).open("/broken")

    assert page.status == 500
    assert page.heading == "Something has gone wrong here"
    assert "division" not in page.html
    assert "ZeroDivisionError" in caplog.text


def test_an_answer_is_not_kept_and_says_its_language(reader_of_nothing: Reader) -> None:
    headers = reader_of_nothing.get("/", **{"Accept-Language": "de, fr;q=0.5"}).headers

    assert headers["Content-Language"] == "en"
    assert "Accept-Language" in headers["Vary"]
    assert headers["Cache-Control"] == "no-store"


def test_health_says_that_all_is_well(reader_of_nothing: Reader) -> None:
    page = reader_of_nothing.open("/health")

    assert page.says("All is well: every list is level with the log")
    assert page.says("Register level with the log")


def test_every_page_leads_to_what_programs_are_told(reader: Reader) -> None:
    assert reader.open("/").links["For programs"] == "/api/docs"
    assert reader.open("/api/docs").status == 200

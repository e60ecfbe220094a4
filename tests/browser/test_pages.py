"""The pages as people meet them: wide and narrow, by day and by night, with a keyboard, on paper."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import ConsoleMessage, Page

from application.bitim import Bitim
from application.demo import entering
from application.exchange.importing.rows import Settled
from tests.application.exchange.importing.registers import take
from tests.browser.serving import a_bitim, served

pytestmark = pytest.mark.browser

SCREENSHOTS = Path(__file__).parents[2] / "screenshots"
"""Git passes it over; look at it after a change."""

WIDE, NARROW = 1280, 380
LIGHTS = ("light", "dark")

EVERYWHERE = {
    "register": "/",
    "renewals": "/renewals?days=365&first=2020-01-01&last=2026-12-31",
    "forecast": "/forecast",
    "follow-up": "/follow-up",
    "dormant": "/dormant?months=6",
    "partners": "/partners",
    "cases": "/cases?overdue=yes",
    "case-counts": "/cases/counts?by=partner",
    "abroad": "/cases/abroad?as_of=2026-03-01",
    "uncovered": "/cases/uncovered",
    "balance": "/cases/balance?first=2022-09-01",
    "near-duplicates": "/partners/near-duplicates",
    "requests": "/requests",
    "questions": "/questions",
    "health": "/health",
    "nothing-there": "/nowhere",
    "refused": "/?as_of=2026-02-30",
    "another-day": "/?as_of=2022-01-01&known_at=2026-09-13",
}
OF_RECORDS = {
    "memorandum": "/memorandums/{FICT-022}",
    "memorandum-undetermined": "/memorandums/{MOU-2026-0001}",
    "memorandum-with-a-contact": "/memorandums/{FICT-020}",
    "memorandum-suspended": "/memorandums/{FICT-038}",
    "memorandum-renewed": "/memorandums/{FICT-042}",
    "history": "/memorandums/{FICT-061}/history",
    "editions": "/memorandums/{FICT-049}/editions?old=e1&new=e9",
    "then-unknown": "/memorandums/{FICT-022}?known_at=2026-09-13",
    "partner": "/partners/{partner}",
    "case": "/cases/{case}",
    "history-with-cases": "/memorandums/{with-cases}/history?order=newest",
    "memorandum-with-cases": "/memorandums/{with-cases}",
}
Barriers = Callable[[Page], list[str]]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Bitim in which nothing has been entered."""
    with a_bitim(tmp_path_factory.mktemp("empty")) as bitim, served(bitim) as address:
        yield address


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bitim]:
    """A Bitim that holds the demonstration data, and a register that leaves something to a person."""
    with a_bitim(tmp_path_factory.mktemp("full")) as bitim:
        entering.enter(bitim)
        parties = bitim.register.get(bitim.register.find("FICT-020"))["edition"]["parties"]
        (ours,) = (UUID(party["partner_id"]) for party in parties if party["ours"])
        take(bitim, settled=Settled(ours, "officer-1"))
        yield bitim


@pytest.fixture(scope="module")
def full(demonstration: Bitim) -> Iterator[str]:
    """Its address."""
    with served(demonstration) as address:
        yield address


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complains of, a refusal by the page's own policy among it; a complaint fails the test."""
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "status of 40" not in message.text:
            said.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert said == []


def look(page: Page, address: str, name: str, barriers: Barriers) -> None:
    """Look at a page in each width and light; there is no barrier, nothing is cut off, and a picture is kept."""
    SCREENSHOTS.mkdir(exist_ok=True)
    page.goto(address)
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        for light in LIGHTS:
            page.emulate_media(color_scheme=light)
            page.screenshot(path=SCREENSHOTS / f"{name}-{width}-{light}.png", full_page=True)

            assert barriers(page) == [], (name, width, light)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width, light)


@pytest.mark.parametrize("name", EVERYWHERE)
@pytest.mark.usefixtures("complaints")
def test_a_page_of_an_empty_register_is_open_to_everybody(
    page: Page, empty: str, barriers: Barriers, name: str
) -> None:
    look(page, empty + EVERYWHERE[name], f"{name}-empty", barriers)


@pytest.mark.parametrize("name", EVERYWHERE)
@pytest.mark.usefixtures("complaints")
def test_a_page_of_a_full_register_is_open_to_everybody(page: Page, full: str, barriers: Barriers, name: str) -> None:
    look(page, full + EVERYWHERE[name], f"{name}-full", barriers)


@pytest.mark.parametrize("name", OF_RECORDS)
@pytest.mark.usefixtures("complaints")
def test_a_page_of_one_record_is_open_to_everybody(
    page: Page, full: str, demonstration: Bitim, barriers: Barriers, name: str
) -> None:
    look(page, full + resolved(demonstration, OF_RECORDS[name]), name, barriers)


def resolved(bitim: Bitim, path: str) -> str:
    """The path with the ids of what it names."""
    named = path[path.index("{") + 1 : path.index("}")]
    if named == "partner":
        record_id = bitim.partner_directory.list(q="safedob", limit=1)["items"][0]["id"]
    elif named == "case":
        record_id = bitim.caseload.list(stage="recognised", limit=1)["items"][0]["id"]
    elif named == "with-cases":
        rests = bitim.coverage.uncovered(limit=500)["items"]
        record_id = next(one["memorandum_id"] for one in rests if one["memorandum_id"])
    else:
        record_id = str(bitim.register.find(named))
    return path.replace(f"{{{named}}}", record_id)


def tab_to(page: Page, selector: str) -> None:
    """Press the tabulator until the first element of this kind is reached; each one on the way shows that it is."""
    for _each in range(100):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "selector => { const at = document.activeElement; return [at === document.querySelector(selector),"
            " getComputedStyle(at).outlineStyle, at.outerHTML] }",
            selector,
        )
        assert focused[1] != "none", focused[2]
        if focused[0]:
            return
    pytest.fail(f"a keyboard does not come to {selector}")


@pytest.mark.usefixtures("complaints")
def test_a_keyboard_goes_to_a_memorandum_and_back(page: Page, full: str) -> None:
    page.goto(full)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")

    tab_to(page, ".rows tbody a")
    title = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/memorandums/*")

    assert page.locator("h1").inner_text() == title

    tab_to(page, ".tabs li:nth-child(2) a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/history")
    tab_to(page, ".crumbs a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{full}/")

    assert page.locator("h1").inner_text() == "Register"


def test_a_day_in_the_past_is_asked_for_with_the_form_and_left_with_a_link(page: Page, full: str) -> None:
    page.goto(full)
    page.get_by_label("As of").fill("2022-01-01")
    page.get_by_label("Search").fill("food")
    page.get_by_role("button", name="Show").click()

    assert "As of 1 January 2022" in page.locator(".banner").inner_text()
    assert page.locator(".rows tbody tr").count() == 1

    page.get_by_role("link", name="Back to today").click()

    assert page.locator(".banner").count() == 0


def test_paper_shows_the_record_and_not_the_controls(page: Page, full: str, demonstration: Bitim) -> None:
    page.goto(full + resolved(demonstration, OF_RECORDS["history"]))
    page.emulate_media(media="print", color_scheme="dark")
    page.screenshot(path=SCREENSHOTS / "history-paper.png", full_page=True)

    assert not page.locator(".masthead nav").is_visible()
    assert not page.locator("form").first.is_visible()
    assert page.locator(".entry").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_style_that_slips_into_a_page_is_refused_and_seen(page: Page, empty: str, complaints: list[str]) -> None:
    page.goto(empty)
    page.evaluate("document.body.setAttribute('style', 'color: red')")

    (complaint,) = complaints
    assert "Content Security Policy" in complaint
    complaints.clear()

"""Every figure that people are told is the one that was measured."""

from __future__ import annotations

import re

import pytest

from benchmarks import report
from benchmarks.figures import Figure, Result, results

A_FIGURE = re.compile(r"\d[\d.,]*\s?(?:ms|µs|events/s|requests/s|creates/s|×)(?!\w)")
DOCUMENTS = report.documents()


def told_by_hand(text: str) -> list[str]:
    """The figures of speed in a text that stand outside the marks."""
    return A_FIGURE.findall(report.MARKED.sub("", text))


def a_result(median: float = 18_000.0) -> Result:
    figure = Figure("rebuild.all", "all read models", "events/s", "sqlite", (median - 1, median, median + 1))
    return Result("rebuild", "Filling", "In process.", {}, (figure,))


def test_the_page_of_numbers_tells_what_was_measured() -> None:
    assert report.NUMBERS.read_text(encoding="utf-8") == report.page(results())


@pytest.mark.parametrize("document", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
def test_a_document_tells_figures_only_where_the_report_writes_them(document: report.Path) -> None:
    text = document.read_text(encoding="utf-8")

    assert told_by_hand(text) == []
    assert report.filled_in(text, results()) == text


def test_a_marked_figure_follows_the_measurement() -> None:
    text = "about <!-- rebuild.all, sqlite -->12 events/s<!-- end --> here"

    assert told_by_hand(text) == []
    assert "18,000 events/s" in report.filled_in(text, [a_result()])


@pytest.mark.parametrize("text", ["It takes 1.5 ms.", "20,000 events/s", "8× as fast"])
def test_a_figure_told_by_hand_is_found_out(text: str) -> None:
    assert told_by_hand(text)


def test_a_mark_without_a_measurement_is_found_out() -> None:
    with pytest.raises(KeyError):
        report.filled_in("<!-- rebuild.none, sqlite -->1 ms<!-- end -->", [a_result()])


def test_the_aim_is_held_against_the_middle_of_the_rounds() -> None:
    slow = Figure("list", "a page", "ms", "sqlite", (1.0, 60.0, 61.0), at_most=50.0)

    assert slow.reached is False
    assert "not reached" in report.verdict(slow)

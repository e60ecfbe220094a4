"""Somebody who reads pages: their words, headings, links and forms, without what a browser does with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSAID = {"style", "script", "title", "svg", "option"}
APART = {"p", "h1", "h2", "h3", "li", "td", "th", "dt", "dd", "tr", "label", "summary", "nav", "section", "div"}


@dataclass
class Page(HTMLParser):
    """A page as it was read."""

    status: int
    headers: Any
    html: str
    words: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    title: str = ""
    links: dict[str, str] = field(default_factory=dict)
    heading: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self._href: str | None = None
        self._linked: list[str] = []
        self.feed(self.html)
        assert self._open == [], f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in APART:
            self.words.append("\n")
        if tag not in EMPTY:
            self._open.append(tag)
        if tag == "a":
            self._href, self._linked = dict(attrs).get("href"), []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes another"
        if tag == "a" and self._href is not None:
            self.links[" ".join("".join(self._linked).split())] = self._href
            self._href = None

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "svg" not in self._open:
            self.title += data
        if UNSAID & set(self._open):
            return
        if "h1" in self._open:
            self.heading += data
        if self._href is not None:
            self._linked.append(data)
        self.words.append(data)

    @property
    def text(self) -> str:
        """What the page says, a line for each thing."""
        lines = (" ".join(line.split()) for line in "".join(self.words).split("\n"))
        return "\n".join(line for line in lines if line)

    def says(self, words: str) -> bool:
        """Whether it says this, wherever the lines break."""
        return " ".join(words.split()) in " ".join(self.text.split())


class Reader:
    """Asks for pages."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def open(self, path: str, **headers: str) -> Page:
        """The page at this address, read; it is one, whatever its status."""
        response = self.get(path, **headers)
        assert response.mimetype == "text/html", response.text
        return Page(response.status_code, response.headers, response.text)

    def get(self, path: str, **headers: str) -> TestResponse:
        """What is at this address."""
        return self.client.get(path, headers=headers, buffered=True)

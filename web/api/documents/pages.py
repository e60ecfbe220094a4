"""The pages of the documents, under `/api/docs`."""

from __future__ import annotations

from flask import Blueprint, Flask, render_template

from web.api.description import ABOUT, API
from web.api.documents.reading import rooms, schemas, text

TEXTS = {
    "tutorial": ("api.md", "The API, step by step"),
    "problems": ("problems.md", "Problems"),
}
"""By address: a text of `docs/`, and its title."""


def register(app: Flask, api: API) -> None:
    """Serve the documents of this API; what they show does not change while the application runs."""
    pages = Blueprint(
        "documents", __name__, url_prefix="/api/docs", template_folder="templates", static_folder="static"
    )
    document = api.document()
    shown = {"about": ABOUT, "rooms": rooms(document), "schemas": schemas(document)}
    texts = {address: {"title": title, "text": text(name)} for address, (name, title) in TEXTS.items()}

    @pages.get("")
    def index() -> str:
        """Every address, what it takes, and how it answers."""
        return render_template("documents/index.html", **shown)

    @pages.get(f"/<any({', '.join(TEXTS)}):address>")
    def read(address: str) -> str:
        """A text."""
        return render_template("documents/text.html", **texts[address])

    app.register_blueprint(pages)

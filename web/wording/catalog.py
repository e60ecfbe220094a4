"""The list of all that Bitim says: `locale/bitim.pot`, from which translators make a catalog.

`python -m web.wording.catalog` writes it anew.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from web.wording.language import CATALOGS

WEB = Path(__file__).parents[1]
TEMPLATE = CATALOGS / "bitim.pot"
MAPPING = Path(__file__).with_name("babel.cfg")
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "mark": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
"""The functions whose first text is a sentence to translate."""


def extracted() -> Catalog:
    """Every sentence in the code and the templates, in the order of the files."""
    with MAPPING.open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel's own
    catalog = Catalog(project="Bitim", fuzzy=False)
    found = extract_from_dir(WEB, methods, options, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True)
    for filename, _line, message, comments, context in sorted(found, key=lambda entry: entry[:2]):
        catalog.add(message, locations=[(f"web/{filename}", 0)], auto_comments=comments, context=context)
    return catalog


def written() -> bytes:
    """The template as it should read: without dates and line numbers, so that it changes when a sentence does."""
    file = BytesIO()
    write_po(file, extracted(), omit_header=True, include_lineno=False, width=100, sort_by_file=True)
    return file.getvalue()


def said_in(path: Path) -> set[tuple[str | None, str]]:
    """The sentences of a catalog, each with its context."""
    with path.open("rb") as file:
        return {(message.context, str(message.id)) for message in read_po(file) if message.id}


if __name__ == "__main__":
    TEMPLATE.write_bytes(written())

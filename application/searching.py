"""Finding by words: how text is folded, so that people need not know how it is spelled.

Letters' case and accents make no difference, nor do the apostrophes of Uzbek (Oʻzbekiston, O'zbekiston, O‘zbekiston),
which every keyboard writes in its own way and many leave out.
"""

from __future__ import annotations

import re
import unicodedata

from domain.shared.errors import Invalid
from domain.shared.text import line

LONGEST_QUERY = 200
MOST_WORDS = 8
_ACCENTS = re.compile("[\u0300-\u036f]")  # of Latin, Cyrillic and Greek letters, once these are decomposed
_APOSTROPHES = dict.fromkeys(map(ord, "'`´‘’ʻʼʹʽ"))


def folded(text: str) -> str:
    """The text without case, accents and apostrophes."""
    if text.isascii():
        return text.translate(_APOSTROPHES).lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold()))


def words_of(query: str, field: str = "q") -> tuple[str, ...]:
    """The folded words of a search, all of which must be found; none for an empty search.

    Raises:
        Invalid: too long, or holding signs that are not text.
    """
    words = folded(line(query, field, LONGEST_QUERY, empty=True)).split()
    if len(words) > MOST_WORDS:
        raise Invalid(field, query, "words", maximum=MOST_WORDS)
    return tuple(dict.fromkeys(words))


def pattern(word: str) -> str:
    """The LIKE pattern of what holds this word; its escape is the backslash."""
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"

"""Finding by words: how text is folded, so that people need not know how it is spelled.

Letters' case and accents make no difference, nor do the apostrophes of Uzbek (Oʻzbekiston, O'zbekiston, O‘zbekiston),
which every keyboard writes in its own way and many leave out, nor whether Uzbek is written in Latin or Cyrillic.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from domain.shared.errors import Invalid
from domain.shared.text import line

LONGEST_QUERY = 200
MOST_WORDS = 8
_ACCENTS = re.compile("[\u0300-\u036f]")  # of Latin, Cyrillic and Greek letters, once these are decomposed
_APOSTROPHES = dict.fromkeys(map(ord, "'`´‘’‛′ʻʼʹʽˈ＇"))
_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдежзийклмнопрстуфхыэқғҳў", "abvgdejziyklmnoprstufxieqgho", strict=True)),
        "ё": "yo",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ю": "yu",
        "я": "ya",
        "ъ": "",
        "ь": "",
    }
)
"""As the Uzbek alphabets answer to each other; what Russian has beside them is put to the nearest."""
_YE = re.compile(r"(?<![^\W\d_])е|(?<=[аеёиоуўыэюя])е")  # at the beginning of a word and after a vowel
_AROUND = '()[]{},;:.!?"«»„“”-–—'
SMALL_WORDS = frozenset("a an and at de del der des di do e for für et i in la le les of the und va y и".split())
"""Words that names are shortened without, in the languages of our partners."""


def folded(text: str) -> str:
    """The text without case, accents and apostrophes, in Latin letters where it was in Cyrillic ones."""
    if text.isascii():
        return text.translate(_APOSTROPHES).lower()
    return _bare(_YE.sub("ye", _composed(text)).translate(_CYRILLIC))


def folded_in_script(text: str) -> str:
    """The text without case, accents and apostrophes, in the letters in which it is written."""
    return _bare(_composed(text))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_APOSTROPHES).casefold())


def _bare(text: str) -> str:
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).translate(_APOSTROPHES)


def words_of(query: str, field: str = "q") -> tuple[str, ...]:
    """The folded words of a search, all of which must be found; none for an empty search.

    Their order makes no difference, nor do the signs around them: "Melbourne, University of" is found as well.

    Raises:
        Invalid: too long, or holding signs that are not text.
    """
    text = folded(line(query, field, LONGEST_QUERY, empty=True))
    words = [word.strip(_AROUND) or word for word in text.split()]
    if len(words) > MOST_WORDS:
        raise Invalid(field, query, "words", maximum=MOST_WORDS)
    return tuple(dict.fromkeys(words))


def initials(name: str) -> Iterator[str]:
    """What a name of three words or more may be shortened to: the first letters of all its words, or of the great ones.

    "Tashkent State University of Law" is TSUL or TSUOL.
    """
    words = [word for part in name.split() if (word := part.strip(_AROUND))]
    great = [word for word in words if word.casefold() not in SMALL_WORDS]
    if len(great) > 2:
        yield from dict.fromkeys("".join(word[0] for word in some) for some in (great, words))


def pattern(word: str) -> str:
    """The LIKE pattern of what holds this word; its escape is the backslash."""
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"

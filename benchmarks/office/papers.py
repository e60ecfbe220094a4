"""What the memorandums say: titles, texts, areas, terms and the names of those who sign."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from domain.shared.codes import AREAS

_FIELDS = ("0113", "0222", "0311", "0413", "0511", "0613", "0714", "0811", "0912", "0231")
_NAMES = ("A. Karimov", "N. Rashidova", "J. Lee", "M. Weber", "O. Petrova", "T. Yilmaz", "L. Wang", "S. Dupont")
_TOPICS = ("engineering", "agronomy", "medicine", "law", "economics", "languages", "ecology", "energy", "design")
_CLAUSES = """\
The Parties shall promote the exchange of students, teachers and researchers on the basis of equality and mutual
benefit, within the limits of the funds that each of them has at its disposal in the year concerned.

Each Party names an officer who is answerable for the carrying out of this Memorandum, keeps the list of the
activities that were agreed, and reports once a year to the heads of both Parties on what was done.

Specific activities are agreed separately and in writing. Such an agreement names the purpose, the persons, the
period, the cost and who bears it, and the academic recognition of what is achieved at the other Party.

Information that one Party receives from the other is used for the purposes of this Memorandum alone and is not passed
on to a third side without consent in writing, which is not withheld without a good reason.
""".split("\n\n")
_TERM_SHARES = {"fixed": 46, "tacit": 28, "evergreen": 8, "perpetual": 6, "unknown": 12}


def titles(random: Random) -> dict[str, str]:
    """A title in one to three languages."""
    topic = random.choice(_TOPICS)
    found = {"en": f"Memorandum of understanding on cooperation in {topic}, programme {random.randrange(10_000)}"}
    if random.random() < 0.6:
        found["uz"] = f"{topic} sohasida hamkorlik toʻgʻrisida oʻzaro anglashuv memorandumi"
    if random.random() < 0.3:
        found["ru"] = f"Меморандум о взаимопонимании в области «{topic}»"
    return found


def texts(random: Random) -> dict[str, str]:
    """The full text of some two thousand characters, for two memorandums in five; the others' is only on paper."""
    if random.random() < 0.6:
        return {}
    clauses = [f"{number}. {random.choice(_CLAUSES)}" for number in range(1, 10)]
    return {language: "\n\n".join(clauses) for language in (("en",) if random.random() < 0.5 else ("en", "uz"))}


def areas(random: Random) -> list[dict[str, Any]]:
    """One to five areas of cooperation, some of them within fields of study."""
    chosen = random.sample(AREAS[:-1], random.randint(1, 5))
    return [{"area": area, "fields": random.sample(_FIELDS, random.choice((0, 0, 0, 1, 2)))} for area in chosen]


def term(random: Random, signed: date, *, from_paper: bool) -> dict[str, Any] | None:
    """A term for a memorandum signed about this day: mostly of five years; on paper often not known at all."""
    kind = random.choices(list(_TERM_SHARES), list(_TERM_SHARES.values()))[0]
    years = random.choice((1, 2, 3, 3, 5, 5, 5, 5, 10))
    if kind == "unknown":
        return None if from_paper else {"kind": "unknown"}
    found: dict[str, Any] = {"kind": kind}
    if kind == "fixed" and random.random() < 0.3:
        found["until"] = _stated_end(random, signed.year + years, from_paper=from_paper)
    elif kind in ("fixed", "tacit"):
        found["length"] = {"count": years, "unit": "years"}
    if kind == "tacit" and random.random() < 0.9:
        found["renewal"] = {"count": min(years, random.choice((1, 3, 5))), "unit": "years"}
    if kind in ("tacit", "evergreen") and random.random() < 0.7:
        found["notice"] = {"count": random.choice((1, 3, 6)), "unit": "months"}
    return found


def _stated_end(random: Random, year: int, *, from_paper: bool) -> str:
    if from_paper and random.random() < 0.2:
        return str(year)
    return f"{year}-12-31" if random.random() < 0.5 else f"{year}-06-30"


def signature(random: Random, party_id: str) -> dict[str, str]:
    """Who signs for a party, in which office and where."""
    office = random.choice(("rector", "rector", "vice-rector", "president", "director"))
    return {"party_id": party_id, "signatory": random.choice(_NAMES), "office": office, "place": "Tashkent"}


def document(random: Random, edition_id: str) -> dict[str, Any]:
    """A scan, as it is attached to an edition."""
    return {
        "edition_id": edition_id,
        "sha256": f"{random.getrandbits(256):064x}",
        "filename": f"scan-{random.randrange(100_000)}.pdf",
        "media_type": "application/pdf",
        "size": random.randrange(80_000, 4_000_000),
        "label": "scan",
        "language": "en",
    }

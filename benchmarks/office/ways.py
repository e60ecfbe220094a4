"""The ways of a memorandum: from a draft to the signatures, from paper, and what befalls it later."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from benchmarks.office import papers
from benchmarks.office.cast import Cast
from benchmarks.office.life import BEGAN, LAST, Life, PresentReached
from domain.memorandum.memorandum import Memorandum

FROM_PAPER = 0.35
"""The share of memorandums that are entered from paper, most of them in the first months."""
_FIRST_MONTHS = timedelta(days=180)
_ROUTE = ["legal", "international"]


def life(number: int, count: int, cast: Cast) -> Life:
    """The memorandum with this number among so many, as far as its life has come by the end of the log."""
    from_paper = number < count * FROM_PAPER
    found = Life(number, cast, _entered(number, count, from_paper=from_paper))
    try:
        if from_paper:
            _register(found)
        else:
            _draft(found)
        _befall(found)
    except PresentReached:
        pass
    return found


def lives_with(length: int, cast: Cast) -> Iterator[Life]:
    """Memorandums drafted, concluded and renewed in Bitim, whose streams have exactly so many events, ten at least."""
    for number in itertools.count(length * 1_000_000):
        found = Life(number, cast, BEGAN)
        found.begin(Memorandum.draft, kind="memorandum_of_understanding", content=found.content(found.today))
        _conclude(found)
        while len(found.memorandum.recorded) < length - _MOST_OF_A_RENEWAL:
            found.random.choice((_renew, _attach_scan, _attach_scan, _note))(found.wait(1, 8))
        while len(found.memorandum.recorded) < length:
            _note(found.wait(1, 8))
        if len(found.memorandum.recorded) == length:
            yield found


_MOST_OF_A_RENEWAL = 13


def _entered(number: int, count: int, *, from_paper: bool) -> datetime:
    papers_entered = count * FROM_PAPER
    first, last = (BEGAN, BEGAN + _FIRST_MONTHS) if from_paper else (BEGAN + _FIRST_MONTHS, LAST)
    place = number / papers_entered if from_paper else (number - papers_entered) / (count - papers_entered)
    return first + timedelta(hours=2) + place * (last - first - timedelta(hours=2))


# From paper


def _register(life: Life) -> None:
    """One to three editions from the last thirty years, and what is found about them later."""
    signed = BEGAN.date() - timedelta(days=life.random.randrange(30, 20 * 365))
    editions = []
    for _ in range(life.random.choice((1, 1, 1, 2, 2, 3))):
        editions.append(_edition_from_paper(life, signed))
        signed += timedelta(days=life.random.randrange(700, 2200))
        if signed >= BEGAN.date():
            break
    if len(editions) > 1 and life.chance(0.3):
        editions[0] |= {"stub": True, "texts": None, "areas": None, "term": None}
    kind = "memorandum_of_understanding" if life.chance(0.8) else "cooperation_agreement"
    life.begin(Memorandum.register, from_paper=True, kind=kind, editions=editions)
    _attach_scan(life.wait(0.001, 0.02))
    if life.chance(0.3):
        life.wait(1, 60).enter("record_partner_reference", party_id="p2", reference=f"K-{life.random.randrange(999)}")
    if life.chance(0.3):
        life.wait(1, 200).enter("note", note="The original is kept by the chancellery.")


def _edition_from_paper(life: Life, signed: date) -> dict[str, Any]:
    signatures = [papers.signature(life.random, party_id) for party_id in ("p1", "p2")] if life.chance(0.6) else []
    return {**life.content(signed, from_paper=True), "signed_on": life.partial(signed), "signatures": signatures}


def _attach_scan(life: Life) -> None:
    life.enter("attach_document", **papers.document(life.random, _latest(life)))


def _latest(life: Life) -> str:
    return list(life.memorandum.editions)[-1]


# From a draft to the signatures


def _draft(life: Life) -> None:
    kind = "memorandum_of_understanding" if life.chance(0.75) else life.random.choice(_OTHER_KINDS)
    life.begin(Memorandum.draft, kind=kind, content=life.content(life.today))
    if life.chance(0.04):
        life.wait(5, 40).enter("withdraw", edition_id="e1")
    else:
        _conclude(life)


_OTHER_KINDS = ("framework_agreement", "specific_activity_agreement", "joint_programme_agreement", "letter_of_intent")


def _conclude(life: Life) -> None:
    """The working text goes its whole way; some rest on it for good."""
    edition_id = _latest(life)
    for _ in range(life.random.choice((0, 1, 1, 2))):
        life.wait(1, 12).enter("revise", edition_id=edition_id, changes={"titles": papers.titles(life.random)})
    life.wait(1, 10).enter("submit", edition_id=edition_id, route=_ROUTE[: life.random.choice((1, 1, 2))])
    for role in life.memorandum.editions[edition_id].route or ():
        life.wait(0.1, 9).enter("clear", edition_id=edition_id, role=role)
    life.wait(0.1, 6).enter("approve", edition_id=edition_id)
    parties = life.memorandum.editions[edition_id].parties
    for party in parties[1:]:
        life.wait(1, 25).enter("record_partner_approval", edition_id=edition_id, party_id=party["party_id"])
    for party in parties:
        signed = (life.wait(0.1, 12).today - timedelta(days=life.random.choice((0, 0, 0, 1)))).isoformat()
        fields = papers.signature(life.random, party["party_id"])
        life.enter("sign", signed, edition_id=edition_id, **fields)
    if life.chance(0.8):
        _attach_scan(life.wait(0.1, 5))


# Later


def _befall(life: Life) -> None:
    """What befalls a memorandum in its later years."""
    for share, least, most, happening in _HAPPENINGS:
        if life.chance(share):
            happening(life.wait(least, most))


def _renew(life: Life) -> None:
    signed = life.today
    changes = {"titles": papers.titles(life.random), "term": papers.term(life.random, signed, from_paper=False)}
    if life.enter("propose_renewal", changes={part: value for part, value in changes.items() if value is not None}):
        _conclude(life)


def _note(life: Life) -> None:
    life.enter("note", note="The partner asks for the plan of activities of the coming year.")


def _suspend(life: Life) -> None:
    if life.enter("suspend", reason="No activities until the visit."):
        life.wait(30, 300).enter("resume")


def _correct(life: Life) -> None:
    signing = [e for e in life.memorandum.recorded if e.TOPIC == "memorandum.signed"]
    if signing:
        version, office = signing[-1].originator_version, "first vice-rector"
        life.enter("correct", reason="As the scan shows.", event_version=version, field="office", value=office)


def _hand_over(life: Life) -> None:
    life.enter("assign_owner", owner=life.cast.owner(life.random))


def _enter(verb: str, **fields: Any) -> Callable[[Life], object]:
    return lambda life: life.enter(verb, **fields)


_HAPPENINGS: tuple[tuple[float, float, float, Callable[[Life], object]], ...] = (
    (0.35, 20, 300, _note),
    (0.10, 5, 60, _correct),
    (0.15, 30, 400, _attach_scan),
    (0.05, 30, 500, _suspend),
    (0.08, 10, 700, _hand_over),
    (0.06, 100, 900, _enter("object", party_id="p2")),
    (0.28, 200, 1500, _renew),
    (0.03, 20, 600, _enter("give_notice", party_id="p2", length={"count": 6, "unit": "months"})),
    (0.02, 20, 900, _enter("terminate", reason="By mutual consent.")),
    (0.50, 10, 600, _enter("write_down")),
    (0.05, 100, 900, _enter("archive")),
)
"""What may befall a memorandum, in this order: the share that it befalls, the fewest and the most days it takes."""

"""What commands that pause or end a memorandum take."""

from __future__ import annotations

from web.schemas.act import Act, date, day
from web.schemas.fields import Flag, Id, Part, Text
from web.schemas.memorandum.content import PARTY, NoticeLength

_FIRST_DAY = "The first day of its effect; the day of the act, if not stated."


class Object(Act):
    """An objection to a tacit renewal; ``occurred_on`` is its day."""

    party_id = Text("The party that objects.", required=True, **PARTY)
    against = day("The last day of the period that it names, if it names one.", allow_none=True)


class Suspend(Act):
    """A suspension."""

    effective_on = date(_FIRST_DAY, allow_none=True)
    until = date("Its last day; if it has none, it lasts until resumption.", allow_none=True)


class Effective(Act):
    """An act with a day of effect of its own."""

    effective_on = date(_FIRST_DAY, allow_none=True)


class Terminate(Effective):
    """An early end; ``effective_on`` is the first day no longer in force."""

    as_a_whole = Flag("Whether no mobility case may use it any more; refused, if one has.")


class GiveNotice(Effective):
    """A party's notice; ``effective_on`` is the first day out, and wins over the length."""

    party_id = Text("The party that gives it.", required=True, **PARTY)
    length = Part(NoticeLength, "After how long it takes effect; that of the term, if not stated.", allow_none=True)
    giver_only = Flag("Whether only the giver leaves, where three or more are party.")


class Supersede(Effective):
    """The memorandum that takes over."""

    by_memorandum_id = Id("The other memorandum.", required=True)

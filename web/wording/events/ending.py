"""What is said of suspension, notice and ends, and of what time has done."""

from __future__ import annotations

from web.wording import dates, terms
from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.names import Names


@says("memorandum.objected")
def _objected(data: Data, names: Names) -> str:
    party = names.party_called(data["party_id"])
    if data.get("against"):
        end = dates.day(data["against"])
        return _("%(party)s objected to the tacit renewal after %(end)s.", party=party, end=end)
    return _("%(party)s objected to the next tacit renewal.", party=party)


@says("memorandum.suspended")
def _suspended(data: Data, _names: Names) -> str:
    first, last = data.get("effective_on"), data.get("until")
    if first and last:
        return _("Suspended %(first)s until %(last)s.", first=dates.from_(first), last=dates.partial(last))
    if first:
        return _("Suspended %(first)s.", first=dates.from_(first))
    if last:
        return _("Suspended until %(last)s.", last=dates.partial(last))
    return _("Suspended until it is resumed.")


@says("memorandum.resumed")
def _resumed(data: Data, _names: Names) -> str:
    if data.get("effective_on"):
        return _("Resumed: in force again %(first)s.", first=dates.from_(data["effective_on"]))
    return _("Resumed: in force again.")


@says("memorandum.notice_given")
def _notice_given(data: Data, names: Names) -> str:
    party = names.party_called(data["party_id"])
    if data.get("effective_on"):
        day = dates.from_(data["effective_on"])
        if data.get("giver_only"):
            alone = _("%(party)s gave notice for itself alone: it is out %(day)s", party=party, day=day)
            return _("%(notice)s; the other parties go on.", notice=alone)
        said = _("%(party)s gave notice; it is no longer in force %(day)s", party=party, day=day)
    elif data.get("length"):
        said = _("%(party)s gave notice of %(length)s", party=party, length=terms.length(data["length"]))
    else:
        said = _("%(party)s gave notice, as the term provides", party=party)
    if data.get("giver_only"):
        return _("%(notice)s; the other parties go on.", notice=said)
    return _("%(notice)s.", notice=said)


@says("memorandum.terminated")
def _terminated(data: Data, _names: Names) -> str:
    if data.get("as_a_whole"):
        day = dates.from_(data["effective_on"]) if data.get("effective_on") else _("from that day")
        return _("Ended early as a whole, as no mobility case had used it: no longer in force %(day)s.", day=day)
    if data.get("effective_on"):
        return _("Ended early: no longer in force %(day)s.", day=dates.from_(data["effective_on"]))
    return _("Ended early, with effect from that day.")


@says("memorandum.superseded")
def _superseded(data: Data, names: Names) -> str:
    other = names.memorandum(data["by_memorandum_id"])
    if data.get("effective_on"):
        return _("%(other)s takes over %(day)s.", other=other, day=dates.from_(data["effective_on"]))
    return _("%(other)s takes over.", other=other)


@says("memorandum.expired")
def _expired(data: Data, names: Names) -> str:
    edition = names.edition(data["edition_id"])
    return _("The term of %(edition)s had run out: this was the first day no longer in force.", edition=edition)


@says("memorandum.tacitly_renewed")
def _tacitly_renewed(data: Data, names: Names) -> str:
    edition = names.edition(data["edition_id"])
    return _("Nobody had objected in time: %(edition)s renewed itself, and a further period began.", edition=edition)

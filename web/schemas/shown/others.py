"""Partners, requests, the institution, and how Bitim itself is."""

from __future__ import annotations

from application.partner.directory.likeness import STRENGTH
from domain.partner.identifiers import SCHEMES
from domain.partner.partner import KINDS
from web.schemas.fields import ByName, Flag, Id, Items, Number, Part, Text
from web.schemas.shown.basics import Shown, SourceShown, day, instant, one_or_none, partial, several, texts
from web.schemas.shown.memorandum import Row


class DatedName(Shown):
    """A name, and since when it is borne."""

    name = Text("The name.")
    since = partial("Since when; null also of the first one.")


class Successor(Shown):
    """An organisation that took the place of another."""

    partner_id = Id("Which.")
    on = partial("From which day.")


class Relative(Successor):
    """An organisation that took the place of another, or whose place was taken."""

    name = Text("Its name on the day asked; null, if it was not in the register then.", allow_none=True)


class Rank(Shown):
    """A rank in an edition of a table."""

    table = Text("Whose ranks they are.")
    edition = Text("Its year, or its years.")
    rank = Number("The rank; null: the table does not rank it.", allow_none=True)
    rank_to = Number("The last rank of a band; null: the rank is exact.", allow_none=True)
    published_on = partial("When the edition came out.")


class Named(Shown):
    """Another record of the organisation."""

    partner_id = Id("Which.")
    name = Text("The name that it has; null, if it was not known then.", allow_none=True)


class Merged(Named):
    """A record that was merged into this one."""

    version = Number("The entry here that tells of it: whoever retracts it parts them again.")


class ListedPartner(Shown):
    """A partner."""

    id = Id("Its id.")
    name = Text("Its name on the day asked; null, if it was not in the register then.", allow_none=True)
    last_name = Text("The name that it took last.", allow_none=True)
    kind = Text("What it is.", allow_none=True, enum=list(KINDS))
    country = Text("Its country.", allow_none=True)
    names = several(DatedName, "All its names.")
    aliases = texts("Other spellings.")
    identifiers = ByName(Text("The identifier."), f"Identifiers by scheme: {', '.join(SCHEMES)}.")
    former_identifiers = Items(texts("Scheme and identifier."), "Identifiers that it had.")
    successors = several(Successor, "The organisations that took its place.")
    rankings = several(Rank, "Its ranks, by table, the latest edition first.")


class Partner(ListedPartner):
    """A partner, with its version."""

    successors = several(Relative, "The organisations that took its place.")
    predecessors = several(Relative, "The organisations whose place it took.")
    merged_into = one_or_none(Named, "The record under which it is shown, if it was merged.")
    merged = several(Merged, "The records that are shown under it.")
    memorandums = several(Row, "Its memorandums, the one entered last first.")
    version = Number("Its version, as the ETag has it.")
    as_of = day("The day asked about.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class PartnerPage(Shown):
    """A page of partners."""

    items = several(ListedPartner, "In the order of their names.")
    after = Text("The key with which the next page begins; null: this is the last one.", allow_none=True)
    as_of = day("The day asked about.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class Reason(Shown):
    """Why two records may be about one organisation."""

    code = Text("What speaks for it.", enum=list(STRENGTH))
    one = Text("The name of the one; or the scheme of the identifier that both have.")
    other = Text("The name of the other; or that identifier.")
    score = Number("How like the names are, in percent.")


class CalledAlike(Shown):
    """A partner, as far as it tells two apart."""

    id = Id("Its id.")
    name = Text("The name that it took last.")
    country = Text("Its country.", allow_none=True)


class AlikePartner(CalledAlike):
    """A partner that a name may mean."""

    reasons = several(Reason, "Why, the strongest reason first.")


class AlikePartners(Shown):
    """The partners that a name may mean."""

    items = several(AlikePartner, "Those with the strongest reasons first.")


class Pair(Shown):
    """Two partners that may be one organisation."""

    one = Part(CalledAlike, "The one.")
    other = Part(CalledAlike, "The other.")
    reasons = several(Reason, "Why, the strongest reason first.")


class NearDuplicates(Shown):
    """Partners that may be one organisation."""

    items = several(Pair, "Those with the strongest reasons first.")
    total = Number("How many pairs there are in all.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class ListedRequest(Shown):
    """A request for a partnership."""

    id = Id("Its id.")
    status = Text("What became of it.", enum=["open", "accepted", "declined", "withdrawn"])
    requester = Text("Who wishes it.")
    unit = Text("For which faculty or department.")
    partner_id = Id("The partner, if it is on record.", allow_none=True)
    partner_name = Text("Its name, if it is not.")
    partner_kind = Text("What it is.", allow_none=True)
    country = Text("Its country.", allow_none=True)
    purpose = Text("What for.")
    memorandum_id = Id("The draft that answers it.", allow_none=True)
    made_at = instant("When it was recorded.")


class RequestAnswer(Shown):
    """How a request was answered."""

    actor = Text("By whom.")
    occurred_on = partial("When.")
    recorded_at = instant("When that was recorded.")
    reason = Text("Why.")
    source = one_or_none(SourceShown, "On what ground.")


class Request(ListedRequest):
    """A request, with its version and its answer."""

    version = Number("Its version, as the ETag has it.")
    made_on = partial("When it was made.")
    answer = one_or_none(RequestAnswer, "How it was answered.")


class RequestPage(Shown):
    """A page of requests."""

    items = several(ListedRequest, "The one entered last comes first.")
    after = Text("The key with which the next page begins; null: this is the last one.", allow_none=True)
    as_of = day("Today.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class Institution(Shown):
    """What the institution has decided."""

    id = Id("Its id.")
    version = Number("Its version, as the ETag has it; 0, if it has decided nothing yet.")
    kinds = ByName(ByName(Text("In this language."), "Labels by language."), "Kinds of memorandum of its own, by code.")
    review_routes = ByName(texts("Roles in order."), "Review routes by kind.")
    review_route = texts("The review route of every kind without one of its own.")
    override_roles = texts("The roles that may nominate beyond the places that a memorandum grants.")


class University(Shown):
    """An entry of the list of universities."""

    name = Text("Its name.")
    country = Text("Its country, if the list has a code of one.", allow_none=True)
    domains = texts("Its internet domains.")


class LoadedList(Shown):
    """Which list was looked in."""

    filename = Text("The name of its file.")
    sha256 = Text("The digest of its bytes.")
    size = Number("How many universities it has.")


class FoundUniversities(Shown):
    """Universities that were looked up."""

    items = several(University, "Those called just so come first.")
    list = one_or_none(LoadedList, "Which list was looked in; null: none has been loaded.")


class ReadModel(Shown):
    """How one of the read models is."""

    name = Text("Which.")
    revision = Number("Its shape.")
    position = Number("Up to which event it knows the log.")
    lag = Number("How many positions of the log it is behind; there are gaps between positions.")
    halted_at = Number("The event at which it has halted; null, if it goes on.", allow_none=True)
    reason = Text("Why it has halted.", allow_none=True)


class Health(Shown):
    """How Bitim is."""

    alive = Flag("Whether it answers at all.")
    ready = Flag("Whether commands and questions are answered.")
    position = Number("The position of the last event in the log; null, if it cannot be read.", allow_none=True)
    lag = Number("How many positions the read model farthest behind is behind.", allow_none=True)
    halted = texts("The read models that have halted.")
    read_models = several(ReadModel, "All of them.")

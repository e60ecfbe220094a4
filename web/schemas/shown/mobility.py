"""Mobility cases, their places and their coverage."""

from __future__ import annotations

from domain.mobility.details import DIRECTIONS, PURPOSES
from domain.mobility.lifecycle import STAGES
from web.schemas.fields import Flag, Form, Id, Number, Text
from web.schemas.shown.basics import ConditionShown, Shown, day, instant, one_or_none, partial, several, texts
from web.schemas.shown.history import Entry

_STAGES = [*STAGES, "undetermined", "not_begun"]


class _Times(Shown):
    as_of = day("The day asked about.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class FundingShown(Shown):
    """Money for a case."""

    funder = Text("Whose money it is.")
    name = Text("The project, foundation or donor.")
    reference = Text("The number of the project or grant.")
    partner_id = Id("The donor, where it is a partner on record.", allow_none=True)
    amount = Text("How much.", allow_none=True)
    currency = Text("In which currency.", allow_none=True)


class AnswerShown(Shown):
    """What a side answered to the nomination as it is."""

    accepted = Flag("Whether it accepted.")
    comment = Text("What it said to that.")
    on = partial("When.")


class Answers(Shown):
    """The answers of both sides; null: none yet."""

    sending = one_or_none(AnswerShown, "Of the sending side.")
    host = one_or_none(AnswerShown, "Of the host.")


class OverrideShown(Shown):
    """How it went beyond the places granted."""

    role = Text("In which role.")
    reason = Text("Why.")


class Case(Shown):
    """A mobility case on a day."""

    id = Id("Its id.")
    stage = Text("Its stage on the day; null: not in the register then.", enum=_STAGES, allow_none=True)
    candidates = texts("The stages possible; more than one, if it is undetermined.")
    next_step = Text("The command that is to come next.", allow_none=True)
    due = day("The last day on which that is in time.")
    overdue = Flag("Whether that day has passed.")
    direction = Text("Which way.", enum=list(DIRECTIONS), allow_none=True)
    person_id = Id("The opaque id of the person.", allow_none=True)
    purpose = Text("What for.", enum=list(PURPOSES), allow_none=True)
    partner_id = Id("The other side.", allow_none=True)
    partner = Text("Its name on the day asked.", allow_none=True)
    partner_unit = Text("Its faculty or department.", allow_none=True)
    unit = Text("Our faculty or department.", allow_none=True)
    office = Text("The office held, or the studies pursued, at the time.", allow_none=True)
    eqf_level = Number("The level (EQF).", allow_none=True)
    field = Text("The field of study (ISCED-F 2013).", allow_none=True)
    academic_year = Text("The academic year.", allow_none=True)
    programme = Text("The programme under which the person goes.", allow_none=True)
    memorandum_id = Id("The memorandum on which it rests.", allow_none=True)
    without_memorandum = Text("Why it rests on none.", allow_none=True)
    planned_from = partial("The first day planned.")
    planned_until = partial("The last day planned.")
    actual_from = partial("The first day.")
    actual_until = partial("The last day.")
    ground = Text("Why the person returned early.", allow_none=True)
    ects = Text("ECTS credits that were recognised.", allow_none=True)
    certificates = texts("The host's certificates.")
    funding = several(FundingShown, "The money.")
    answers = one_or_none(Answers, "What both sides answered.")
    overrides = several(OverrideShown, "How it went beyond the places granted.")


class CasePage(_Times):
    """A page of the caseload."""

    items = several(Case, "The one entered last first.")
    after = Text("The key with which the next page begins; null: this is the last one.", allow_none=True)


class Passed(Shown):
    """A stage that a case reached."""

    stage = Text("Which.")
    on = partial("When.")
    version = Number("The version of the event that it was recorded with.")


class CaseInFull(Case):
    """One case."""

    entered_at = instant("When it was entered.", allow_none=True)
    path = several(Passed, "The stages in order.")
    commands = texts("What its stage does not rule out.")
    version = Number("Its version, as the ETag has it.")
    version_known = Number("The version known at the instant asked; 0: it was not in the register.")
    as_of = day("The day asked about.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class Presence(Case):
    """Somebody who is there."""

    presence = Text("How sure that is.", enum=["certain", "possible", "expected"])


class Present(_Times):
    """Who is abroad, or here."""

    items = several(Presence, "By their first day.")
    after = Text("The key with which the next page begins; null: this is the last one.", allow_none=True)
    direction = Text("Which way.", enum=list(DIRECTIONS))


class Group(Shown):
    """Cases that have something in common."""

    value = Text("What; null: not stated.", allow_none=True)
    number = Number("How many.")
    name = Text("Of a partner: its name.", allow_none=True)


class CaseCounts(_Times):
    """The caseload, counted."""

    by = Text("By what.")
    groups = several(Group, "The largest first.")
    total = Number("How many cases in all.")


class Stretch(Shown):
    """Days of a case with one answer."""

    first = day("The first.")
    until = day("The last.")
    covered = Flag("Whether they are covered; null: it cannot be told.", allow_none=True)
    memorandum_id = Id("The memorandum that answers for them; null: there is none.", allow_none=True)
    reference = Text("Its reference.", allow_none=True)
    edition_id = Text("The edition that covers them.", allow_none=True)
    edition = Text("Its number.", allow_none=True)
    reason = Text("The standing that makes it so, or other_activity, without_memorandum.")
    certain = Flag("Whether these days surely belong to the case.")


class _Covered(Form):
    stretches = several(Stretch, "All its days, in order; none, if nothing is known of its first or last day.")
    uncovered = several(Stretch, "Those that are uncovered and surely belong to it.")
    days_covered = Number("How many days are covered.")
    days_uncovered = Number("How many are not.")
    days_undetermined = Number("Of how many it cannot be told.")


class CaseCoverage(_Covered, Shown):
    """What covers the days of a case."""

    id = Id("The case.")
    memorandum_id = Id("The memorandum on which it rests.", allow_none=True)
    reference = Text("Its reference.", allow_none=True)
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class UncoveredCase(_Covered, Case):
    """A case with uncovered days."""


class UncoveredPage(Shown):
    """A page of cases with uncovered days."""

    items = several(UncoveredCase, "The one entered last first.")
    after = Text("The key with which the next page begins; null: this is the last one.", allow_none=True)
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class TakenShown(ConditionShown):
    """Places granted, and how many of them are used."""

    granted = Number("How many are granted.")
    used = Number("How many cases use them; more than granted, where an override let them in.")
    free = Number("How many are free.")


class Places(_Times):
    """The places of a memorandum in an academic year."""

    memorandum_id = Id("The memorandum.")
    reference = Text("Its reference; null: not in the register then.", allow_none=True)
    academic_year = Text("The academic year.")
    conditions = several(TakenShown, "The conditions of the edition in effect on the day.")
    cases = Number("How many cases rest on the memorandum in that year.")


class PartnerBalance(Shown):
    """Those sent to a partner against those received from it."""

    partner_id = Id("Which.")
    partner = Text("Its name on the day asked.", allow_none=True)
    sent = Number("How many were sent.")
    received = Number("How many were received.")
    sent_possible = Number("How many more may have been sent in the period.")
    received_possible = Number("How many more may have been received.")
    balance = Number("Sent less received.")


class Balance(_Times):
    """Sent against received, by partner."""

    items = several(PartnerBalance, "The partner with the most cases first.")
    first = day("The first day of the period.")
    until = day("Its last day.")


class CaseNamed(Shown):
    """Whose act it is."""

    id = Id("The case.")
    direction = Text("Which way.", enum=list(DIRECTIONS))
    purpose = Text("What for.", enum=list(PURPOSES))
    partner_id = Id("The other side.")
    partner = Text("Its name now.", allow_none=True)


class EntryWithCase(Entry):
    """An entry of a memorandum, or the act of a case that rests on it."""

    case = one_or_none(CaseNamed, "The case; null: the entry is the memorandum's own.")


class HistoryWithCases(Shown):
    """What happened to a memorandum and under it."""

    items = several(EntryWithCase, "In the order of their recording.")
    after = Text("The key with which the next page begins; null: this is the last one.", allow_none=True)
    version = Number("The version that the memorandum has now.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)

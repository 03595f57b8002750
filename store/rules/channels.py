"""Advice on channels (PRACTICES E)."""

from datetime import datetime, timedelta

from store.records.follow_up import FollowUp
from store.records.words import Channel, Direction, Kind, Status
from store.rules.advice import Advice, Level
from store.rules.calls import call_minutes
from store.rules.leads import LeadStanding
from store.rules.marking import lead_rule, quote_rule
from store.rules.owing import calls_to_sum_up
from store.rules.standing import Standing

UNPAID_CALLS = 60
"""So many minutes of calls with a lead that has signed nothing are too many (E2)."""

REGULAR_FROM = 2
"""A lead that signed so many quotes is a regular one (E5)."""

INSISTS_FROM = 3
"""So often does a lead insist on calling before the kind refusal is offered (E8)."""

_MINUTE = timedelta(minutes=1)


@lead_rule("E2", "unpaid_calls")
def unpaid_calls(standing: LeadStanding) -> Advice | None:
    """An hour of calls or more, and nothing was signed (PRACTICES E2)."""
    minutes = call_minutes(standing.calls)
    if minutes < UNPAID_CALLS or _signed(standing):
        return None
    return Advice("unpaid_calls", facts={"minutes": minutes})


@quote_rule("E3", "summary_owed")
def summary_owed(standing: Standing) -> Advice | None:
    """A call that was held has no written summary yet (PRACTICES E3)."""
    if standing.owed.summary is None:
        return None
    calls = calls_to_sum_up(standing.contacts)
    return Advice("summary_owed", facts={"calls": len(calls)})


@quote_rule("E4", "reply_owed", "reply_late")
def reply_advice(standing: Standing) -> Advice | None:
    """What came in is unanswered, and late once the target has passed (PRACTICES E4)."""
    reply = standing.owed.reply
    if reply is None:
        return None
    target = standing.rulebook.settings.reply_minutes
    if _waited(reply, standing) <= target * _MINUTE:
        return Advice("reply_owed", Level.INFO)
    return Advice("reply_late", facts={"target": target})


@quote_rule("E5", "call_not_earned")
def call_not_earned(standing: Standing) -> Advice | None:
    """A call was logged that neither the lead nor the amount has earned (PRACTICES E5)."""
    return unearned_call(standing) if standing.was_called else None


@quote_rule("E7", "write_instead")
def write_instead(standing: Standing) -> Advice | None:
    """A call was logged about what is simple enough to be written (PRACTICES E7)."""
    return needless_call(standing) if standing.was_called else None


@quote_rule("E6", "meet_first")
def meet_first(standing: Standing) -> Advice | None:
    """On-site work over `call_over` gets a meeting before it; none was logged (PRACTICES E6)."""
    if not standing.quote.on_site or not _is_over(standing):
        return None
    met = (
        each.kind is Kind.MEETING or each.channel is Channel.MEETING for each in standing.contacts
    )
    return None if any(met) else Advice("meet_first")


@lead_rule("E8", "insists_on_calls")
def insists_on_calls(standing: LeadStanding) -> Advice | None:
    """The lead insisted on calling three times or more (PRACTICES E8)."""
    times = standing.lead.insists or 0
    return Advice("insists_on_calls", facts={"times": times}) if times >= INSISTS_FROM else None


@quote_rule("E9", "scope_change", closed=True)
def scope_change(standing: Standing) -> Advice | None:
    """Changes were asked for after the quote was won (PRACTICES E9)."""
    quote = standing.quote
    if quote.status is not Status.WON:
        return None
    won_on = quote.outcome.on if quote.outcome else None
    changes = sum(
        contact.kind is Kind.CHANGE_REQUEST
        and (contact.on is None or won_on is None or contact.on >= won_on)
        for contact in standing.contacts
    )
    return Advice("scope_change", facts={"changes": changes}) if changes else None


@quote_rule("E9", "out_of_hours", closed=True)
def out_of_hours(standing: Standing) -> Advice | None:
    """The lead made contact outside the hours, while the quote is open or won (PRACTICES E9)."""
    if not standing.quote.status.is_open and standing.quote.status is not Status.WON:
        return None
    opens, shuts = standing.rulebook.settings.hours
    contacts = sum(
        contact.time is not None
        and contact.direction is Direction.IN
        and not opens <= contact.time.hour < shuts
        for contact in standing.contacts
    )
    if not contacts:
        return None
    return Advice("out_of_hours", facts={"contacts": contacts, "from": opens, "to": shuts})


def about_a_call(standing: Standing) -> tuple[Advice, ...]:
    """What there is to say of calling about this quote, whether or not one was logged."""
    found = (unearned_call(standing), needless_call(standing))
    return tuple(advice for advice in found if advice is not None)


def unearned_call(standing: Standing) -> Advice | None:
    """Calls are for regular leads, and for quotes strictly over `call_over` (PRACTICES E5)."""
    if _is_over(standing) or is_regular(standing.of_lead):
        return None
    over = standing.rulebook.settings.call_over
    return Advice("call_not_earned", facts={"over": over, "currency": standing.quote.currency})


def needless_call(standing: Standing) -> Advice | None:
    """What is simple is settled in writing, whatever the lead says (PRACTICES E7)."""
    return Advice("write_instead") if standing.quote.simple else None


def is_regular(standing: LeadStanding) -> bool:
    """Whether the lead has earned calls: set by hand, or two won quotes (PRACTICES E5)."""
    return standing.lead.regular or _signed(standing) >= REGULAR_FROM


def _signed(standing: LeadStanding) -> int:
    return sum(quote.status is Status.WON for quote in standing.quotes)


def _is_over(standing: Standing) -> bool:
    return standing.quote.amount > standing.rulebook.settings.call_over


def _waited(reply: FollowUp, standing: Standing) -> timedelta:
    """How long a reply has waited; whole days where a time is not known."""
    if reply.on is None:
        return timedelta()
    now = standing.of_lead.day.now
    if reply.time is None or now is None:
        return standing.today - reply.on
    came = datetime.combine(reply.on, reply.time)
    return datetime.combine(standing.today, now) - came

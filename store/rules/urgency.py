"""Advice on urgency (PRACTICES C)."""

from collections.abc import Iterator
from datetime import date

from store.records.practice_words import Purpose, Tool
from store.records.quote import Quote
from store.records.words import Kind, Status
from store.rules.advice import Advice, Level
from store.rules.leads import LeadStanding
from store.rules.marking import lead_rule, quote_rule
from store.rules.standing import Standing

SILENT_DAYS = 2
"""Working days of silence after which an urgency is doubtful (PRACTICES C2)."""

SERIAL = 3
"""Urgent requests that came to nothing, from which on they are a habit (PRACTICES C5)."""

MEMORY_MONTHS = 36
"""How far back urgent requests are looked at (PRACTICES C5)."""

FEW_ITEMS = 10
"""Fewer items than this need no tooling for bulk (PRACTICES C8)."""


@quote_rule("C2", "urgent_but_silent")
def urgent_but_silent(standing: Standing) -> Advice | None:
    """Asked as urgent, sent, and no reply for 2 working days or more (PRACTICES C2)."""
    quote = standing.quote
    if not (_is_claimed_urgent(quote) and quote.is_pending and quote.sent_on):
        return None
    if _has_replied(standing, quote.sent_on):
        return None
    days = standing.rulebook.working_days.between(quote.sent_on, standing.today)
    if days < SILENT_DAYS:
        return None
    return Advice("urgent_but_silent", facts={"days": days})


@lead_rule("C5", "serial_urgent")
def serial_urgent(standing: LeadStanding) -> Advice | None:
    """3 or more urgent requests within 36 months, none of them won (PRACTICES C5).

    They belong to the organisation, whoever made them (PRACTICES C6).
    """
    if len(standing.quotes) < SERIAL:
        return None
    requests = [quote for quote in standing.quotes if _is_request(quote)]
    if len(requests) < SERIAL:
        return None
    recent = [*_recent(requests, standing.today)]
    if len(recent) < SERIAL or any(quote.status is Status.WON for quote in recent):
        return None
    return Advice("serial_urgent", facts={"count": len(recent), "months": MEMORY_MONTHS})


@quote_rule("C7", "triage_first")
def triage_first(standing: Standing) -> Advice | None:
    """An emergency is sorted before it is quoted: what else would serve (PRACTICES C7)."""
    quote = standing.quote
    if quote.status is not Status.DRAFT or not quote.urgent or quote.alternatives:
        return None
    return Advice("triage_first")


@quote_rule("C8", "not_feasible")
def not_feasible(standing: Standing) -> Advice | None:
    """The imposed solution lacks what they need (PRACTICES C8)."""
    return Advice("not_feasible", Level.STOP) if standing.quote.feasible is False else None


@quote_rule("C8", "out_of_proportion")
def out_of_proportion(standing: Standing) -> Advice | None:
    """Heavy tooling for under 10 items (PRACTICES C8)."""
    quote = standing.quote
    if quote.tool is not Tool.BULK or quote.volume is None or quote.volume >= FEW_ITEMS:
        return None
    return Advice("out_of_proportion", facts={"volume": quote.volume})


def _is_claimed_urgent(quote: Quote) -> bool:
    """Urgent, and not to define the project, which is no false urgency (PRACTICES C4)."""
    return quote.urgent and quote.purpose is not Purpose.SCOPING


def _is_request(quote: Quote) -> bool:
    """A superseded quote is the same request as the draft that replaced it."""
    return _is_claimed_urgent(quote) and quote.status is not Status.SUPERSEDED


def _has_replied(standing: Standing, since: date) -> bool:
    """Whether a reply about the quote came in since that day, or on an unknown one."""
    return any(
        contact.kind is Kind.REPLY and (contact.on is None or contact.on >= since)
        for contact in standing.contacts
    )


def _recent(requests: list[Quote], today: date) -> Iterator[Quote]:
    """The requests of the last 36 months; one of unknown day is recent while it is open."""
    from dateutil.relativedelta import relativedelta  # few leads come so far

    since = today - relativedelta(months=MEMORY_MONTHS)
    for quote in requests:
        closed_on = quote.outcome.on if quote.outcome else None
        day = quote.asked_on or quote.sent_on or closed_on
        if quote.status.is_open if day is None else day >= since:
            yield quote

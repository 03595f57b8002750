"""How a lead answers: how long it takes, whether it is slow but signs, how often it replies.

PRACTICES B5 and B6.
"""

from collections.abc import Iterator, Sequence

from store.records.dossier import Dossier
from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.records.words import Kind, Status
from store.rules.offers import was_judged

SLOW_DAYS = 30
"""A lead is slow whose answers take more days than this in the median (PRACTICES B5)."""

CLOSED_TO_JUDGE = 3
"""Closed quotes from which on a lead's answers are judged (PRACTICES B5).

Of those that the lead itself judged: neither my refusals nor offers made to be refused.
"""

_FOLLOW_UP, _REPLY = Kind.FOLLOW_UP, Kind.REPLY

_THEIR_ANSWERS = (Status.WON, Status.LOST, Status.SUPERSEDED)
"""What a lead says by closing; a quote is superseded by its late yes."""


def answer_days(quote: Quote, contacts: Sequence[FollowUp]) -> int | None:
    """The days from sending to the lead's first reply, else to its yes or no; none without one.

    `contacts` are the quote's own, in order.
    """
    if quote.sent_on is None:
        return None
    replies = (contact.on for contact in contacts if contact.kind is Kind.REPLY)
    days = [day for day in replies if day is not None and day >= quote.sent_on]
    if not days and quote.status in _THEIR_ANSWERS and quote.outcome and quote.outcome.on:
        days = [quote.outcome.on]
    return (days[0] - quote.sent_on).days if days else None


def answer_times(dossier: Dossier) -> Iterator[int]:
    """The days that the lead took to answer each closed quote that it answered.

    A quote that replaced another is left out: its answer came before it was sent.
    """
    replacements = {quote.outcome.became for quote in dossier.quotes if quote.outcome}
    for quote in dossier.quotes:
        if not quote.status.is_open and quote.id not in replacements:
            days = answer_days(quote, dossier.contacts_of(quote))
            if days is not None:
                yield days


def slow_days(dossier: Dossier) -> int | None:
    """The median of the lead's answers in whole days; none unless it is slow but signs."""
    judged = [quote for quote in dossier.quotes if was_judged(quote)]
    won = sum(quote.status is Status.WON for quote in judged)
    if len(judged) < CLOSED_TO_JUDGE or 2 * won < len(judged):
        return None
    times = [*answer_times(dossier)]
    days = _median(times) if times else 0
    return int(days) if days > SLOW_DAYS else None


def _median(numbers: Sequence[int]) -> float:
    """As the standard library's, whose import takes longer than the rest of a good morning."""
    ordered, middle = sorted(numbers), len(numbers) // 2
    return ordered[middle] if len(numbers) % 2 else sum(ordered[middle - 1 : middle + 1]) / 2


def reactivity(contacts: Sequence[FollowUp]) -> tuple[int, int]:
    """How many follow-ups got a reply, and how many there were.

    `contacts` are the lead's, in order. A reply answers the follow-up before it, not all of them.
    """
    replied = total = 0
    waiting = False
    for contact in contacts:
        if contact.kind is _FOLLOW_UP:
            total += 1
            waiting = True
        elif contact.kind is _REPLY:
            replied += waiting
            waiting = False
    return replied, total

"""How a lead's count stood after each of its contacts.

Counting itself is left to `store.rules.counting`: it is shown the dossier as it was then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from store.records.dossier import Dossier
from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.records.words import Status
from store.rules.counting import Tally, tally, until
from store.rules.rulebook import Rulebook


def replay(dossier: Dossier, today: date, rulebook: Rulebook) -> Iterator[tuple[FollowUp, Tally]]:
    """The lead's contacts up to `today`, in order, each with the tally right after it.

    A quote counts from the day on which it was sent to the one on which it was closed.
    """
    spans = [_pending_span(quote, dossier) for quote in dossier.quotes if _was_sent(quote)]
    contacts = until(dossier.contacts, today)
    for number, contact in enumerate(contacts, start=1):
        pending = tuple(span.quote for span in spans if span.holds(contact.on))
        then = Dossier(dossier.lead, pending, contacts[:number])
        yield contact, tally(then, today, rulebook)


@dataclass(frozen=True)
class _Span:
    """A quote as it was while it was pending, from its first to its last such day."""

    quote: Quote
    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Whether the quote was pending on the day; on an unknown one, every quote may have."""
        return day is None or self.first <= day <= self.last


def _was_sent(quote: Quote) -> bool:
    """Whether it ever was pending: it is, or it was before it was closed."""
    before = quote.outcome.before if quote.outcome else Status.SENT
    return quote.is_pending or (not quote.status.is_open and before is Status.SENT)


def _pending_span(quote: Quote, dossier: Dossier) -> _Span:
    days = [contact.on for contact in dossier.contacts_of(quote) if contact.on]
    first = min([quote.sent_on or date.min, *days])
    if quote.is_pending:
        return _Span(quote, first, date.max)
    pending = replace(quote, status=Status.SENT, outcome=None)
    return _Span(pending, first, _closed_on(quote, dossier))


def _closed_on(quote: Quote, dossier: Dossier) -> date:
    """The day of closing; an unknown one is taken to be that of the last contact about it."""
    if quote.outcome and quote.outcome.on:
        return quote.outcome.on
    days = [contact.on for contact in dossier.contacts_of(quote) if contact.on]
    return max(days, default=quote.sent_on or date.min)

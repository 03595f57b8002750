"""A dossier as it stood on a day: what lies after it is ignored by every rule."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from store.records.dossier import Dossier
from store.records.quote import Quote
from store.records.words import Status
from store.rules.counting import until


def as_of(dossier: Dossier, today: date) -> Dossier:
    """The dossier on the day; itself where nothing of it lies ahead."""
    contacts = until(dossier.contacts, today)
    if contacts is dossier.contacts and not _is_ahead(dossier.quotes, today):
        return dossier
    quotes = tuple(_quote_as_of(quote, today) for quote in dossier.quotes)
    return Dossier(dossier.lead, quotes, contacts)


def _is_ahead(quotes: Iterable[Quote], today: date) -> bool:
    """Whether one of the quotes was sent or closed after the day: mostly none was."""
    for quote in quotes:
        sent_on, outcome = quote.sent_on, quote.outcome
        if sent_on is not None and sent_on > today:
            return True
        if outcome is not None and outcome.on is not None and outcome.on > today:
            return True
    return False


def _quote_as_of(quote: Quote, today: date) -> Quote:
    """Not closed before the day of closing, and a draft before the day of sending."""
    outcome = quote.outcome
    if outcome is not None and outcome.on is not None and outcome.on > today:
        quote = replace(quote, status=outcome.before, outcome=None)
    if quote.sent_on is not None and quote.sent_on > today and quote.is_pending:
        given = quote.valid_until if quote.validity_days is None else None
        quote = replace(quote, status=Status.DRAFT, sent_on=None, valid_until=given)
    return quote

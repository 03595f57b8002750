"""What is looked back on: each quote with its lead's history, as it stood on a day."""

from collections.abc import Iterator
from datetime import date
from operator import is_
from typing import NamedTuple

from msgspec.structs import replace

from store.records.dossier import Dossier
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.rules.as_of import as_of


class Case(NamedTuple):
    """One quote and its lead's history; nothing of it lies after the day it is seen on."""

    quote: Quote
    dossier: Dossier

    @property
    def lead(self) -> Lead:
        """The quote's lead."""
        return self.dossier.lead

    @property
    def contacts(self) -> tuple[FollowUp, ...]:
        """The quote's contacts, in the order in which they happened."""
        return self.dossier.contacts_of(self.quote)


def cases(snapshot: Snapshot, today: date) -> Iterator[Case]:
    """All quotes as they stood on the day `today`; those of which nothing was known are left out.

    How the work went is not known before the quote is closed.
    """
    for dossier in snapshot.dossiers.values():
        seen = as_of(_known_by(dossier, today), today)
        for quote in seen.quotes:
            yield Case(quote, seen)


def _known_by(dossier: Dossier, today: date) -> Dossier:
    """The dossier without the quotes that came later, and without what was learnt later."""
    known = [quote for quote in dossier.quotes if _first_known(quote) <= today]
    quotes = tuple(quote if _is_past(quote, today) else _unlearnt(quote) for quote in known)
    same = len(quotes) == len(dossier.quotes) and all(map(is_, quotes, dossier.quotes))
    return dossier if same else Dossier(dossier.lead, quotes, dossier.contacts)


def _first_known(quote: Quote) -> date:
    """The first of the days on which it was asked for, sent or closed; the earliest for none."""
    closed_on = quote.outcome.on if quote.outcome else None
    days = (quote.asked_on, quote.sent_on, closed_on)
    return min((day for day in days if day is not None), default=date.min)


def _is_past(quote: Quote, today: date) -> bool:
    """Whether its closing, if it has one, does not lie ahead."""
    closed_on = quote.outcome.on if quote.outcome else None
    return closed_on is None or closed_on <= today


def _unlearnt(quote: Quote) -> Quote:
    return replace(quote, went=None, could_have_known=None)

"""Leads of whom nothing was heard or said for so long that they should be forgotten.

Source: the CNIL, on the management of commercial activities: what is kept of a prospect is erased
three years after it was collected, or after the last contact with them.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from store.records.dossier import Dossier
from store.records.lead import Lead

KEPT_YEARS = 3
"""For how many years a lead may be kept after the last contact."""


def last_heard_on(dossier: Dossier, today: date) -> date | None:
    """The latest day by then on which there was a contact, or a quote was asked, sent or closed.

    Contacts count either way. None where no day is known.
    """
    days = [contact.on for contact in dossier.contacts]
    for quote in dossier.quotes:
        days += [quote.asked_on, quote.sent_on, quote.outcome.on if quote.outcome else None]
    return max((day for day in days if day is not None and day <= today), default=None)


def silent_leads(dossiers: Iterable[Dossier], today: date) -> Iterator[tuple[Lead, date]]:
    """The leads silent for more than three years, and since when, the longest silence first."""
    last_day = today - relativedelta(years=KEPT_YEARS)
    known = ((each, last_heard_on(each, today)) for each in dossiers)
    found = [(each.lead, day) for each, day in known if day is not None and day < last_day]
    yield from sorted(found, key=lambda each: (each[1], each[0].name.casefold()))

"""Leads that rest until a day, and are back on it (PRACTICES G6, H8)."""

from collections.abc import Iterator
from datetime import date

from store.records.dossier import Dossier


def is_back(dossier: Dossier, today: date) -> bool:
    """Whether the day on which the lead was to be taken up again has come, and nothing has since.

    A contact about any of its quotes ends it, and so does a quote asked or sent: from that day
    on, the day itself included. Until then it is back every day, or until the day is taken away.
    """
    day = dossier.lead.recontact_on
    if day is None or day > today:
        return False
    return not any(day <= happened <= today for happened in _happened(dossier))


def _happened(dossier: Dossier) -> Iterator[date]:
    """The known days on which something happened with the lead."""
    days = [contact.on for contact in dossier.contacts]
    days += [day for quote in dossier.quotes for day in (quote.asked_on, quote.sent_on)]
    return (day for day in days if day is not None)

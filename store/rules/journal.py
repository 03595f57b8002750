"""Everything that went out or came in, over all leads: contacts with what they belong to."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

import msgspec

from store.records.dossier import Dossier
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.text import fold


class ContactRow(msgspec.Struct, frozen=True, eq=False, dict=True):
    """A contact with its lead, its quote where there is one, and the day it is seen on."""

    contact: FollowUp
    lead: Lead
    quote: Quote | None
    today: date

    @cached_property
    def found_by(self) -> str:
        """Its lead's name, its quote's title and ref, and its note, folded."""
        quote = f"{self.quote.title}\n{self.quote.ref}" if self.quote else ""
        return fold(f"{self.lead.name}\n{quote}\n{self.contact.note}")


def contacts_of(dossier: Dossier, quotes: Mapping[int, Quote], today: date) -> Iterator[ContactRow]:
    """The contacts of a lead; `quotes` are all there are."""
    for contact in dossier.contacts:
        yield ContactRow(contact, dossier.lead, quotes.get(contact.quote_id), today)


def moment(row: ContactRow) -> tuple[int, int, int]:
    """Sorts contacts: unknown days first, on one day those without a time first."""
    on, at = row.contact.on or date.min, row.contact.time
    seconds = -1 if at is None else (at.hour * 60 + at.minute) * 60 + at.second
    return (on.toordinal(), seconds, row.contact.seq)


def latest_first(row: ContactRow) -> tuple[int, int, int]:
    """Sorts contacts the other way round."""
    day, seconds, seq = moment(row)
    return (-day, -seconds, -seq)

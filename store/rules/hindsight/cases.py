"""What is looked back on: each quote with its lead's history, as it stood on a day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

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
    """All quotes as they stood on the day `today`."""
    for dossier in snapshot.dossiers.values():
        seen = as_of(dossier, today)
        for quote in seen.quotes:
            yield Case(quote, seen)

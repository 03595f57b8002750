"""A lead with all its quotes and contacts: what every rule looks at."""

from functools import cached_property

import msgspec

from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote


class Dossier(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One lead's history. `contacts` are in the order in which they happened.

    Compared by identity: a dossier in which nothing changed is the same object in the next
    snapshot, so that what was worked out from it need not be worked out again.
    """

    lead: Lead
    quotes: tuple[Quote, ...]
    contacts: tuple[FollowUp, ...]

    @cached_property
    def _by_quote(self) -> dict[int, tuple[FollowUp, ...]]:
        by_quote: dict[int, list[FollowUp]] = {}
        for contact in self.contacts:
            by_quote.setdefault(contact.quote_id, []).append(contact)
        return {quote_id: tuple(contacts) for quote_id, contacts in by_quote.items()}

    def contacts_of(self, quote: Quote) -> tuple[FollowUp, ...]:
        """The contacts about one quote, in the order in which they happened."""
        return self._by_quote.get(quote.id, ())

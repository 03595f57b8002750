"""A lead with all its quotes and contacts: what every rule looks at."""

from collections import defaultdict
from collections.abc import Mapping
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
    def _by_quote(self) -> Mapping[int, list[FollowUp]]:
        by_quote: defaultdict[int, list[FollowUp]] = defaultdict(list)
        for contact in self.contacts:
            by_quote[contact.quote_id].append(contact)
        return by_quote

    def contacts_of(self, quote: Quote) -> tuple[FollowUp, ...]:
        """The contacts about one quote, in the order in which they happened."""
        if len(self.quotes) == 1:  # most leads have one, and need no table for it
            return tuple([each for each in self.contacts if each.quote_id == quote.id])
        return tuple(self._by_quote.get(quote.id, ()))

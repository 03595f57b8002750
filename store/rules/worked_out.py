"""Where leads and their quotes stand, each worked out when it is first asked for, and kept."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from store.records.dossier import Dossier
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.rules.leads import Day, LeadStanding, lead_standing
from store.rules.standing import Standing, standings


class Known(msgspec.Struct, frozen=True, eq=False):
    """Where a lead and its quotes stand, worked out of that dossier."""

    dossier: Dossier
    lead: LeadStanding
    quotes: tuple[Standing, ...]

    @property
    def owes(self) -> bool:
        """Whether a reply waits for an answer."""
        return any(standing.owed.reply is not None for standing in self.quotes)


class WorkedOut:
    """What is known of the leads of a snapshot on a day; threads may ask for more."""

    def __init__(
        self, snapshot: Snapshot, day: Day, day_of_others: Day, known: Mapping[int, Known]
    ) -> None:
        """`day_of_others` is the day as leads of no platform see it."""
        self.snapshot = snapshot
        self._day = day
        self._day_of_others = day_of_others
        self._known = dict(known)

    @property
    def known(self) -> dict[int, Known]:
        """What was worked out so far, by lead id."""
        return dict(self._known)  # another thread may be asking for more

    def without(self, leads: AbstractSet[int]) -> dict[int, Known]:
        """The same of all other leads."""
        known = self.known
        for lead_id in leads:
            known.pop(lead_id, None)
        return known

    def of_lead(self, lead_id: int) -> Known:
        """Where the lead and its quotes stand."""
        dossier = self.snapshot.dossiers[lead_id]
        known = self._known.get(lead_id)
        if known is None or known.dossier is not dossier:
            day = self._day if dossier.lead.platform else self._day_of_others
            of_lead = lead_standing(dossier, day)
            known = Known(dossier, of_lead, standings(of_lead))
            self._known[lead_id] = known
        return known

    def of_quote(self, quote: Quote) -> Standing:
        """Where the quote stands."""
        found = self.of_lead(quote.lead_id).quotes
        return next(each for each in found if each.quote.id == quote.id)

    def quotes(self, leads: Iterable[int]) -> Iterator[Standing]:
        """Where each quote of these leads stands; a lead that is gone has none."""
        for lead_id in leads:
            if lead_id in self.snapshot.dossiers:
                yield from self.of_lead(lead_id).quotes

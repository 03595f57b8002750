"""Where a lead stands on a day: what waits with it, and how often it was chased."""

from datetime import date
from functools import cached_property

import msgspec

from store.records.dossier import Dossier
from store.records.lead import Lead
from store.records.quote import Quote
from store.rules.advice import Advice
from store.rules.as_of import as_of
from store.rules.counting import LimitState, Tally, tally
from store.rules.pursuit import limit_advice
from store.rules.rulebook import Rulebook
from store.rules.sums import Money, sums


class LeadStanding(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One lead on one day."""

    dossier: Dossier
    tally: Tally

    @property
    def lead(self) -> Lead:
        """The lead itself."""
        return self.dossier.lead

    @cached_property
    def pending(self) -> tuple[Quote, ...]:
        """Its pending quotes."""
        return tuple(quote for quote in self.dossier.quotes if quote.is_pending)

    @cached_property
    def pending_sums(self) -> tuple[Money, ...]:
        """What is pending with it, one sum for each currency."""
        return sums(self.pending)

    @property
    def limit_state(self) -> LimitState:
        """The count against the limit; under where nothing is pending."""
        return self.tally.state if self.pending else LimitState.UNDER

    @property
    def advice(self) -> tuple[Advice, ...]:
        """What there is to say about the lead."""
        found = limit_advice(self.tally) if self.pending else None
        return (found,) if found else ()


def lead_standing(dossier: Dossier, today: date, rulebook: Rulebook) -> LeadStanding:
    """Where the lead stands."""
    dossier = as_of(dossier, today)
    return LeadStanding(dossier, tally(dossier, today, rulebook))

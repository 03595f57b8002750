"""Where a lead stands on a day: what waits with it, and how often it was chased."""

from datetime import date, time

import msgspec

from store.records.dossier import Dossier
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.rules.advice import Advice
from store.rules.as_of import as_of
from store.rules.calls import calls_among
from store.rules.counting import LimitState, Tally, tally
from store.rules.find import text_of_lead
from store.rules.kept import kept
from store.rules.platform_history import PlatformHistory
from store.rules.rulebook import Rulebook
from store.rules.sums import Money, sums

_UNDER = LimitState.UNDER


class Day(msgspec.Struct, frozen=True):
    """The day on which everything is seen; `now` is its time, none where that is not known.

    `platforms` tell what no lead's own history does.
    """

    today: date
    rulebook: Rulebook
    now: time | None = None
    platforms: PlatformHistory = msgspec.field(default_factory=PlatformHistory)


class LeadStanding(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One lead on one day. Its dossier holds nothing that lies after that day."""

    dossier: Dossier
    tally: Tally
    day: Day

    @property
    def lead(self) -> Lead:
        """The lead itself."""
        return self.dossier.lead

    @property
    def lead_id(self) -> int:
        """Its id."""
        return self.dossier.lead.id

    @property
    def today(self) -> date:
        """The day on which it is seen."""
        return self.day.today

    @property
    def rulebook(self) -> Rulebook:
        """The rules that hold."""
        return self.day.rulebook

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Its quotes, in the order of recording."""
        return self.dossier.quotes

    @property
    def contacts(self) -> tuple[FollowUp, ...]:
        """Its contacts about all quotes, in the order in which they happened."""
        return self.dossier.contacts

    @kept
    def _by_id(self) -> dict[int, Quote]:
        return {quote.id: quote for quote in self.dossier.quotes}

    def quote(self, quote_id: int) -> Quote:
        """Its quote of that id, as it stood on the day."""
        return self._by_id[quote_id]

    @kept
    def pending(self) -> tuple[Quote, ...]:
        """Its pending quotes."""
        return tuple([quote for quote in self.dossier.quotes if quote.is_pending])

    @kept
    def pending_sums(self) -> tuple[Money, ...]:
        """What is pending with it, one sum for each currency."""
        return sums(self.pending)

    @property
    def limit_state(self) -> LimitState:
        """The count against the limit; under where nothing is pending."""
        return self.tally.state if self.pending else _UNDER

    @kept
    def calls(self) -> tuple[FollowUp, ...]:
        """Those of its contacts that were calls."""
        return calls_among(self.contacts)

    @kept
    def slow_days(self) -> int | None:
        """How many days its answers take, where it is slow but signs (PRACTICES B5)."""
        from store.rules.answering import slow_days  # only expired quotes ask for it

        return slow_days(self.dossier)

    @property
    def found_by(self) -> str:
        """What finding looks through."""
        return text_of_lead(self.lead)

    @kept
    def advice(self) -> tuple[Advice, ...]:
        """What there is to say about the lead, the strongest first."""
        from store.rules.registry import lead_advice  # no list needs it to be painted

        return lead_advice(self)


def lead_standing(dossier: Dossier, day: Day) -> LeadStanding:
    """Where the lead stands."""
    dossier = as_of(dossier, day.today)
    return LeadStanding(dossier, tally(dossier, day.today, day.rulebook), day)

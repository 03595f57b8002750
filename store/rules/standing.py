"""Where a quote stands on a day: everything that lists, the detail and scripts show of it."""

from datetime import date

import msgspec

from store.records.dossier import Dossier
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.words import Kind
from store.rules.advice import Advice
from store.rules.counting import LimitState, Tally
from store.rules.find import text_of_quote
from store.rules.groups import Group, draft_group, is_snoozed, pending_group
from store.rules.kept import kept
from store.rules.leads import LeadStanding
from store.rules.owing import Owed, owed_for
from store.rules.rulebook import Rulebook
from store.rules.steps import open_steps

_UNDER, _FOLLOW_UP = LimitState.UNDER, Kind.FOLLOW_UP


class Standing(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One quote on one day. Each fact is worked out when it is first asked for, and kept."""

    quote: Quote
    of_lead: LeadStanding

    @property
    def dossier(self) -> Dossier:
        """The lead's history up to today."""
        return self.of_lead.dossier

    @property
    def tally(self) -> Tally:
        """The lead's count, total and limit."""
        return self.of_lead.tally

    @property
    def today(self) -> date:
        """The day on which it is seen."""
        return self.of_lead.day.today

    @property
    def rulebook(self) -> Rulebook:
        """The rules that hold."""
        return self.of_lead.day.rulebook

    @property
    def lead(self) -> Lead:
        """The quote's lead."""
        return self.dossier.lead

    @property
    def lead_id(self) -> int:
        """The id of its lead."""
        return self.quote.lead_id

    @kept
    def contacts(self) -> tuple[FollowUp, ...]:
        """The quote's contacts up to today, in the order in which they happened."""
        return self.dossier.contacts_of(self.quote)

    @kept
    def follow_ups(self) -> int:
        """How many follow-ups this quote had; `tally` has the lead's."""
        return sum(contact.kind is _FOLLOW_UP for contact in self.contacts)

    @kept
    def was_called(self) -> bool:
        """Whether one of the contacts was a call."""
        return any(call.quote_id == self.quote.id for call in self.of_lead.calls)

    @kept
    def limit(self) -> int:
        """The lead's limit, in follow-ups; the quote's own one where it is not pending."""
        if self.quote.is_pending:
            return self.tally.limit
        return self.rulebook.limit(self.quote, self.lead)

    @property
    def limit_state(self) -> LimitState:
        """The lead's count against the limit; under where the quote is not pending."""
        return self.of_lead.tally.state if self.quote.is_pending else _UNDER

    @kept
    def valid_until(self) -> date | None:
        """The last day, inclusive, on which the quote can be accepted."""
        return self.rulebook.valid_until(self.quote)

    @kept
    def days_left(self) -> int | None:
        """Days to the last valid day, negative once it has passed; none for closed quotes."""
        if self.valid_until is None or not self.quote.status.is_open:
            return None
        return (self.valid_until - self.today).days

    @property
    def is_expired(self) -> bool:
        """Sent, not closed, and past its last valid day (PRACTICES A3)."""
        last_day = self.valid_until
        return self.quote.is_pending and last_day is not None and last_day < self.today

    @kept
    def steps(self) -> tuple[date, ...]:
        """The open steps; once the quote has expired, only those after its last valid day."""
        last_day = self.valid_until
        if not self.quote.is_pending or last_day is None:
            return ()
        still_open = open_steps(self.rulebook.steps(self.quote), self.contacts)
        if not self.is_expired:
            return still_open
        return tuple(day for day in still_open if day > last_day)

    @kept
    def next_on(self) -> date | None:
        """The earliest open step's day, which may lie in the past.

        None where no step is left, the limit is reached or the quote is not pending. A snooze
        holds it back until it has run out; nothing is due before the day of the decision
        (PRACTICES A5).
        """
        if self.limit_state is not _UNDER or not self.steps:
            return None
        quote = self.quote
        snooze = quote.snoozed_until if is_snoozed(quote, self.today) else None
        days = (self.steps[0], snooze, quote.decision_expected)
        return max([day for day in days if day is not None])

    @kept
    def owed(self) -> Owed:
        """What we owe: an answer, a summary, a call (PRACTICES E3, E4, E10)."""
        return owed_for(self.quote, self.contacts, self.today)

    @kept
    def group(self) -> Group | None:
        """What the quote asks for today; none for closed quotes."""
        if not self.quote.status.is_open:
            return None
        return pending_group(self) if self.quote.is_pending else draft_group(self)

    @property
    def found_by(self) -> str:
        """What finding looks through."""
        return text_of_quote(self.quote, self.lead)

    @kept
    def advice(self) -> tuple[Advice, ...]:
        """What there is to say about the quote and its lead, the strongest first."""
        from store.rules.registry import quote_advice  # no list needs it to be painted

        return quote_advice(self)


def standings(of_lead: LeadStanding) -> tuple[Standing, ...]:
    """Where each of the lead's quotes stands."""
    return tuple([Standing(quote, of_lead) for quote in of_lead.quotes])

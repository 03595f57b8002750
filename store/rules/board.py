"""A snapshot seen on a day: every view is worked out from it, each lead once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from typing import Literal, NamedTuple

from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.rules.all_leads import AllLeads, LeadGlance
from store.rules.closed import Closed, QuoteGlance
from store.rules.counting import LimitState
from store.rules.groups import Group
from store.rules.journal import ContactGlance, ContactRow, Journal
from store.rules.leads import Day, LeadStanding
from store.rules.links import Link, links, links_of
from store.rules.listings import Listings
from store.rules.order import work_key
from store.rules.ordered import Ordered
from store.rules.platform_history import PlatformHistory, platform_history, won_as_much
from store.rules.resting import is_back
from store.rules.rulebook import Rulebook
from store.rules.standing import Standing
from store.rules.sums import Money, sums
from store.rules.views import View
from store.rules.worked_out import Known, WorkedOut

ListName = Literal["closed", "leads", "journal", "linked"]

Work = Standing | LeadStanding
"""What asks for something today: a quote, or a lead that is back."""


class Summary(NamedTuple):
    """The day in numbers: quotes for each group, leads at and past their limit, money pending.

    `back` are the leads whose rest is over.
    """

    owed: int
    to_chase: int
    to_send: int
    to_decide: int
    expiring: int
    at_limit: int
    past_limit: int
    pending: tuple[Money, ...]
    back: int = 0


class Board:
    """What the views show of `snapshot` on the day `today` under the rules of `rulebook`.

    `now` is the time of that day, none where it is not known. A thread may work things out ahead.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        today: date,
        rulebook: Rulebook,
        now: time | None = None,
        platforms: PlatformHistory | None = None,
        known: Mapping[int, Known] | None = None,
    ) -> None:
        self.snapshot = snapshot
        platforms = platforms or platform_history(snapshot, today)
        self.day = Day(today, rulebook, now, platforms)
        day_of_others = Day(today, rulebook, now, platforms.without_share())
        self._worked_out = WorkedOut(snapshot, self.day, day_of_others, known or {})
        self._listings = Listings()

    @property
    def today(self) -> date:
        """The day on which everything is seen."""
        return self.day.today

    @property
    def rulebook(self) -> Rulebook:
        """The rules that hold."""
        return self.day.rulebook

    def with_snapshot(self, snapshot: Snapshot) -> "Board":
        """The board of a later snapshot; leads in which nothing changed are not redone.

        Unless something did that concerns others: an incident, or what came through platforms.
        """
        platforms = platform_history(snapshot, self.today)
        if platforms.incidents != self.day.platforms.incidents:
            return Board(snapshot, self.today, self.rulebook, self.day.now, platforms)
        step = snapshot.step
        touched = step.leads if step is not None and step.before is self.snapshot.mark else None
        if touched is not None and won_as_much(self.snapshot, snapshot, touched):
            redone = touched
            platforms = self.day.platforms.seen_in(snapshot)
        else:
            known = self._worked_out.known
            redone = {key for key, each in known.items() if each.dossier.lead.platform}
        known = self._worked_out.without(redone)
        board = Board(snapshot, self.today, self.rulebook, self.day.now, platforms, known)
        if touched is not None:
            board._listings = self._listings.after(touched | redone)
        return board

    def at(self, now: time | None) -> "Board":
        """The board at another time of the day; only leads that wait for an answer are redone."""
        known = self._worked_out.known
        waiting = {lead_id for lead_id, each in known.items() if each.owes}
        known = self._worked_out.without(waiting)
        board = Board(self.snapshot, self.today, self.rulebook, now, self.day.platforms, known)
        board._listings = self._listings.after(waiting)
        return board

    @property
    def owes(self) -> bool:
        """Whether a lead that was looked at waits for an answer."""
        return any(known.owes for known in self._worked_out.known.values())

    def of_lead(self, lead_id: int) -> tuple[Standing, ...]:
        """Where each quote of the lead stands."""
        return self._worked_out.of_lead(lead_id).quotes

    def lead(self, lead_id: int) -> LeadStanding:
        """Where the lead itself stands."""
        return self._worked_out.of_lead(lead_id).lead

    def of_quote(self, quote: Quote) -> Standing:
        """Where the quote stands."""
        return self._worked_out.of_quote(quote)

    def quotes(self, view: View = View.ALL) -> Sequence[Standing]:
        """The quotes that the view shows, in the order of their work; listed once."""
        if view is View.CLOSED:
            return self.closed()

        def rows(leads: Iterable[int]) -> Iterator[Standing]:
            return filter(view.shows, self._worked_out.quotes(leads))

        leads = self.snapshot.dossiers.keys if view is View.ALL else self._open_leads
        return self._listings.listed(view, lambda: rows(leads()), rows, work_key)

    def closed(self) -> Ordered[Standing, QuoteGlance]:
        """The closed quotes, the latest first; their order is worked out once."""
        return self._listings.ordered("closed", lambda: Closed(self._worked_out, self.today))

    def open_quotes(self) -> Sequence[Standing]:
        """Pending quotes and drafts, in the order of their work; listed once."""

        def rows(leads: Iterable[int]) -> Iterator[Standing]:
            return (each for each in self._worked_out.quotes(leads) if each.group is not None)

        return self._listings.listed("open", lambda: rows(self._open_leads()), rows, work_key)

    def work(self) -> Sequence[Work]:
        """All that asks for something today, in order; leads that are back are owed a word (H8)."""
        quotes = self.quotes(View.TODAY)
        owed = sum(each.group is Group.OWED for each in quotes)
        return [*quotes[:owed], *self.back(), *quotes[owed:]]

    def back(self) -> list[LeadStanding]:
        """The leads whose rest is over, the longest first, then by name."""
        dossiers = self.snapshot.dossiers
        resting = dossiers.outline.resting
        found = [self.lead(each) for each in resting if is_back(dossiers[each], self.today)]
        return sorted(
            found,
            key=lambda each: (each.lead.recontact_on, each.lead.name.casefold(), each.lead.id),
        )

    def leads(self) -> Ordered[LeadStanding, LeadGlance]:
        """All leads: those with most pending money first, then by name; ordered once."""
        limit = self.rulebook.settings.limit
        return self._listings.ordered(
            "leads", lambda: AllLeads(self._worked_out, self.today, limit)
        )

    def journal(self) -> Ordered[ContactRow, ContactGlance]:
        """All contacts, the latest first; ordered once."""
        return self._listings.ordered("journal", lambda: Journal(self.snapshot, self.today))

    def linked(self) -> Sequence[Link]:
        """The quotes that name others they resemble (PRACTICES G11); listed once."""
        snapshot = self.snapshot
        return self._listings.listed(
            "linked",
            lambda: links(snapshot),
            lambda leads: links_of(snapshot, leads),
            lambda link: (link.ref, link.id),
        )

    def knows(self, name: ListName) -> bool:
        """Whether that long list was worked out, for which every record has to be looked at."""
        return self._listings.knows(name)

    def summary(self) -> Summary:
        """The day in numbers."""
        found = self.open_quotes()
        groups = [each.group for each in found]
        limits = {each.lead.id: each.limit_state for each in found if each.quote.is_pending}
        states = list(limits.values())
        return Summary(
            owed=groups.count(Group.OWED),
            to_chase=groups.count(Group.FOLLOW_UP),
            to_send=groups.count(Group.TO_SEND),
            to_decide=groups.count(Group.DECIDE),
            expiring=groups.count(Group.EXPIRING),
            at_limit=states.count(LimitState.REACHED),
            past_limit=states.count(LimitState.EXCEEDED),
            pending=sums(each.quote for each in found if each.quote.is_pending),
            back=len(self.back()),
        )

    def _open_leads(self) -> list[int]:
        return self.snapshot.dossiers.open_on(self.today)

"""A snapshot seen on a day: every view is worked out from it, each lead once."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, time
from functools import partial
from typing import Literal, NamedTuple

from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.rules.all_leads import AllLeads, LeadGlance
from store.rules.closed import Closed, QuoteGlance
from store.rules.groups import Group
from store.rules.journal import ContactGlance, ContactRow, Journal
from store.rules.leads import Day, LeadStanding
from store.rules.links import Link, links, links_of
from store.rules.listings import Listings, OfLead
from store.rules.order import rank, work_key
from store.rules.ordered import Ordered
from store.rules.platform_history import PlatformHistory, platform_history, won_as_much
from store.rules.resting import is_back
from store.rules.rulebook import Rulebook
from store.rules.standing import Standing
from store.rules.summary import Summary, redone, summary_of
from store.rules.views import View
from store.rules.worked_out import Known, WorkedOut

ListName = Literal["closed", "leads", "journal", "linked"]

Work = Standing | LeadStanding
"""What asks for something today: a quote, or a lead that is back."""


class _Rest(NamedTuple):
    """The summary of an earlier board, and what of it these leads were, which may have changed."""

    known: Summary
    before: Summary
    leads: AbstractSet[int]


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
        self._summary: Summary | None = None
        self._rest: _Rest | None = None

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
            leads = touched
            platforms = self.day.platforms.seen_in(snapshot)
        else:
            known = self._worked_out.known
            leads = {key for key, each in known.items() if each.dossier.lead.platform}
        known = self._worked_out.without(leads)
        board = Board(snapshot, self.today, self.rulebook, self.day.now, platforms, known)
        if touched is not None:
            self._taken_over_by(board, touched | leads)
        return board

    def at(self, now: time | None) -> "Board":
        """The board at another time of the day; only leads that wait for an answer are redone."""
        known = self._worked_out.known
        waiting = {lead_id for lead_id, each in known.items() if each.owes}
        known = self._worked_out.without(waiting)
        board = Board(self.snapshot, self.today, self.rulebook, now, self.day.platforms, known)
        self._taken_over_by(board, waiting)
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

        leads = self.snapshot.dossiers.keys if view is View.ALL else self._open_leads
        rows = partial(self._quotes_of, view.shows)
        return self._listings.listed(view, lambda: rows(leads()), rows, work_key)

    def closed(self) -> Ordered[Standing, QuoteGlance]:
        """The closed quotes, the latest first; their order is worked out once."""
        return self._listings.ordered("closed", lambda: Closed(self._worked_out, self.today))

    def open_quotes(self) -> Sequence[Standing]:
        """Pending quotes and drafts, in the order of their work; listed once."""

        rows = partial(self._quotes_of, _is_open)
        return self._listings.listed("open", lambda: rows(self._open_leads()), rows, work_key)

    def work(self) -> Sequence[Work]:
        """All that asks for something today, in order; leads that are back are owed a word (H8)."""
        quotes = self.quotes(View.TODAY)
        owed = bisect_right(quotes, rank(Group.OWED), key=lambda each: rank(each.group))
        return [*quotes[:owed], *self.back(), *quotes[owed:]]

    def back(self) -> Sequence[LeadStanding]:
        """The leads whose rest is over, the longest first, then by name; listed once."""
        rows = self._back_of
        resting = self.snapshot.dossiers.outline.resting
        return self._listings.listed("back", lambda: rows(resting), rows, _back_key)

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
        """The day in numbers, counted once; of an earlier board's only touched leads anew."""
        if self._summary is None:
            rest, self._rest = self._rest, None
            counted = rest and redone(rest.known, rest.before, self._summary_of(rest.leads))
            counted = counted or self._summary_of(self._open_leads())
            self._summary = counted._replace(back=len(self.back()))
        return self._summary

    def _summary_of(self, leads: Iterable[int]) -> Summary:
        there = self.snapshot.dossiers
        return summary_of([self._worked_out.of_lead(each) for each in leads if each in there])

    def _taken_over_by(self, board: "Board", touched: AbstractSet[int]) -> None:
        """Hands on what was listed and counted, but for these leads."""
        board._listings = self._listings.after(touched, self._rows)
        if self._summary is not None or self._rest is not None:
            board._rest = _Rest(self.summary(), self._summary_of(touched), touched)

    def _rows(self, name: Hashable, leads: Iterable[int]) -> Iterable[OfLead]:
        """The rows of these leads in the list of that name."""
        if name == "back":
            return self._back_of(leads)
        if name == "linked":
            return links_of(self.snapshot, leads)
        return self._quotes_of(name.shows if isinstance(name, View) else _is_open, leads)

    def _quotes_of(
        self, shows: Callable[[Standing], bool], leads: Iterable[int]
    ) -> Iterator[Standing]:
        return filter(shows, self._worked_out.quotes(leads))

    def _back_of(self, leads: Iterable[int]) -> Iterator[LeadStanding]:
        dossiers = self.snapshot.dossiers
        rested = (each for each in leads if each in dossiers.outline.resting)
        return (self.lead(each) for each in rested if is_back(dossiers[each], self.today))

    def _open_leads(self) -> list[int]:
        return self.snapshot.dossiers.open_on(self.today)


def _is_open(standing: Standing) -> bool:
    return standing.group is not None


def _back_key(standing: LeadStanding) -> tuple[date, str, int]:
    lead = standing.lead
    return (lead.recontact_on or date.max, lead.name.casefold(), lead.id)

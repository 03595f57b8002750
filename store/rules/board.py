"""A snapshot seen on a day: every view is worked out from it, each lead once."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, time
from typing import NamedTuple

from store.records.dossier import Dossier
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.rules.counting import LimitState
from store.rules.groups import Group
from store.rules.journal import ContactRow, contacts_of, latest_first
from store.rules.leads import Day, LeadStanding, lead_standing
from store.rules.listings import Listings
from store.rules.order import work_key
from store.rules.platform_history import PlatformHistory, platform_history, won_as_much
from store.rules.resting import is_back
from store.rules.rulebook import Rulebook
from store.rules.standing import Standing, standings
from store.rules.sums import Money, sums
from store.rules.views import View

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


class _WorkedOut(NamedTuple):
    """Where a lead and its quotes stand, worked out of that dossier."""

    dossier: Dossier
    lead: LeadStanding
    quotes: tuple[Standing, ...]

    @property
    def owes(self) -> bool:
        """Whether a reply waits for an answer."""
        return any(standing.owed.reply is not None for standing in self.quotes)


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
    ) -> None:
        self.snapshot = snapshot
        platforms = platforms or platform_history(snapshot, today)
        self.day = Day(today, rulebook, now, platforms)
        self._day_of_others = Day(today, rulebook, now, platforms.without_share())
        self._worked_out: dict[int, _WorkedOut] = {}
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
            known = dict(self._worked_out)
            redone = {key for key, each in known.items() if each.dossier.lead.platform}
        board = Board(snapshot, self.today, self.rulebook, self.day.now, platforms)
        board._worked_out = self._worked_out_without(redone)
        if touched is not None:
            board._listings = self._listings.after(touched | redone)
        return board

    def at(self, now: time | None) -> "Board":
        """The board at another time of the day; only leads that wait for an answer are redone."""
        board = Board(self.snapshot, self.today, self.rulebook, now, self.day.platforms)
        known = dict(self._worked_out)
        waiting = {lead_id for lead_id, each in known.items() if each.owes}
        board._worked_out = self._worked_out_without(waiting)
        board._listings = self._listings.after(waiting)
        return board

    def _worked_out_without(self, leads: AbstractSet[int]) -> dict[int, _WorkedOut]:
        known = dict(self._worked_out)
        return {key: each for key, each in known.items() if key not in leads}

    @property
    def owes(self) -> bool:
        """Whether a lead that was looked at waits for an answer."""
        return any(known.owes for known in [*self._worked_out.values()])

    def of_lead(self, lead_id: int) -> tuple[Standing, ...]:
        """Where each quote of the lead stands."""
        return self._known(lead_id).quotes

    def lead(self, lead_id: int) -> LeadStanding:
        """Where the lead itself stands."""
        return self._known(lead_id).lead

    def _known(self, lead_id: int) -> "_WorkedOut":
        dossier = self.snapshot.dossiers[lead_id]
        known = self._worked_out.get(lead_id)
        if known is None or known.dossier is not dossier:
            day = self.day if dossier.lead.platform else self._day_of_others
            of_lead = lead_standing(dossier, day)
            known = _WorkedOut(dossier, of_lead, standings(of_lead))
            self._worked_out[lead_id] = known
        return known

    def of_quote(self, quote: Quote) -> Standing:
        """Where the quote stands."""
        return next(each for each in self.of_lead(quote.lead_id) if each.quote.id == quote.id)

    def quotes(self, view: View = View.ALL) -> Sequence[Standing]:
        """The quotes that the view shows, in the order of their work; listed once."""
        if view not in (View.ALL, View.CLOSED):
            return self._listings.within(view, self.open_quotes, view.shows)

        def rows(leads: Iterable[int]) -> Iterator[Standing]:
            return filter(view.shows, self._of_leads(leads))

        return self._listings.listed(view, self.snapshot.dossiers.keys, rows, work_key)

    def open_quotes(self) -> Sequence[Standing]:
        """Pending quotes and drafts, in the order of their work; listed once."""

        def rows(leads: Iterable[int]) -> Iterator[Standing]:
            return (each for each in self._of_leads(leads) if each.quote.status.is_open)

        return self._listings.listed("open", self._open_leads, rows, work_key)

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

    def leads(self) -> Sequence[LeadStanding]:
        """All leads: those with most pending money first, then by name; listed once."""

        def rows(leads: Iterable[int]) -> Iterator[LeadStanding]:
            return (self.lead(each) for each in leads if each in self.snapshot.dossiers)

        return self._listings.listed("leads", self.snapshot.dossiers.keys, rows, _lead_key)

    def journal(self) -> Sequence[ContactRow]:
        """All contacts, the latest first; listed once."""
        dossiers, quotes = self.snapshot.dossiers, self.snapshot.quotes

        def rows(leads: Iterable[int]) -> Iterator[ContactRow]:
            for lead_id in leads:
                if lead_id in dossiers:
                    yield from contacts_of(dossiers[lead_id], quotes, self.today)

        return self._listings.listed("journal", dossiers.keys, rows, latest_first)

    def linked(self) -> Sequence[Standing]:
        """The quotes that name others they resemble (PRACTICES G11); listed once."""

        def rows(leads: Iterable[int]) -> Iterator[Standing]:
            return (each for each in self._of_leads(leads) if each.quote.similar_to)

        return self._listings.listed("linked", self.snapshot.dossiers.keys, rows, work_key)

    @property
    def knows_linked(self) -> bool:
        """Whether those were listed, for which every quote has to be looked at."""
        return self._listings.knows("linked")

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

    def _of_leads(self, leads: Iterable[int]) -> Iterator[Standing]:
        """Where each quote of these leads stands; a lead that is gone has none."""
        for lead_id in leads:
            if lead_id in self.snapshot.dossiers:
                yield from self.of_lead(lead_id)


def _lead_key(standing: LeadStanding) -> tuple[int, str, int]:
    largest = standing.pending_sums[0].amount if standing.pending_sums else 0
    return (-int(largest * 100), standing.lead.name.casefold(), standing.lead.id)

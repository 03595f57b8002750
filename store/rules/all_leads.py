"""All leads, those first with which most money is pending: with most of them nothing is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol

import msgspec

from store.records.glances import glance, heads
from store.records.ids import Id
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.words import Kind
from store.rules.counting import Tally
from store.rules.find import NameHead, text_of_lead
from store.rules.leads import LeadStanding
from store.rules.ordered import Entry
from store.rules.sums import Money
from store.rules.worked_out import WorkedOut

LeadKey = tuple[int, str, int]


class LeadGlance(Protocol):
    """A lead as far as finding and sorting look at it."""

    @property
    def lead(self) -> Lead: ...
    @property
    def tally(self) -> Tally: ...
    @property
    def pending(self) -> Sequence[Quote]: ...
    @property
    def pending_sums(self) -> Sequence[Money]: ...
    @property
    def found_by(self) -> str: ...


class AllLeads:
    """The kind of list of all leads. `limit` is the one of leads with which nothing is pending."""

    def __init__(self, worked_out: WorkedOut, today: date, limit: int) -> None:
        self._worked_out = worked_out
        self._snapshot = worked_out.snapshot
        self._today = today
        self._limit = limit

    def entries(self) -> Iterator[Entry]:
        """Every lead; only where something is open it is looked at whole."""
        names = dict(heads(self._snapshot.leads, NameHead))
        is_open = {*self._snapshot.dossiers.open_on(self._today)}
        for lead_id in self._snapshot.dossiers:
            if lead_id in is_open:
                yield from self.entries_of(lead_id)
            else:
                name = (names.get(lead_id) or NameHead()).name
                yield Entry((0, name.casefold(), lead_id), lead_id, lead_id)

    def entries_of(self, lead_id: int) -> Iterator[Entry]:
        """The lead, unless it is gone."""
        if lead_id in self._snapshot.dossiers:
            yield Entry(_key(self.row(lead_id)), lead_id, lead_id)

    def key(self, number: int) -> LeadKey:
        """By how much is pending, then by name."""
        if self._snapshot.dossiers.outline.is_open_on(number, self._today):
            return _key(self.row(number))
        return (0, self._lead(number).name.casefold(), number)

    def row(self, number: int) -> LeadStanding:
        """Where the lead stands."""
        return self._worked_out.of_lead(number).lead

    def glances(self, numbers: Sequence[int]) -> Iterable[LeadGlance]:
        """The leads; with those that are not open nothing is pending, and nothing counts."""
        outline = self._snapshot.dossiers.outline
        totals = self._totals()
        for number in numbers:
            if outline.is_open_on(number, self._today):
                yield self.row(number)
            else:
                yield _Glance(self._lead(number), Tally(0, totals[number], self._limit))

    def _lead(self, number: int) -> Lead:
        known = number in self._snapshot.leads
        return glance(self._snapshot.leads, number) if known else Lead(id=number, name="")

    def _totals(self) -> Counter[int]:
        """How many follow-ups there were up to today, by lead."""
        return Counter(
            head.lead_id
            for _, head in heads(self._snapshot.follow_ups, _ContactHead)
            if head.kind is Kind.FOLLOW_UP and (head.on is None or head.on <= self._today)
        )


class _Glance(NamedTuple):
    lead: Lead
    tally: Tally
    pending: Sequence[Quote] = ()
    pending_sums: Sequence[Money] = ()

    @property
    def found_by(self) -> str:
        """What finding looks through."""
        return text_of_lead(self.lead)


class _ContactHead(msgspec.Struct, frozen=True, gc=False):
    lead_id: Id
    kind: Kind = Kind.FOLLOW_UP
    on: date | None = None


def _key(standing: LeadStanding) -> LeadKey:
    largest = standing.pending_sums[0].amount if standing.pending_sums else 0
    return (-int(largest * 100), standing.lead.name.casefold(), standing.lead.id)

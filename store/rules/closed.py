"""The quotes that are closed, the latest first: most of ten years' quotes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol

import msgspec

from store.records.glances import glance, heads
from store.records.ids import Id
from store.records.outline import Ending, closed_on
from store.records.quote import Quote
from store.records.words import Status
from store.rules.find import Named, NameHead, text_of_quote
from store.rules.order import ClosedKey, closed_key
from store.rules.ordered import Entry
from store.rules.standing import Standing
from store.rules.worked_out import WorkedOut


class QuoteGlance(Protocol):
    """A quote as far as finding and sorting look at it."""

    @property
    def quote(self) -> Quote: ...
    @property
    def lead(self) -> Named: ...
    @property
    def found_by(self) -> str: ...


class Closed:
    """The kind of list of closed quotes."""

    def __init__(self, worked_out: WorkedOut, today: date) -> None:
        self._worked_out = worked_out
        self._snapshot = worked_out.snapshot
        self._today = today

    def entries(self) -> Iterator[Entry]:
        """Every quote that is closed on the day, by when it was."""
        for number, head in heads(self._snapshot.quotes, _ClosedHead):
            if _is_closed(head, self._today):
                yield Entry(closed_key(head, number), number, head.lead_id)

    def entries_of(self, lead_id: int) -> Iterator[Entry]:
        """Those of that lead."""
        dossier = self._snapshot.dossiers.get(lead_id)
        for quote in dossier.quotes if dossier else ():
            if _is_closed(quote, self._today):
                yield Entry(closed_key(quote, quote.id), quote.id, lead_id)

    def key(self, number: int) -> ClosedKey:
        """When the quote was closed."""
        return closed_key(glance(self._snapshot.quotes, number), number)

    def row(self, number: int) -> Standing:
        """Where the quote stands."""
        return self._worked_out.of_quote(self._snapshot.quotes[number])

    def glances(self, numbers: Sequence[int]) -> Iterable[QuoteGlance]:
        """The quotes with the names of their leads."""
        names = dict(heads(self._snapshot.leads, NameHead))
        for number in numbers:
            quote = glance(self._snapshot.quotes, number)
            yield _Glance(quote, names.get(quote.lead_id) or NameHead())


def _is_closed(quote: Ending, today: date) -> bool:
    return not quote.status.is_open and closed_on(quote) <= today


class _Glance(NamedTuple):
    quote: Quote
    lead: Named

    @property
    def found_by(self) -> str:
        """What finding looks through."""
        return text_of_quote(self.quote, self.lead)


class _EndHead(msgspec.Struct, frozen=True, gc=False):
    on: date | None = None


class _ClosedHead(msgspec.Struct, frozen=True, gc=False):
    lead_id: Id
    amount: Decimal = Decimal(0)
    ref: str = ""
    status: Status = Status.DRAFT
    sent_on: date | None = None
    outcome: _EndHead | None = None

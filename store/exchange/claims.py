"""Which quote each row of a file is about: no two rows are about the same one.

What a row is called in the file goes before what a person calls a quote since: whoever renames a
quote to what the file calls another one must not lose that other one.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from store.exchange.imported import ImportedQuote
from store.records.quote import Quote
from store.records.text import fold
from store.records.words import Status

LeadCalled = Callable[[str], int | None]
"""The id of the lead that the file calls so; none where there is no such lead, or two."""

_Keys = Iterable[Hashable]


class _Stage(NamedTuple):
    """By which keys quotes and rows are compared; `is_unique` refuses where several share one."""

    of_quote: Callable[[Quote], _Keys]
    of_row: Callable[[ImportedQuote, LeadCalled], _Keys]
    is_unique: bool = False


class Claims:
    """The quotes of the tracker that the rows are about; the surest match is made first."""

    def __init__(
        self, quotes: Iterable[Quote], rows: Sequence[ImportedQuote], lead_called: LeadCalled
    ) -> None:
        self._of_row: dict[int, Quote] = {}
        self._taken: set[int] = set()
        known = tuple(quotes)
        for stage in _STAGES:
            self._claim(stage, known, rows, lead_called)

    def of(self, row: ImportedQuote) -> Quote | None:
        """The quote that the row is about; none for a row that is new."""
        return self._of_row.get(row.quote_id)

    def is_taken(self, quote: Quote) -> bool:
        """Whether some row is about the quote."""
        return quote.id in self._taken

    def _claim(
        self,
        stage: _Stage,
        quotes: Iterable[Quote],
        rows: Iterable[ImportedQuote],
        lead_called: LeadCalled,
    ) -> None:
        index: dict[Hashable, list[Quote]] = {}
        for quote in quotes:
            if quote.id not in self._taken:
                for key in stage.of_quote(quote):
                    index.setdefault(key, []).append(quote)
        left = [row for row in rows if row.quote_id not in self._of_row]
        wanted = [(row, key) for row in left for key in stage.of_row(row, lead_called)]
        times = Counter(key for _, key in wanted) if stage.is_unique else {}
        for row, key in wanted:
            found = [each for each in index.get(key, ()) if each.id not in self._taken]
            is_sure = not stage.is_unique or len(found) == times[key] == 1
            if found and is_sure and row.quote_id not in self._of_row:
                self._of_row[row.quote_id] = found[0]
                self._taken.add(found[0].id)


def _id(quote: Quote) -> Iterator[Hashable]:
    yield quote.id


def _row_id(row: ImportedQuote, _: LeadCalled) -> Iterator[Hashable]:
    yield row.quote_id


def _identity(quote: Quote) -> Iterator[Hashable]:
    """What the file itself went by when it was last imported."""
    said = quote.imported
    if said is not None:
        yield fold(said.lead), _name(said.ref, said.title, said.sent_on or said.asked_on)


def _row_identity(row: ImportedQuote, _: LeadCalled) -> Iterator[Hashable]:
    yield fold(row.lead), _row_name(row)


def _said(quote: Quote) -> Iterator[Hashable]:
    """What the file called it, with a ref or without one, at the lead then and at that of now."""
    said = quote.imported
    if said is None:
        return
    for lead in (quote.lead_id, fold(said.lead)):
        if said.ref:
            yield lead, _name(said.ref)
        yield lead, _name("", said.title, said.sent_on or said.asked_on)


def _current(quote: Quote) -> Iterator[Hashable]:
    """What it is called now, at the lead of now and at the one that the file said."""
    said = quote.imported
    for lead in (quote.lead_id, fold(said.lead)) if said else (quote.lead_id,):
        yield lead, _name(quote.ref)
        yield lead, _name("", quote.title, quote.sent_on or quote.asked_on)


def _row_keys(row: ImportedQuote, lead_called: LeadCalled) -> Iterator[Hashable]:
    lead = lead_called(row.lead)
    if lead is not None:
        yield lead, _row_name(row)
    yield fold(row.lead), _row_name(row)


def _draft(quote: Quote) -> Iterator[Hashable]:
    """A draft as the file had it, which has no day of sending to be found by."""
    said = quote.imported
    if said is not None and said.status is Status.DRAFT and not said.ref:
        yield fold(said.lead), fold(said.title), said.asked_on


def _row_sent(row: ImportedQuote, _: LeadCalled) -> Iterator[Hashable]:
    if row.sent_on is not None and not row.ref:
        yield fold(row.lead), fold(row.title), row.asked_on


def _row_name(row: ImportedQuote) -> Hashable:
    return _name(row.ref, row.title, row.sent_on or row.asked_on)


def _name(ref: str, title: str = "", day: date | None = None) -> Hashable:
    return fold(ref) if ref else (fold(title), day)


_STAGES = (
    _Stage(_id, _row_id),
    _Stage(_identity, _row_identity),
    _Stage(_said, _row_keys),
    _Stage(_current, _row_keys),
    _Stage(_draft, _row_sent, is_unique=True),
)

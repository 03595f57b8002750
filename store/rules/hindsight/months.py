"""The last twelve months: how many quotes were sent in each, and how many were won."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from store.records.quote import Quote
from store.records.words import Status

MONTHS = 12


class Month(msgspec.Struct, frozen=True):
    """One calendar month by its first day, with numbers of quotes."""

    first: date
    sent: int
    won: int


def last_months(quotes: Iterable[Quote], today: date) -> tuple[Month, ...]:
    """The month of `today` and the eleven before it, the earliest first."""
    sent: Counter[int] = Counter()
    won: Counter[int] = Counter()
    for quote in quotes:
        if quote.sent_on is not None:
            sent[_number(quote.sent_on)] += 1
        if quote.status is Status.WON and quote.outcome and quote.outcome.on:
            won[_number(quote.outcome.on)] += 1
    last = _number(today)
    return tuple(
        Month(date(number // 12, number % 12 + 1, 1), sent[number], won[number])
        for number in range(last - MONTHS + 1, last + 1)
    )


def _number(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1

"""Sums of amounts, apart for each currency: amounts of two currencies are never added."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from store.records.quote import Quote


class Money(NamedTuple):
    """An amount and its ISO 4217 currency."""

    amount: Decimal
    currency: str


def sums(quotes: Iterable[Quote]) -> tuple[Money, ...]:
    """One sum for each currency among the quotes, the largest number first."""
    totals: dict[str, Decimal] = {}
    for quote in quotes:
        totals[quote.currency] = totals.get(quote.currency, Decimal(0)) + quote.amount
    return moneys(totals)


def moneys(totals: Mapping[str, Decimal]) -> tuple[Money, ...]:
    """The totals by currency, the largest number first."""
    money = (Money(amount, currency) for currency, amount in totals.items())
    return tuple(sorted(money, key=lambda sum_: (-sum_.amount, sum_.currency)))

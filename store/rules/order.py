"""The order of lists: by group, then the higher amount, the earlier deadline, the ref.

A claim of urgency never raises a rank; the amount does (PRACTICES C1).
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol

from store.records.outline import Ending
from store.rules.groups import Group
from store.rules.standing import Standing

_ORDER: tuple[Group | None, ...] = (*Group, None)


def rank(group: Group | None) -> int:
    """The place of a group among groups; closed quotes, which have none, come last."""
    return _ORDER.index(group)


def in_work_order(standings: Iterable[Standing]) -> list[Standing]:
    """Open quotes in the order of their work, then closed ones, the latest closed first."""
    return sorted(standings, key=work_key)


def work_key(standing: Standing) -> tuple[int, int, Decimal, date, str, int]:
    """What that order compares; of two with one ref, the lower id comes first."""
    quote = standing.quote
    if standing.group is None:
        days, amount, ref, number = closed_key(quote, quote.id)
        return (rank(None), days, amount, date.max, ref, number)
    deadline = standing.valid_until or date.max
    return (rank(standing.group), 0, -quote.amount, deadline, quote.ref, quote.id)


class ClosedHead(Ending, Protocol):
    """What is compared of a closed quote."""

    @property
    def amount(self) -> Decimal: ...
    @property
    def ref(self) -> str: ...
    @property
    def sent_on(self) -> date | None: ...


ClosedKey = tuple[int, Decimal, str, int]


def closed_key(quote: ClosedHead, number: int) -> ClosedKey:
    """What the order of closed quotes compares; `number` is the quote's id."""
    closed_on = quote.outcome.on if quote.outcome else None
    latest = closed_on or quote.sent_on or date.min
    return (-latest.toordinal(), -quote.amount, quote.ref, number)

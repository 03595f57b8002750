"""What offers cost that came to nothing (PRACTICES A2)."""

from collections.abc import Iterable

from store.records.quote import Quote
from store.records.words import Status

CAME_TO_NOTHING = (Status.LOST, Status.DECLINED, Status.NO_RESPONSE)
"""Closed and not won. The work on a superseded offer lives on in the draft that copies it."""


def time_lost(quotes: Iterable[Quote]) -> int:
    """The minutes spent on those of the offers that were closed without being won."""
    return sum(quote.prep_minutes or 0 for quote in quotes if quote.status in CAME_TO_NOTHING)

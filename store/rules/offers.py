"""What became of offers: which were answered, and what those cost that came to nothing."""

from collections.abc import Iterable

from store.records.quote import Quote
from store.records.words import RefusalMode, Status

CAME_TO_NOTHING = (Status.LOST, Status.DECLINED, Status.NO_RESPONSE)
"""Closed and not won. The work on a superseded offer lives on in the draft that copies it."""

_LOST, _JUDGED = Status.LOST, (Status.WON, Status.NO_RESPONSE)


def was_judged(quote: Quote) -> bool:
    """Whether the lead answered the offer by a yes, a no or silence.

    What I declined it did not judge (PRACTICES H6), nor did it lose an offer that was made to be
    refused and was (PRACTICES H2).
    """
    if quote.status is _LOST:
        return quote.mode is not RefusalMode.DETERRENT
    return quote.status in _JUDGED


def time_lost(quotes: Iterable[Quote]) -> int:
    """The minutes spent on offers that were closed without being won (PRACTICES A2)."""
    return sum(quote.prep_minutes or 0 for quote in quotes if quote.status in CAME_TO_NOTHING)

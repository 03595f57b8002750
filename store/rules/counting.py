"""How often a lead was chased since it last replied, against its limit (PRACTICES B1).

It is the person who is chased, not the paper: one count for all pending quotes of a lead.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import msgspec

from store.records.dossier import Dossier
from store.records.follow_up import FollowUp
from store.records.words import Kind
from store.rules.rulebook import Rulebook

_FOLLOW_UP, _REPLY = Kind.FOLLOW_UP, Kind.REPLY


class LimitState(StrEnum):
    """Where a count stands against its limit."""

    UNDER = "under"
    REACHED = "reached"
    EXCEEDED = "exceeded"


_UNDER, _REACHED, _EXCEEDED = LimitState.UNDER, LimitState.REACHED, LimitState.EXCEEDED


class Tally(msgspec.Struct, frozen=True):
    """A lead's follow-ups: `count` since the last reply, `total` ever, and the lowest limit."""

    count: int
    total: int
    limit: int

    @property
    def state(self) -> LimitState:
        """Under, reached or exceeded."""
        return limit_state(self.count, self.limit)


def limit_state(count: int, limit: int) -> LimitState:
    """`count` and `limit` are numbers of follow-ups."""
    if count < limit:
        return _UNDER
    return _REACHED if count == limit else _EXCEEDED


def until(contacts: Sequence[FollowUp], today: date) -> tuple[FollowUp, ...]:
    """The contacts that had happened by `today`; those of unknown day had.

    They are given in the order in which they happened: mostly the last one tells that all had.
    """
    if not contacts or (contacts[-1].on or date.min) <= today:
        return tuple(contacts)
    return tuple(contact for contact in contacts if contact.on is None or contact.on <= today)


def tally(dossier: Dossier, today: date, rulebook: Rulebook) -> Tally:
    """The lead's count over its pending quotes, its total over all, and its limit."""
    pending = [quote for quote in dossier.quotes if quote.is_pending]
    ids = {quote.id for quote in pending}
    count = total = 0
    for contact in until(dossier.contacts, today):
        if contact.kind is _FOLLOW_UP:
            total += 1
            count += contact.quote_id in ids
        elif contact.kind is _REPLY:
            count = 0
    limits = [rulebook.limit(quote, dossier.lead) for quote in pending]
    return Tally(count, total, min(limits) if limits else rulebook.settings.limit)

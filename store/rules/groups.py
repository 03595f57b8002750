"""The groups of the day's work: the first that fits a quote decides what it asks for."""

from datetime import date
from enum import StrEnum
from typing import Protocol

from store.records.quote import Quote
from store.rules.counting import LimitState
from store.rules.owing import Owed

EXPIRING_DAYS = 3
"""A quote is expiring when it has 0 to 3 days left."""


class Group(StrEnum):
    """What a quote asks for today, in the order in which lists show them."""

    OWED = "owed"
    FOLLOW_UP = "follow_up"
    TO_SEND = "to_send"
    DECIDE = "decide"
    EXPIRING = "expiring"
    LATER = "later"


_OWED, _FOLLOW_UP, _DECIDE, _LATER = Group.OWED, Group.FOLLOW_UP, Group.DECIDE, Group.LATER
_UNDER = LimitState.UNDER


class Facts(Protocol):
    """What the choice of a group looks at; `Standing` has it."""

    @property
    def quote(self) -> Quote: ...
    @property
    def today(self) -> date: ...
    @property
    def owed(self) -> Owed: ...
    @property
    def next_on(self) -> date | None: ...
    @property
    def limit_state(self) -> LimitState: ...
    @property
    def days_left(self) -> int | None: ...


def draft_group(draft: Facts) -> Group:
    """The first group that fits a draft (PRACTICES A1)."""
    if is_snoozed(draft.quote, draft.today):
        return _LATER
    if draft.owed:
        return _OWED
    send_by = draft.quote.send_by
    return Group.TO_SEND if send_by is not None and send_by <= draft.today else _LATER


def pending_group(pending: Facts) -> Group:
    """The first group that fits a pending quote. A snooze that has not run out comes first."""
    today = pending.today
    if is_snoozed(pending.quote, today):
        return _LATER
    if pending.owed:
        return _OWED
    if pending.limit_state is not _UNDER:  # then no step is due
        return _DECIDE
    if pending.next_on is not None and pending.next_on <= today:
        return _FOLLOW_UP
    days_left = pending.days_left
    if days_left is None or days_left > EXPIRING_DAYS:
        return _LATER
    return _DECIDE if days_left < 0 else Group.EXPIRING


def is_snoozed(quote: Quote, today: date) -> bool:
    """Whether the quote is hidden from today's work; on its day it is back."""
    return quote.snoozed_until is not None and quote.snoozed_until > today

"""What we owe a lead: an answer, the summary of a call, a call at an agreed time (PRACTICES E)."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.records.words import CallOutcome, Channel, Direction, Kind
from store.rules.calls import is_call, is_held

_REPLY, _OUT, _EMAIL = Kind.REPLY, Direction.OUT, Channel.EMAIL
_MISSED = (CallOutcome.NO_ANSWER, CallOutcome.VOICEMAIL)


class Owed(msgspec.Struct, frozen=True):
    """What is owed for one quote; false where that is nothing."""

    reply: FollowUp | None = None
    """The reply that waits for an answer (PRACTICES E4)."""
    summary: FollowUp | None = None
    """The latest call without its written summary (PRACTICES E3)."""
    call_at: datetime | None = None
    """The time of a call agreed for today (PRACTICES E10)."""

    def __bool__(self) -> bool:
        """Whether anything is owed."""
        return self.reply is not None or self.summary is not None or self.call_at is not None


NOTHING = Owed()


def owed_for(quote: Quote, contacts: Sequence[FollowUp], today: date) -> Owed:
    """What is owed for the quote, whose `contacts` up to today are given in order.

    Nothing once it is closed.
    """
    if not quote.status.is_open or not (contacts or quote.call_at):
        return NOTHING
    reply = unanswered_reply(contacts)
    calls = [each for each in contacts if each.channel is not _EMAIL and is_to_sum_up(each)]
    agreed = quote.call_at and _agreed_call(quote.call_at, contacts, today)
    if reply is None and not calls and agreed is None:
        return NOTHING
    return Owed(reply, calls[-1] if calls else None, agreed)


def unanswered_reply(contacts: Sequence[FollowUp]) -> FollowUp | None:
    """The last reply among a quote's `contacts`, in order, after which nothing went out.

    None where nothing is owed: whatever goes out answers, the written summary of a reply by
    phone too, and some replies need no answer.
    """
    for contact in reversed(contacts):
        if contact.kind is _REPLY:
            return contact if contact.answer_needed and not contact.summary_sent else None
        if contact.direction is _OUT:
            return None
    return None


def calls_to_sum_up(contacts: Sequence[FollowUp]) -> tuple[FollowUp, ...]:
    """The calls that were held and have no written summary, in the order given (PRACTICES E3)."""
    return tuple(filter(is_to_sum_up, contacts))


def is_to_sum_up(contact: FollowUp) -> bool:
    """Whether it is a call that was held and has no written summary (PRACTICES E3).

    A reply by phone after which nothing is owed needs none.
    """
    return contact.answer_needed and not contact.summary_sent and is_held(contact)


def _agreed_call(at: datetime, contacts: Sequence[FollowUp], today: date) -> datetime | None:
    """The call agreed for today, until somebody was reached on that day, or met (PRACTICES E10)."""
    if at.date() != today:
        return None
    reached = (
        contact.on == today and _is_talk(contact) and contact.outcome not in _MISSED
        for contact in contacts
    )
    return None if any(reached) else at


def _is_talk(contact: FollowUp) -> bool:
    """Whether it is a call, or people met, however that was noted."""
    met = contact.kind is Kind.MEETING or contact.channel is Channel.MEETING
    return met or is_call(contact)

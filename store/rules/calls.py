"""What a call is, whether it was held, and how long calls took (PRACTICES E1)."""

from collections.abc import Iterable
from datetime import date

from store.records.dossier import Dossier
from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.records.words import CallOutcome, Channel, Kind, Status

_EMAIL = Channel.EMAIL
_PLATFORM, _MEETING, _ANSWERED = Channel.PLATFORM, Kind.MEETING, CallOutcome.ANSWERED
_TALKS = (Channel.PHONE, Channel.VIDEO)


def is_call(contact: FollowUp) -> bool:
    """Whether people talked, or tried to, through a phone, a screen or a platform's own calls.

    A contact by platform is a message unless it has a length or says how the call ended.
    """
    if contact.channel is _PLATFORM:
        return bool(contact.minutes) or contact.outcome is not None
    return contact.channel in _TALKS


def calls_among(contacts: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """Those of the contacts that are calls; most are e-mails, and none of these is."""
    return tuple([each for each in contacts if each.channel is not _EMAIL and is_call(each)])


def is_held(contact: FollowUp) -> bool:
    """Whether it is a call in which somebody answered.

    Where nobody said how it ended, one that has a length or was a meeting was held.
    """
    if not is_call(contact):
        return False
    if contact.outcome is None:
        return bool(contact.minutes) or contact.kind is _MEETING
    return contact.outcome is _ANSWERED


def call_minutes(contacts: Iterable[FollowUp]) -> int:
    """The length of all calls together, in minutes; those of unknown length are left out."""
    return sum(contact.minutes or 0 for contact in contacts if is_call(contact))


def unpaid_call_minutes(dossier: Dossier) -> int:
    """The minutes of calls before any agreement: up to the day of the lead's first won quote.

    All of them where nothing was won; a day that is not known precedes all others.
    """
    won = [quote for quote in dossier.quotes if quote.status is Status.WON]
    agreed_on = min(map(_agreed_on, won), default=date.max)
    return call_minutes(each for each in dossier.contacts if (each.on or date.min) <= agreed_on)


def _agreed_on(won: Quote) -> date:
    return (won.outcome.on if won.outcome else None) or won.sent_on or date.min

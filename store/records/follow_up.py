"""A contact with a lead about a quote: a follow-up, a reply, an answer, a meeting, a change."""

import datetime
from collections.abc import Sequence
from datetime import date

import msgspec

from store.records.day import checked_day
from store.records.ids import Id
from store.records.stamp import Stamp
from store.records.words import CallOutcome, Channel, Direction, Kind

LONGEST_CONTACT = 24 * 60
"""Longest contact, in minutes."""


class ContactPractice(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The optional field of a contact, left out of the file where nothing was noted."""

    summary_sent: bool = False
    """Whether the written summary of a call went out (PRACTICES E3)."""


class FollowUp(ContactPractice, frozen=True, kw_only=True, gc=False):
    """One contact. Its day and its time may be unknown; `minutes` is its length.

    `answer_needed` is false for a reply after which nothing is owed.
    """

    id: Id = 0
    lead_id: Id
    quote_id: Id
    kind: Kind = Kind.FOLLOW_UP
    direction: Direction = Direction.OUT
    on: date | None = None
    time: datetime.time | None = None
    channel: Channel = Channel.EMAIL
    outcome: CallOutcome | None = None
    minutes: int | None = None
    note: str = ""
    answer_needed: bool = True
    changed: Stamp = Stamp()
    seq: Id = 0

    def __post_init__(self) -> None:
        """Refuses with `ValueError` what no rule could reckon with."""
        checked_day(self.on)
        if self.time is not None and self.time.tzinfo is not None:
            raise ValueError(f"a time with a time zone: {self.time}")
        if self.minutes is not None and not 0 <= self.minutes <= LONGEST_CONTACT:
            raise ValueError(f"{self.minutes} minutes")


def in_order(contacts: Sequence[FollowUp]) -> tuple[FollowUp, ...]:
    """The contacts in the order in which they happened.

    Unknown days precede all known ones. On one day the times decide where every contact of
    that day has one, else the order of recording.
    """
    untimed = {contact.on for contact in contacts if contact.time is None}

    def moment(contact: FollowUp) -> tuple[date, datetime.time, int, int]:
        at = contact.time if contact.time and contact.on not in untimed else datetime.time.min
        return (contact.on or date.min, at, contact.seq, contact.id)

    return tuple(sorted(contacts, key=moment))

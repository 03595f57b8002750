"""The shape of every command."""

from datetime import date, time
from typing import Protocol

import msgspec

from store.errors import NotFound
from store.records.edit import Edit
from store.records.follow_up import FollowUp
from store.records.ids import new_id
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.rules.rulebook import Rulebook


class Circumstances(msgspec.Struct, frozen=True):
    """The day on which a command is given, and the rules that hold.

    `clock` is the time of that day, none where a day was given without one.
    """

    today: date
    rulebook: Rulebook
    clock: time | None = None

    @property
    def settings(self) -> Settings:
        """What the person has set."""
        return self.rulebook.settings


class Command(Protocol):
    """One thing that a person does. Its class name is the command's name in the history."""

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """The edit that the command makes of the snapshot; raises `TrackerError`."""
        ...


class Insistent(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a command that a rule may refuse: with `insist` it is done all the same."""

    insist: bool = False


def fresh_id() -> int:
    """An id for a record that a command will add; 53 random bits do not meet."""
    return new_id(())


def the_quote(snapshot: Snapshot, quote_id: int) -> Quote:
    """The quote, or `NotFound` where somebody deleted it meanwhile."""
    quote = snapshot.quotes.get(quote_id)
    if quote is None:
        raise NotFound("quote_is_gone")
    return quote


def the_lead(snapshot: Snapshot, lead_id: int) -> Lead:
    """The lead, or `NotFound` where somebody deleted it meanwhile."""
    lead = snapshot.leads.get(lead_id)
    if lead is None:
        raise NotFound("lead_is_gone")
    return lead


def the_contact(snapshot: Snapshot, contact_id: int) -> FollowUp:
    """The contact, or `NotFound` where somebody deleted it meanwhile."""
    contact = snapshot.follow_ups.get(contact_id)
    if contact is None:
        raise NotFound("contact_is_gone")
    return contact

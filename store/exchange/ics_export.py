"""What lies ahead as iCalendar (RFC 5545): days and agreed calls that another calendar takes in.

An event's UID is made from its record's id, so that a later import moves the event, not doubles it.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol, Unpack

from icalendar import Calendar
from icalendar import Event as Component

from store.exchange.calendar_text import calendar_text
from store.exchange.selection import Filters, Selection
from store.records.edit import Record
from store.rules.board import Board
from store.rules.standing import Standing

PRODUCT = "-//relance//relance//EN"
"""Who wrote the file, as RFC 5545 wants to know."""

_HIGHEST_SEQUENCE = 2**31 - 1
"""The highest integer of RFC 5545, section 3.3.8."""


class EventKind(StrEnum):
    """What an event stands for; the value begins its UID."""

    FOLLOW_UP = "follow-up"
    DEADLINE = "deadline"
    CALL = "call"


CALL_MINUTES = 30
"""How long an agreed call takes in a calendar, in minutes."""


class Event(NamedTuple):
    """A day on which something is to be done, or ends, about a quote.

    `at` is the time of an agreed call, local wherever one is; others take the whole day.
    """

    kind: EventKind
    day: date
    standing: Standing
    at: time | None = None

    @property
    def uid(self) -> str:
        """The same in every export, whatever becomes of the quote."""
        return f"{self.kind}-{self.standing.quote.id}@relance"

    @property
    def sequence(self) -> int:
        """The revision of the last change to the lead's records.

        All of them, since a contact moves the next follow-up of a quote that did not change.
        """
        dossier = self.standing.dossier
        records: tuple[Record, ...] = (dossier.lead, *dossier.quotes, *dossier.contacts)
        return min(max(record.changed.revision for record in records), _HIGHEST_SEQUENCE)


class Words(Protocol):
    """The events' words, in a person's language."""

    def summary(self, event: Event) -> str:
        """One line that a calendar shows on the day."""
        ...

    def description(self, event: Event) -> str:
        """What is known of the quote, in several lines."""
        ...


def ics_text(board: Board, words: Words, **filters: Unpack[Filters]) -> str:
    """The events as a calendar, with CRLF line ends and lines folded at 75 octets.

    The same records on the same day give the same text: DTSTAMP is the beginning of that day.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for event in calendar_events(board, **filters):
        calendar.add_component(_component(event, words, board.today))
    written: bytes = calendar.to_ical()
    return written.decode()


def calendar_events(board: Board, **filters: Unpack[Filters]) -> list[Event]:
    """The events of the chosen open quotes, in the order of their days and times.

    The days in `filters` bound the events' days.
    """
    chosen = Selection(board, **filters)
    found = [
        event
        for standing in board.quotes()
        if standing.quote.status.is_open and chosen.has_quote(standing.quote)
        for event in _events(standing)
        if chosen.has_day(event.day)
    ]
    return sorted(found, key=lambda event: (event.day, event.at or time.min, event.uid))


def _events(standing: Standing) -> Iterator[Event]:
    """The events of an open quote, one of each kind that it has a day for; drafts have calls."""
    if standing.next_on is not None:
        yield Event(EventKind.FOLLOW_UP, standing.next_on, standing)
    if standing.quote.is_pending and standing.valid_until is not None:
        yield Event(EventKind.DEADLINE, standing.valid_until, standing)
    call_at = standing.quote.call_at
    if call_at is not None:  # PRACTICES E10
        yield Event(EventKind.CALL, call_at.date(), standing, call_at.time())


def _component(event: Event, words: Words, today: date) -> Component:
    """The event as iCalendar. A whole day leaves its owner free, a call does not."""
    component = Component()
    component.add("uid", event.uid)
    component.add("dtstamp", datetime.combine(today, time.min, UTC))
    component.add("sequence", event.sequence)
    if event.at is None:
        component.add("dtstart", event.day)
        component.add("dtend", event.day + timedelta(days=1))
        component.add("transp", "TRANSPARENT")
    else:
        start = datetime.combine(event.day, event.at)
        component.add("dtstart", start)  # without a zone: three o'clock is three o'clock there
        component.add("dtend", start + timedelta(minutes=CALL_MINUTES))
        component.add("transp", "OPAQUE")
    component.add("summary", calendar_text(words.summary(event)))
    component.add("description", calendar_text(words.description(event)))
    return component

"""The follow-up log: one entry for every contact, with the count as it stood after it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import merge
from typing import NamedTuple, Unpack

from store.exchange.replay import replay
from store.exchange.selection import Filters, Selection
from store.records.dossier import Dossier
from store.records.follow_up import FollowUp, in_order
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.words import CallOutcome, Channel, Direction, Status
from store.rules.board import Board
from store.rules.counting import LimitState, Tally


class Entry(NamedTuple):
    """A contact, what it was about, and its lead's tally right after it."""

    contact: FollowUp
    lead: Lead
    quote: Quote | None
    """None where the file lacks the quote."""
    tally: Tally


@dataclass(frozen=True, kw_only=True)
class LogLine:
    """A line of the exported log. Its fields are the columns, in their order.

    People script against them. `count` and `limit` are in follow-ups; what is not known is none,
    or empty text. Nothing here is private: no address, no number, no note on a lead or a quote.
    """

    date: datetime.date | None
    time: datetime.time | None
    lead: str
    contact: str
    ref: str
    title: str
    amount: Decimal | None
    currency: str
    direction: Direction
    channel: Channel
    outcome: CallOutcome | None
    minutes: int | None
    count: int
    limit: int
    limit_state: LimitState
    valid_until: datetime.date | None
    status: Status | None
    note: str


def follow_up_log(board: Board, **filters: Unpack[Filters]) -> list[LogLine]:
    """One line for every contact up to the board's day, oldest first, unknown days before all."""
    return [_line(entry, board) for entry in log_entries(board, **filters)]


def log_entries(board: Board, **filters: Unpack[Filters]) -> list[Entry]:
    """What the lines are made of, in the same order. Filters leave every count as it is."""
    selection = Selection(board, **filters)
    entries = [
        list(_of_lead(dossier, board))
        for dossier in board.snapshot.dossiers.values()
        if selection.has_lead(dossier.lead)
    ]
    return [entry for entry in _interleaved(entries) if selection.has_contact(entry.contact)]


def _of_lead(dossier: Dossier, board: Board) -> Iterator[Entry]:
    quotes = board.snapshot.quotes
    for contact, tally in replay(dossier, board.today, board.rulebook):
        yield Entry(contact, dossier.lead, quotes.get(contact.quote_id), tally)


def _interleaved(of_leads: list[list[Entry]]) -> Iterator[Entry]:
    """The entries of all leads in the order of their contacts.

    Those of one lead stay in its own order, which a day with times for some leads only might
    upset, and with it the run of the counts.
    """
    contacts = in_order([entry.contact for entries in of_leads for entry in entries])
    rank = {contact.id: number for number, contact in enumerate(contacts)}
    return merge(*of_leads, key=lambda entry: rank[entry.contact.id])


def _line(entry: Entry, board: Board) -> LogLine:
    contact, quote, tally = entry.contact, entry.quote, entry.tally
    return LogLine(
        date=contact.on,
        time=contact.time,
        lead=entry.lead.name,
        contact=_first_person(entry.lead, board.today),
        ref=quote.ref if quote else "",
        title=quote.title if quote else "",
        amount=quote.amount if quote else None,
        currency=quote.currency if quote else "",
        direction=contact.direction,
        channel=contact.channel,
        outcome=contact.outcome,
        minutes=contact.minutes,
        count=tally.count,
        limit=tally.limit,
        limit_state=tally.state,
        valid_until=board.rulebook.valid_until(quote) if quote else None,
        status=quote.status if quote else None,
        note=contact.note,
    )


def _first_person(lead: Lead, today: date) -> str:
    """The name of the first person at the lead who has not left."""
    people = (person for person in lead.contacts if not person.left_on or person.left_on > today)
    return next((person.name for person in people), "")

"""Records and boards for tests: everything has a default, so that a test says only what matters."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from store.changes.command import Circumstances, Command
from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import Kind, Status
from store.rules.board import Board
from store.rules.rulebook import Rulebook
from store.rules.standing import Standing

SENT_ON = date(2026, 3, 2)
"""A Monday, the day on which the quotes of the specification's examples are sent."""

LEAD_ID = 1
QUOTE_ID = 10

_numbers = count(1000)


def a_lead(**fields: Any) -> Lead:
    """A lead named Atelier Lumen."""
    defaults: dict[str, Any] = {"id": LEAD_ID, "name": "Atelier Lumen"}
    return Lead(**(defaults | fields))


def a_quote(**fields: Any) -> Quote:
    """Quote Q: sent 2026-03-02, 1 200 EUR, standard cadence, valid for 21 days."""
    defaults: dict[str, Any] = {
        "id": QUOTE_ID,
        "ref": "D26-001",
        "lead_id": LEAD_ID,
        "title": "Website redesign",
        "amount": "1200.00",
        "sent_on": SENT_ON,
        "status": Status.SENT,
    }
    given = defaults | fields
    return Quote(**(given | {"amount": Decimal(given["amount"])}))


def a_draft(**fields: Any) -> Quote:
    """A quote that was not sent yet."""
    defaults: dict[str, Any] = {"status": Status.DRAFT, "sent_on": None}
    return a_quote(**(defaults | fields))


def a_contact(on: date | None = SENT_ON, **fields: Any) -> FollowUp:
    """A follow-up by e-mail about quote Q; its kind gives its direction."""
    number = next(_numbers)
    kind = fields.get("kind", Kind.FOLLOW_UP)
    defaults: dict[str, Any] = {
        "id": number,
        "seq": number,
        "lead_id": LEAD_ID,
        "quote_id": QUOTE_ID,
        "direction": kind.direction,
        "on": on,
    }
    return FollowUp(**(defaults | fields))


def a_reply(on: date | None, **fields: Any) -> FollowUp:
    """A reply of the lead about quote Q that wants an answer."""
    return a_contact(on, kind=Kind.REPLY, **fields)


def an_incident(on: date, **fields: Any) -> Incident:
    """A ban by 5euros for contact past its own channel."""
    number = next(_numbers)
    defaults: dict[str, Any] = {"id": number, "seq": number, "platform": "5euros"}
    return Incident(on=on, **(defaults | fields))


def a_snapshot(*records: Record) -> Snapshot:
    """The records, and the lead of quote Q where no lead is among them."""
    leads = [record for record in records if isinstance(record, Lead)] or [a_lead()]
    quotes = [record for record in records if isinstance(record, Quote)]
    contacts = [record for record in records if isinstance(record, FollowUp)]
    incidents = [record for record in records if isinstance(record, Incident)]
    return Snapshot(
        {lead.id: lead for lead in leads},
        {quote.id: quote for quote in quotes},
        {contact.id: contact for contact in contacts},
        {incident.id: incident for incident in incidents},
    )


def a_board(today: date, *records: Record, settings: Settings | None = None) -> Board:
    """The records seen on a day."""
    return Board(a_snapshot(*records), today, Rulebook.of(settings or Settings()))


def standing_on(
    today: date,
    quote: Quote,
    contacts: Sequence[FollowUp] = (),
    settings: Settings | None = None,
) -> Standing:
    """Where the quote stands on a day."""
    return a_board(today, quote, *contacts, settings=settings).of_quote(quote)


def after(snapshot: Snapshot, *commands: Command, today: date = SENT_ON) -> Snapshot:
    """The snapshot after the commands, each given on that day."""
    for command in commands:
        snapshot = snapshot.after(command.apply(snapshot, circumstances(today)))
    return snapshot


def circumstances(today: date, settings: Settings | None = None) -> Circumstances:
    """A day and the default rules."""
    return Circumstances(today, Rulebook.of(settings or Settings()))

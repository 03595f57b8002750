"""Sample data for `relance demo`, screenshots and tests: a freelancer's year, seen on a given day.

It is made by the commands that a person would have given, each on its day, so that its history is
real too.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from store.changes.closing import CloseQuote
from store.changes.command import Circumstances, Command, fresh_id
from store.changes.contacts import LogContact
from store.changes.leads import EditLead
from store.changes.people import read_person
from store.changes.quotes import AddQuote, EditQuote, SnoozeQuote
from store.file.port import Disk
from store.file.repository import Repository
from store.records.settings import Settings
from store.records.words import CallOutcome
from store.rules.rulebook import Rulebook
from tui.demo_sample import LEADS, QUOTES, SampleContact, SampleLead, SampleQuote
from tui.language import _
from tui.place import DATA_FILE

MACHINE = "demo"


class _Given(NamedTuple):
    """A command, and the day on which it was given."""

    on: date
    command: Command


class _HastyDisk(Disk):
    """Waits for no disk: the sample is thrown away."""

    def sync(self, descriptor: int) -> None:
        """Does not wait."""

    def sync_folder(self, folder: Path) -> None:
        """Does not wait."""


def demo_repository(folder: Path, today: date) -> Repository:
    """A new file in `folder` with the sample as it stands on the day `today`."""
    path = folder / DATA_FILE
    rulebook = Rulebook.of(Settings())
    writer = Repository(path, MACHINE, _HastyDisk())
    for given in sorted(_everything(today), key=lambda given: given.on):
        writer.commit(given.command, Circumstances(given.on, rulebook))
    return Repository(path, MACHINE)


def _everything(today: date) -> Iterator[_Given]:
    """All commands; those of one day in the order in which they were given."""
    lead_ids = {lead.name: fresh_id() for lead in LEADS}
    for quote in QUOTES:
        yield from _commands(quote, today, lead_ids[quote.lead])
    for lead in LEADS:
        first = min(_added_on(quote, today) for quote in QUOTES if quote.lead == lead.name)
        yield _Given(first, _introduction(lead, lead_ids[lead.name]))


def _commands(quote: SampleQuote, today: date, lead_id: int) -> Iterator[_Given]:
    """What was done with a quote."""
    addition = _addition(quote, today, lead_id)
    quote_id = addition.quote_id
    yield _Given(_added_on(quote, today), addition)
    for contact in quote.contacts:
        on = _ago(today, contact.ago)
        yield _Given(on, _contact(contact, quote_id, on))
    if quote.closed is not None:
        ago, status = quote.closed
        on, reason = _ago(today, ago), _(quote.reason)
        yield _Given(on, CloseQuote(quote_id=quote_id, status=status, on=on, reason=reason))
        if quote.noted:
            yield _Given(on, EditQuote(quote_id=quote_id, values=quote.noted))
    if quote.snoozed_for is not None:
        until = today + timedelta(days=quote.snoozed_for)
        yield _Given(
            _ago(today, quote.contacts[-1].ago), SnoozeQuote(quote_id=quote_id, until=until)
        )


def _addition(quote: SampleQuote, today: date, lead_id: int) -> AddQuote:
    return AddQuote(
        lead=quote.lead,
        title=_(quote.title),
        amount=Decimal(quote.amount),
        sent_on=None if quote.sent_ago is None else _ago(today, quote.sent_ago),
        validity_days=quote.validity,
        asked_on=None if quote.asked_ago is None else _ago(today, quote.asked_ago),
        send_by=None if quote.send_in is None else today + timedelta(days=quote.send_in),
        cadence=quote.cadence,
        urgent=quote.urgent,
        lead_id=lead_id,
    )


def _contact(contact: SampleContact, quote_id: int, on: date) -> LogContact:
    return LogContact(
        quote_id=quote_id,
        on=on,
        kind=contact.kind,
        channel=contact.channel,
        outcome=contact.outcome,
        minutes=contact.minutes,
        summary_sent=contact.outcome is CallOutcome.ANSWERED,
        note=_(contact.note),
    )


def _introduction(lead: SampleLead, lead_id: int) -> EditLead:
    values = {
        "sector": _(lead.sector),
        "source": _(lead.source),
        "regular": lead.regular,
        "flags": lead.flags,
    }
    person = read_person("contact", lead.person)
    return EditLead(lead_id=lead_id, values=values, joined=(person,))


def _added_on(quote: SampleQuote, today: date) -> date:
    ago = quote.sent_ago if quote.asked_ago is None else quote.asked_ago
    return _ago(today, ago or 0)


def _ago(today: date, days: int) -> date:
    return today - timedelta(days=days)

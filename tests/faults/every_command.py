"""Every command of the tracker, each with the commands before it that it needs."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from store.changes.closing import CloseQuote, ReopenQuote
from store.changes.command import Command
from store.changes.contacts import AmendContact, DeleteContact, LogContact
from store.changes.incidents import LogIncident
from store.changes.leads import DeleteLead, EditLead, MergeLeads
from store.changes.quotes import DeleteQuote, EditQuote, SendQuote, SnoozeQuote
from store.exchange.import_quotes import ImportQuotes
from store.exchange.imported import ImportedFollowUp, ImportedQuote
from store.file.forgetting import find, forget
from store.file.port import Disk
from store.file.repository import Repository
from store.records.words import Kind, Status
from tests.builders import SENT_ON
from tests.store.file.samples import TODAY, an_addition
from tests.store.file.simulated_disk import SimulatedDisk, State

PATH = Path("/data/relance.json")
LATER = date(2026, 5, 4)

START: tuple[Command, ...] = (
    an_addition(1, lead="Nay"),
    an_addition(2, lead="Rey", sent_on=None),
    an_addition(3, lead="Nay"),
    CloseQuote(quote_id=3, status=Status.LOST, on=SENT_ON),
    LogContact(quote_id=1, on=SENT_ON, contact_id=11),
    LogContact(quote_id=1, on=SENT_ON, kind=Kind.REPLY, contact_id=12),
)

IMPORTED = ImportQuotes(
    name="quotes.csv",
    quotes=tuple(
        ImportedQuote(
            line=number,
            lead=f"Imported {number % 7}",
            ref=f"I-{number}",
            title="Ünïcode " * 5,
            amount=Decimal(number),
            currency="EUR",
            status=Status.SENT,
            sent_on=SENT_ON,
            validity_days=21,
            follow_ups=(ImportedFollowUp(on=SENT_ON),),
        )
        for number in range(1, 61)
    ),
)

COMMANDS: Mapping[str, Command] = {
    "add": an_addition(20),
    "add a draft": an_addition(20, sent_on=None),
    "send": SendQuote(quote_id=2, on=SENT_ON),
    "snooze": SnoozeQuote(quote_id=1, until=LATER),
    "edit": EditQuote(quote_id=1, values={"title": "Map", "lead": "Somebody new"}, lead_id=120),
    "delete": DeleteQuote(quote_id=1),
    "close": CloseQuote(quote_id=1, status=Status.WON, on=SENT_ON),
    "supersede": CloseQuote(quote_id=1, status=Status.WON, on=LATER, insist=True, draft_id=21),
    "reopen": ReopenQuote(quote_id=3),
    "log": LogContact(quote_id=1, on=SENT_ON, contact_id=13),
    "amend": AmendContact(contact_id=11, values={"note": "called"}),
    "delete a contact": DeleteContact(contact_id=11),
    "edit a lead": EditLead(lead_id=101, values={"notes": "nice"}),
    "merge leads": MergeLeads(lead_id=101, into_id=102),
    "delete a lead": DeleteLead(lead_id=101, insist=True),
    "note an incident": LogIncident(platform="malt", on=SENT_ON, lead_id=101, incident_id=30),
    "import": IMPORTED,
}

Change = Callable[[Repository], object]


def _giving(command: Command) -> Change:
    return lambda repository: repository.commit(command, TODAY)


def _forget(repository: Repository) -> object:
    return forget(repository, find(repository, "Nay"), SENT_ON, with_copies=True)


CHANGES: Mapping[str, Change] = {
    **{name: _giving(command) for name, command in COMMANDS.items()},
    "undo": lambda repository: repository.undo(TODAY),
    "redo": lambda repository: repository.redo(TODAY),
    "forget": _forget,
}
"""What changes the file: each command, undo, redo and forgetting."""


def opened(disk: Disk) -> Repository:
    """The tracker on that disk."""
    return Repository(PATH, "here", disk)


def existing(name: str) -> State:
    """A disk with the file that the change of that name needs."""
    disk = SimulatedDisk()
    for command in START:
        opened(disk).commit(command, TODAY)
    if name == "redo":
        opened(disk).undo(TODAY)
    return disk.state()

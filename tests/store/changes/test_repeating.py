"""A command applied once more, to a newer snapshot, adds nothing twice (DESIGN; FAULTS 4)."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest

from store.changes.closing import CloseQuote, ReopenQuote
from store.changes.command import Command
from store.changes.contacts import AmendContact, DeleteContact, LogContact
from store.changes.leads import DeleteLead, EditLead, MergeLeads
from store.changes.quotes import AddQuote, DeleteQuote, EditQuote, SendQuote, SnoozeQuote
from store.errors import TrackerError
from store.records.lead import Person
from store.records.snapshot import Snapshot
from store.records.words import Kind, Status
from tests.builders import a_contact, a_draft, a_lead, a_quote, a_snapshot, after, circumstances

LATE = date(2026, 4, 1)

COMMANDS: list[Command] = [
    AddQuote(lead="Cabinet Rey", title="Leaflet", amount=Decimal(650)),
    AddQuote(lead="Atelier Lumen", title="Leaflet", amount=Decimal(650), ref="X1", sent_on=LATE),
    SendQuote(quote_id=11, on=LATE),
    SnoozeQuote(quote_id=10, until=date(2026, 5, 1)),
    EditQuote(quote_id=10, values={"lead": "Ville de Nay", "ref": "X1", "validity_days": 30}),
    DeleteQuote(quote_id=10),
    CloseQuote(quote_id=10, status=Status.LOST, on=LATE),
    CloseQuote(quote_id=10, status=Status.WON, on=LATE, insist=True),
    ReopenQuote(quote_id=12),
    LogContact(quote_id=10, on=LATE),
    LogContact(quote_id=10, on=LATE, kind=Kind.REPLY),
    AmendContact(contact_id=20, values={"kind": Kind.REPLY}),
    DeleteContact(contact_id=20),
    EditLead(lead_id=1, values={"name": "Lumen"}, joined=(Person(name="Ana"),)),
    EditLead(lead_id=1, values={}, left=("Bob",)),
    MergeLeads(lead_id=1, into_id=2),
    DeleteLead(lead_id=1, insist=True),
]


def a_start() -> Snapshot:
    return a_snapshot(
        a_lead(id=1, contacts=(Person(name="Bob"),)),
        a_lead(id=2, name="Cabinet Rey"),
        a_quote(id=10, snoozed_until=date(2026, 4, 20)),
        a_draft(id=11, ref="D26-002"),
        a_quote(id=12, ref="D26-003", status=Status.LOST),
        a_contact(date(2026, 3, 4), id=20),
    )


def contents(snapshot: Snapshot) -> object:
    return (snapshot.leads, snapshot.quotes, snapshot.follow_ups)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
def test_applied_once_more_it_changes_nothing(command: Command) -> None:
    once = after(a_start(), command, today=LATE)
    assert contents(once) != contents(a_start())
    twice = once
    with suppress(TrackerError):
        twice = after(once, command, today=LATE)
    assert contents(twice) == contents(once)


@pytest.mark.parametrize(
    "command",
    [
        AddQuote(lead="Cabinet Rey", title="Leaflet", amount=Decimal(650), quote_id=30),
        LogContact(quote_id=10, on=LATE, contact_id=30),
    ],
)
def test_what_was_added_already_is_told_and_not_put_again(command: Command) -> None:
    first = command.apply(a_start(), circumstances(LATE))
    second = command.apply(a_start().after(first), circumstances(LATE))
    assert (second.code, second.subject, second.facts) == (first.code, first.subject, first.facts)
    assert (second.puts, second.deletes) == ((), ())


def test_a_correction_made_meanwhile_is_not_undone_by_a_repetition() -> None:
    log = LogContact(quote_id=10, on=LATE, contact_id=30)
    corrected = after(a_start(), log, AmendContact(contact_id=30, values={"note": "wrong day"}))
    assert after(corrected, log).follow_ups[30].note == "wrong day"


def test_two_additions_by_two_people_get_two_refs_and_one_lead() -> None:
    mine, theirs = (
        AddQuote(lead="Ville de Nay", title=title, amount=Decimal(1)) for title in ("a", "b")
    )
    snapshot = after(a_start(), theirs, mine, theirs, mine)
    refs = [quote.ref for quote in snapshot.quotes.values()]
    assert sorted(refs) == ["D26-001", "D26-002", "D26-003", "D26-004", "D26-005"]
    assert [lead.name for lead in snapshot.leads.values()].count("Ville de Nay") == 1


def test_no_two_commands_add_under_one_id() -> None:
    logs = [LogContact(quote_id=10, on=LATE) for _ in range(100)]
    assert len(after(a_start(), *logs).follow_ups) == 101

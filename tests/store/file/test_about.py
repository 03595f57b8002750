"""Which quote a change was about: told by its records, the same before and after undo."""

from datetime import timedelta

import pytest

from store.changes.closing import CloseQuote
from store.changes.command import Command
from store.changes.contacts import AmendContact, DeleteContact
from store.changes.leads import DeleteLead, EditLead, MergeLeads
from store.changes.quotes import DeleteQuote, EditQuote
from store.file.about import quote_of_change, quote_of_edit
from store.file.repository import Repository
from store.records.edit import Edit
from store.records.words import Status
from tests.builders import SENT_ON, a_contact, a_quote
from tests.store.file.samples import TODAY, a_log, an_addition, commit
from tests.tui.apps import Put

CASES: dict[str, tuple[Command, int | None]] = {
    "added": (an_addition(3), 3),
    "edited": (EditQuote(quote_id=1, values={"title": "Map"}), 1),
    "moved with its contacts": (EditQuote(quote_id=1, values={"lead": "Lead 2"}), 1),
    "closed": (CloseQuote(quote_id=1, status=Status.LOST, on=SENT_ON), 1),
    "superseded": (
        CloseQuote(quote_id=1, status=Status.WON, on=SENT_ON + timedelta(days=60), insist=True),
        1,
    ),
    "deleted": (DeleteQuote(quote_id=1), 1),
    "logged": (a_log(2), 2),
    "amended": (AmendContact(contact_id=9, values={"note": "x"}), 1),
    "contact deleted": (DeleteContact(contact_id=9), 1),
    "lead edited": (EditLead(lead_id=101, values={"notes": "x"}), None),
    "leads merged": (MergeLeads(lead_id=101, into_id=102), None),
    "lead deleted": (DeleteLead(lead_id=101, insist=True), None),
    "one quote imported": (Put(a_quote(id=5, ref="I", lead_id=101)), None),
    "one contact imported": (Put(a_contact(quote_id=1, lead_id=101)), None),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_the_quote_that_people_would_name(repository: Repository, name: str) -> None:
    command, about = CASES[name]
    commit(repository, an_addition(1), an_addition(2), a_log(1, contact_id=9))
    saved = commit(repository, command)
    assert quote_of_edit(saved.edit) == about
    assert quote_of_change(repository.history()[-1], saved.snapshot) == about
    for travel in (repository.undo, repository.redo):
        assert quote_of_change(travel(TODAY), repository.snapshot()) == about


@pytest.mark.parametrize("code", ["edited_lead", "merged_leads", "deleted_lead", "imported"])
def test_what_is_about_a_lead_or_a_list_is_about_no_quote_even_if_it_touches_one(code: str) -> None:
    assert quote_of_edit(Edit(code, "", puts=(a_quote(id=1),))) is None
    assert quote_of_edit(Edit(code, "", deletes=(a_contact(quote_id=1),))) is None


def test_several_quotes_are_none() -> None:
    assert quote_of_edit(Edit("edited", "", puts=(a_quote(id=1), a_quote(id=2)))) is None

"""Correcting, merging and deleting leads and the people there (DESIGN: lead; PRACTICES C6)."""

from datetime import date
from typing import Any

import pytest

from store.changes.leads import DeleteLead, EditLead, MergeLeads
from store.errors import InvalidValue, NotFound, Refused
from store.records.lead import Lead, Person
from store.records.lead_practice import LeadPractice
from store.records.practice_words import Cause, Mismatch
from store.records.quote_practice import HIGHEST_COUNT
from store.records.snapshot import Snapshot
from store.records.words import WrittenLanguage
from tests.builders import (
    SENT_ON,
    a_contact,
    a_lead,
    a_quote,
    a_snapshot,
    after,
    circumstances,
)

ANA = Person(name="Ana Roux", email="ana@x.example", phone="+33 6")
BOB = Person(name="Bob Rey")


def edited(lead: Lead, values: dict[str, object] | None = None, **fields: Any) -> Lead:
    edit = EditLead(lead_id=lead.id, values=values or {}, **fields)
    others = a_lead(id=2, name="Cabinet Rey")
    return after(a_snapshot(lead, others), edit).leads[lead.id]


def test_only_what_was_given_changes() -> None:
    lead = a_lead(sector="public", tags=("seo",), notes="kind", contacts=(ANA,))
    assert edited(lead, {"regular": True, "notes": ""}) == a_lead(
        sector="public", tags=("seo",), contacts=(ANA,), regular=True
    )


@pytest.mark.parametrize("name", ["Cabinet Rey", "CABINET REY", "cabinet réy"])
def test_a_name_that_another_lead_has_is_refused(name: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        edited(a_lead(), {"name": name})
    assert refused.value.code == "lead_exists"


def test_a_lead_can_be_renamed_to_its_own_name_in_another_case() -> None:
    assert edited(a_lead(), {"name": "ATELIER LUMEN"}).name == "ATELIER LUMEN"


def test_somebody_who_joins_is_added_and_a_namesake_is_replaced() -> None:
    lead = edited(a_lead(contacts=(ANA,)), joined=(BOB,))
    assert lead.contacts == (ANA, BOB)
    anew = Person(name="ana roux", email="new@x.example")
    assert set(edited(lead, joined=(anew,)).contacts) == {BOB, anew}


def test_somebody_who_left_is_marked_with_the_day_and_stays_known() -> None:
    lead = edited(a_lead(contacts=(ANA, BOB)), left=("ANA ROUX",), left_on=date(2026, 2, 27))
    assert [person.left_on for person in lead.contacts] == [date(2026, 2, 27), None]
    assert lead.contacts[0].email == ANA.email
    assert edited(lead, left=("Bob Rey",)).contacts[1].left_on == SENT_ON


def test_somebody_nobody_knows_cannot_leave() -> None:
    with pytest.raises(NotFound) as missing:
        edited(a_lead(contacts=(ANA,)), left=("Ana",))
    assert missing.value.code == "no_such_person"
    assert missing.value.facts == {"name": "Ana", "lead": "Atelier Lumen"}


def test_an_edit_says_which_fields_it_was_about() -> None:
    command = EditLead(lead_id=1, values={"name": "Lumen"}, joined=(BOB,))
    edit = command.apply(a_snapshot(a_lead()), circumstances(SENT_ON))
    assert (edit.code, edit.subject) == ("edited_lead", "Lumen")
    assert edit.facts["fields"] == ("name", "contacts")


def two_leads() -> Snapshot:
    """Lumen with a quote and a contact, and Lumen SARL with one of each."""
    return a_snapshot(
        a_lead(id=1, name="Lumen", contacts=(ANA,), tags=("seo", "web"), notes="old", sector="art"),
        a_lead(id=2, name="Lumen SARL", contacts=(BOB,), tags=("web",), notes="new", regular=True),
        a_quote(id=10, lead_id=1),
        a_quote(id=11, lead_id=2),
        a_contact(SENT_ON, id=20, lead_id=1, quote_id=10),
        a_contact(SENT_ON, id=21, lead_id=2, quote_id=11),
    )


def test_merged_leads_bring_quotes_contacts_and_people_together() -> None:
    merged = after(two_leads(), MergeLeads(lead_id=1, into_id=2))
    assert [*merged.leads] == [2]
    assert {quote.lead_id for quote in merged.quotes.values()} == {2}
    assert {contact.lead_id for contact in merged.follow_ups.values()} == {2}
    assert len(merged.dossiers[2].contacts) == 2
    assert set(merged.leads[2].contacts) == {ANA, BOB}


def test_where_both_say_something_the_remaining_lead_is_right_and_notes_are_kept() -> None:
    lead = after(two_leads(), MergeLeads(lead_id=1, into_id=2)).leads[2]
    assert (lead.name, lead.sector, lead.regular) == ("Lumen SARL", "art", True)
    assert set(lead.tags) == {"seo", "web"}
    assert len(lead.tags) == 2
    assert lead.notes.splitlines() == ["new", "old"]


def test_a_person_known_to_both_keeps_what_only_one_of_them_knew() -> None:
    phoneless = Person(name="ANA ROUX", email="other@x.example")
    snapshot = a_snapshot(
        a_lead(id=1, name="Lumen", contacts=(ANA,)),
        a_lead(id=2, name="Lumen SARL", contacts=(phoneless,)),
    )
    lead = after(snapshot, MergeLeads(lead_id=1, into_id=2)).leads[2]
    assert lead.contacts == (Person(name="ANA ROUX", email="other@x.example", phone="+33 6"),)


def test_merged_leads_keep_what_was_noted_of_either() -> None:
    gone = a_lead(insists=2, remedy="a call", target_fit=True)
    into = a_lead(id=2, name="Cabinet Rey", insists=0, target_fit=False)
    merged = after(a_snapshot(gone, into), MergeLeads(lead_id=1, into_id=2)).leads[2]
    assert (merged.insists, merged.remedy, merged.target_fit) == (2, "a call", False)


def test_a_lead_is_not_merged_into_itself() -> None:
    with pytest.raises(InvalidValue) as refused:
        after(two_leads(), MergeLeads(lead_id=1, into_id=1))
    assert refused.value.code == "same_lead"


def test_a_lead_with_quotes_is_deleted_only_on_insisting() -> None:
    with pytest.raises(Refused) as refused:
        after(two_leads(), DeleteLead(lead_id=1))
    assert (refused.value.code, refused.value.exit_code) == ("lead_has_quotes", 5)
    assert refused.value.insist
    assert refused.value.facts["quotes"] == 1
    remaining = after(two_leads(), DeleteLead(lead_id=1, insist=True))
    assert [[*remaining.leads], [*remaining.quotes], [*remaining.follow_ups]] == [[2], [11], [21]]


def test_a_lead_without_quotes_is_deleted_with_its_contacts() -> None:
    snapshot = a_snapshot(a_lead(), a_contact(SENT_ON, quote_id=99))
    remaining = after(snapshot, DeleteLead(lead_id=1))
    assert (remaining.leads, remaining.follow_ups) == ({}, {})


@pytest.mark.parametrize(
    "command",
    [
        EditLead(lead_id=9, values={}),
        MergeLeads(lead_id=9, into_id=1),
        MergeLeads(lead_id=1, into_id=9),
        DeleteLead(lead_id=9),
    ],
)
def test_a_lead_that_somebody_deleted_meanwhile_is_gone(command: Any) -> None:
    with pytest.raises(NotFound) as gone:
        after(a_snapshot(a_lead()), command)
    assert (gone.value.code, gone.value.exit_code) == ("lead_is_gone", 4)


NOTED: dict[str, Any] = {
    "target_fit": False,
    "insists": 2,
    "reason": "no e-mail",
    "recontact_on": date(2026, 9, 1),
    "mismatch": Mismatch.SKILL,
    "remedy": "talked",
    "concessions": 3,
    "cause": Cause.HARDSHIP,
    "language": WrittenLanguage.FRENCH,
}


def merged(lead: dict[str, Any], into: dict[str, Any]) -> Lead:
    records = (a_lead(id=2, name="At. Lumen", **lead), a_lead(**into))
    return after(a_snapshot(*records), MergeLeads(lead_id=2, into_id=1)).leads[1]


@pytest.mark.parametrize(("lead", "into"), [(NOTED, {}), ({}, NOTED)])
def test_merging_keeps_all_that_was_noted_about_either(
    lead: dict[str, Any], into: dict[str, Any]
) -> None:
    assert set(NOTED) == set(LeadPractice.__struct_fields__)
    assert merged(lead, into) == a_lead(**NOTED)


def test_where_both_say_something_the_lead_that_stays_is_right_and_counts_are_added() -> None:
    other = {"target_fit": True, "remedy": "wrote", "insists": 1, "concessions": HIGHEST_COUNT}
    together = merged(NOTED, other)
    assert (together.target_fit, together.remedy) == (True, "wrote")
    assert (together.insists, together.concessions) == (3, HIGHEST_COUNT)

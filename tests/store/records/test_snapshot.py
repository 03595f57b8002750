"""A snapshot finds leads and quotes, brings dossiers together, and makes the next snapshot."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import NotFound, TrackerError
from store.records.edit import Edit, Record
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from tests.builders import a_contact, a_lead, a_quote, a_snapshot
from tests.store.strategies import contacts, leads, quotes, snapshots


@pytest.mark.parametrize(
    "name", ["Théâtre de l’Œil", "theatre de l'oeil", "THÉÂTRE  DE L'ŒIL", " théâtre de l'oeil\n"]
)
def test_a_lead_is_found_without_regard_to_case_and_accents(name: str) -> None:
    lead = a_lead(name="Théâtre de l’Œil")
    assert a_snapshot(lead).lead_named(name) is lead


def test_a_lead_that_another_program_wrote_with_two_spaces_is_found() -> None:
    lead = a_lead(name="Atelier  Lumen")
    assert a_snapshot(lead).lead_named("atelier lumen") is lead


@pytest.mark.parametrize("name", ["Lumen", "Atelier", "Atelier Lume", "AtelierLumen", "", "1"])
def test_a_lead_is_never_found_by_a_part_of_its_name(name: str) -> None:
    with pytest.raises(NotFound) as missing:
        a_snapshot(a_lead()).lead_named(name)
    assert (missing.value.code, missing.value.exit_code) == ("no_such_lead", 4)


def test_two_leads_with_one_name_are_not_guessed_between() -> None:
    snapshot = a_snapshot(a_lead(id=1, name="Nay"), a_lead(id=2, name="NAY"))
    with pytest.raises(TrackerError) as ambiguous:
        snapshot.lead_named("nay")
    assert (ambiguous.value.code, ambiguous.value.exit_code) == ("two_leads_with_name", 2)


def test_a_quote_is_found_by_its_ref_in_any_case() -> None:
    quote = a_quote(ref="D26-014")
    assert a_snapshot(quote).quote_with_ref(" d26-014 ") is quote


@pytest.mark.parametrize("ref", ["D26-01", "D26-0144", "", "14"])
def test_a_quote_is_never_found_by_a_part_of_its_ref(ref: str) -> None:
    with pytest.raises(NotFound) as missing:
        a_snapshot(a_quote(ref="D26-014")).quote_with_ref(ref)
    assert missing.value.code == "no_such_quote"


def test_two_quotes_with_one_ref_are_both_named() -> None:
    snapshot = a_snapshot(
        a_lead(id=1, name="Nay"),
        a_lead(id=2, name="Rey"),
        a_quote(id=10, lead_id=1, title="Report", ref="D26-001"),
        a_quote(id=11, lead_id=2, title="Leaflet", ref="d26-001"),
    )
    with pytest.raises(TrackerError) as ambiguous:
        snapshot.quote_with_ref("D26-001")
    assert ambiguous.value.exit_code == 2
    assert ambiguous.value.facts["titles"] == ("Nay: Report", "Rey: Leaflet")


def test_a_quote_whose_lead_is_missing_has_a_nameless_one() -> None:
    quote = a_quote(lead_id=99)
    snapshot = a_snapshot(quote)
    assert snapshot.lead_of(quote) == Lead(id=99, name="")
    assert snapshot.dossier_of(quote).quotes == (quote,)


def test_a_dossier_has_the_contacts_of_each_quote_in_order() -> None:
    one, other = a_quote(id=10), a_quote(id=11)
    late = a_contact(date(2026, 3, 5), quote_id=10)
    early = a_contact(date(2026, 3, 4), quote_id=10)
    elsewhere = a_contact(date(2026, 3, 3), quote_id=11)
    dossier = a_snapshot(one, other, late, early, elsewhere).dossier_of(one)
    assert dossier.contacts_of(one) == (early, late)
    assert dossier.contacts_of(other) == (elsewhere,)
    assert dossier.contacts == (elsewhere, early, late)


def test_a_contact_with_the_id_of_a_quote_moves_out_of_its_old_dossier() -> None:
    contact = a_contact(id=10, lead_id=1)
    before = a_snapshot(a_lead(id=1), a_lead(id=2), a_quote(id=10, lead_id=2), contact)
    after = before.after(Edit("moved", "", puts=(a_contact(id=10, lead_id=2),)))
    assert before.dossiers[1].contacts == (contact,)
    assert after.dossiers[1].contacts == ()


@st.composite
def histories(draw: st.DrawFn) -> tuple[Snapshot, Edit]:
    """A snapshot, and an edit that puts some records and deletes some of those there are."""
    snapshot = draw(snapshots())
    return snapshot, draw(edits(snapshot))


@st.composite
def edits(draw: st.DrawFn, snapshot: Snapshot) -> Edit:
    """An edit that puts some records into the snapshot and deletes some of those there are."""
    there: list[Record] = [
        *snapshot.leads.values(),
        *snapshot.quotes.values(),
        *snapshot.follow_ups.values(),
    ]
    deletes = draw(st.lists(st.sampled_from(there), max_size=3)) if there else []
    puts = draw(st.lists(st.one_of(leads, quotes, contacts), max_size=3))
    return Edit("some", "edit", puts=tuple(puts), deletes=tuple(deletes))


def edited(snapshot: Snapshot, edit: Edit) -> Snapshot:
    """What the edit makes of the snapshot, the plain way: all records anew."""
    tables: dict[type, dict[int, Record]] = {
        Lead: dict(snapshot.leads),
        Quote: dict(snapshot.quotes),
        FollowUp: dict(snapshot.follow_ups),
    }
    for record in edit.deletes:
        tables[type(record)].pop(record.id, None)
    for record in edit.puts:
        tables[type(record)][record.id] = record
    return a_snapshot_of(tables)


def a_snapshot_of(tables: dict[type, dict[int, Record]]) -> Snapshot:
    leads, quotes, contacts = tables[Lead], tables[Quote], tables[FollowUp]
    return Snapshot(
        {key: record for key, record in leads.items() if isinstance(record, Lead)},
        {key: record for key, record in quotes.items() if isinstance(record, Quote)},
        {key: record for key, record in contacts.items() if isinstance(record, FollowUp)},
    )


def contents(snapshot: Snapshot) -> object:
    """What can be compared of a snapshot; dossiers are compared by identity else."""
    dossiers = {
        lead_id: (dossier.lead, dossier.quotes, dossier.contacts)
        for lead_id, dossier in snapshot.dossiers.items()
    }
    return (snapshot.leads, snapshot.quotes, snapshot.follow_ups, dossiers)


@given(histories())
def test_the_next_snapshot_equals_one_built_afresh(history: tuple[Snapshot, Edit]) -> None:
    before, edit = history
    kept = contents(edited(before, Edit("", "")))
    assert contents(before.after(edit)) == contents(edited(before, edit))
    assert contents(before) == kept


def outline(snapshot: Snapshot) -> object:
    """What its outline tells, in whatever order."""
    told = snapshot.dossiers.outline
    quotes = {lead_id: {*ids} for lead_id, ids in told.quotes.items()}
    contacts = {lead_id: {*ids} for lead_id, ids in told.contacts.items()}
    return (quotes, contacts, told.closed_on, told.resting)


@given(histories())
def test_the_next_outline_equals_one_made_afresh(history: tuple[Snapshot, Edit]) -> None:
    before, edit = history
    assert outline(before.after(edit)) == outline(edited(before, edit))


def test_leads_keep_their_places_in_the_next_snapshot() -> None:
    before = a_snapshot(a_lead(id=1), a_lead(id=2), a_lead(id=3))
    after = before.after(Edit("edited", "", puts=(a_lead(id=2, name="Rey"),)))
    assert [*after.dossiers] == [1, 2, 3]


@given(histories())
def test_untouched_dossiers_stay_the_same_objects(history: tuple[Snapshot, Edit]) -> None:
    before, edit = history
    known = dict(before.dossiers)
    after = before.after(edit)
    for lead_id, dossier in known.items():
        afresh = edited(before, edit).dossiers.get(lead_id)
        belongs = (dossier.lead, dossier.quotes, dossier.contacts)
        named = {
            record.id if isinstance(record, Lead) else record.lead_id
            for record in (*edit.puts, *edit.deletes)
        }
        same = afresh and (afresh.lead, afresh.quotes, afresh.contacts) == belongs
        if same and lead_id not in named:
            assert after.dossiers[lead_id] is dossier

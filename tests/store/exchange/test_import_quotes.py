"""Importing: everything new at once, nothing twice, nothing overwritten."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from store.exchange.import_quotes import ImportQuotes, Verdict, plan
from store.exchange.imported import Import, ImportedFollowUp, ImportedQuote
from store.exchange.importing import read_file
from store.records.quote import Outcome, Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import Channel, Kind, Status
from tests.builders import a_lead, a_quote, a_snapshot, circumstances
from tests.store.exchange.spreadsheets import SPREADSHEET, TODAY


def an_imported_quote(**fields: Any) -> ImportedQuote:
    """A sent quote to Atelier Lumen."""
    defaults: dict[str, Any] = {
        "line": 2,
        "lead": "Atelier Lumen",
        "ref": "D26-101",
        "title": "Logo",
        "amount": Decimal("650.00"),
        "currency": "EUR",
        "status": Status.SENT,
        "sent_on": date(2026, 3, 2),
        "valid_until": date(2026, 3, 23),
    }
    return ImportedQuote(**(defaults | fields))


def imported(snapshot: Snapshot, *quotes: ImportedQuote) -> Snapshot:
    command = ImportQuotes(name="devis.csv", quotes=quotes)
    return snapshot.after(command.apply(snapshot, circumstances(TODAY)))


def the_quote(snapshot: Snapshot) -> Quote:
    [quote] = snapshot.quotes.values()
    return quote


def test_a_quote_is_added_with_its_lead_and_its_follow_ups() -> None:
    last = ImportedFollowUp(on=date(2026, 3, 16), channel=Channel.PHONE)
    after = imported(Snapshot(), an_imported_quote(follow_ups=(ImportedFollowUp(), last)))
    [lead] = after.leads.values()
    quote = the_quote(after)
    assert (lead.name, quote.lead_id, quote.ref) == ("Atelier Lumen", lead.id, "D26-101")
    contacts = list(after.follow_ups.values())
    assert [(each.on, each.channel, each.kind) for each in contacts] == [
        (None, Channel.OTHER, Kind.FOLLOW_UP),
        (date(2026, 3, 16), Channel.PHONE, Kind.FOLLOW_UP),
    ]
    assert {(each.lead_id, each.quote_id) for each in contacts} == {(lead.id, quote.id)}


@pytest.mark.parametrize("status", [Status.WON, Status.LOST, Status.NO_RESPONSE])
def test_a_closed_quote_was_closed_on_an_unknown_day_after_being_sent(status: Status) -> None:
    quote = the_quote(imported(Snapshot(), an_imported_quote(status=status)))
    assert (quote.status, quote.outcome) == (status, Outcome(on=None, before=Status.SENT))


def test_a_deadline_given_as_a_day_stays_one() -> None:
    quote = the_quote(imported(Snapshot(), an_imported_quote()))
    assert (quote.valid_until, quote.validity_days) == (date(2026, 3, 23), None)


def test_a_draft_is_not_sent_and_not_closed() -> None:
    draft = an_imported_quote(
        status=Status.DRAFT,
        sent_on=None,
        valid_until=None,
        asked_on=date(2026, 3, 2),
        validity_days=15,
    )
    quote = the_quote(imported(Snapshot(), draft))
    assert (quote.status, quote.sent_on, quote.valid_until) == (Status.DRAFT, None, None)
    assert (quote.asked_on, quote.validity_days, quote.outcome) == (date(2026, 3, 2), 15, None)


@pytest.mark.parametrize("name", ["atelier lumen", "ATELIER LUMÉN"])
def test_a_lead_that_is_known_by_the_name_gets_the_quote(name: str) -> None:
    command = ImportQuotes(name="devis.csv", quotes=(an_imported_quote(lead=name),))
    edit = command.apply(a_snapshot(), circumstances(TODAY))
    [quote] = edit.puts
    assert isinstance(quote, Quote)
    assert (quote.lead_id, edit.facts["leads"]) == (a_lead().id, 0)


def test_a_new_lead_is_added_once_for_all_its_rows() -> None:
    first = an_imported_quote(lead="Café Éphémère")
    second = an_imported_quote(lead="CAFE EPHEMERE", ref="D26-102")
    after = imported(Snapshot(), first, second)
    assert [lead.name for lead in after.leads.values()] == ["Café Éphémère"]
    assert len({quote.lead_id for quote in after.quotes.values()}) == 1


def test_a_ref_that_its_lead_has_already_is_left_as_it_is() -> None:
    known = a_quote(ref="d26-101", title="As it is")
    after = imported(a_snapshot(known), an_imported_quote(follow_ups=(ImportedFollowUp(),)))
    assert list(after.quotes.values()) == [known]
    assert not after.follow_ups


def test_a_ref_that_another_lead_has_is_a_problem_and_adds_nothing() -> None:
    before = a_snapshot(a_lead(name="Cabinet Rey"), a_quote(ref="D26-101"))
    quote = an_imported_quote(line=7)
    assert imported(before, quote).quotes == before.quotes
    [planned] = plan(Import(name="devis.csv", quotes=(quote,)), before)
    assert (planned.line, planned.verdict) == (7, Verdict.PROBLEM)
    assert planned.problem
    assert planned.problem.error.code == "ref_of_another_lead"
    assert planned.problem.error.facts["lead"] == "Cabinet Rey"


def test_a_name_that_two_leads_have_is_a_problem() -> None:
    before = a_snapshot(a_lead(), a_lead(id=2, name="ATELIER LUMEN"))
    [planned] = plan(Import(name="devis.csv", quotes=(an_imported_quote(),)), before)
    assert planned.problem
    assert planned.problem.error.code == "two_leads_with_name"


def test_applying_a_command_again_adds_nothing_even_where_names_changed_meanwhile() -> None:
    command = ImportQuotes(name="devis.csv", quotes=(an_imported_quote(),))
    after = Snapshot().after(command.apply(Snapshot(), circumstances(TODAY)))
    [lead], quote = after.leads.values(), the_quote(after)
    renamed = Snapshot(
        {lead.id: replace(lead, name="Lumen & Cie")}, {quote.id: replace(quote, ref="X")}
    )
    again = command.apply(renamed, circumstances(TODAY))
    assert again.puts == ()
    assert again.facts["present"] == 1


def test_a_lead_that_the_command_added_and_somebody_renamed_keeps_its_name() -> None:
    command = ImportQuotes(name="devis.csv", quotes=(an_imported_quote(),))
    [lead] = Snapshot().after(command.apply(Snapshot(), circumstances(TODAY))).leads.values()
    renamed = Snapshot({lead.id: replace(lead, name="Lumen & Cie")})
    after = renamed.after(command.apply(renamed, circumstances(TODAY)))
    assert after.leads == renamed.leads
    assert the_quote(after).lead_id == lead.id


def test_a_file_read_and_imported_again_adds_nothing() -> None:
    def read() -> Import:
        return read_file("devis.csv", SPREADSHEET.read_bytes(), TODAY, Settings())

    first = ImportQuotes(name="devis.csv", quotes=read().quotes)
    edit = first.apply(Snapshot(), circumstances(TODAY))
    assert (edit.code, edit.subject) == ("imported", "devis.csv")
    assert edit.facts == {"quotes": 7, "leads": 3, "follow_ups": 7, "present": 0, "problems": 0}
    after = Snapshot().after(edit)
    assert len({record.id for record in edit.puts}) == len(edit.puts) == 17
    again = ImportQuotes(name="devis.csv", quotes=read().quotes)
    assert again.apply(after, circumstances(TODAY)).puts == ()


def test_the_plan_names_every_line_and_what_becomes_of_it() -> None:
    read = read_file("devis.csv", SPREADSHEET.read_bytes(), TODAY, Settings())
    before = a_snapshot(a_lead(name="cafe ephemere"), a_quote(ref="D26-101"))
    verdicts = {each.line: each.verdict for each in plan(read, before)}
    assert list(verdicts) == sorted(verdicts)
    assert verdicts == {
        2: Verdict.PRESENT,
        **dict.fromkeys((3, 4, 5, 6, 7, 16), Verdict.ADD),
        **dict.fromkeys(range(9, 15), Verdict.PROBLEM),
    }

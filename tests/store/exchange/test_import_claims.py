"""Which quotes the rows of a file are about, whatever a person changed since: each at most once."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from store.exchange.import_quotes import Verdict, plan
from store.exchange.imported import Import, ImportedQuote
from store.records.edit import Edit
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.words import Status
from tests.builders import a_lead
from tests.store.exchange.test_import_quotes import an_imported_quote as a_row
from tests.store.exchange.test_import_quotes import imported, the_quote


def edited(snapshot: Snapshot, **fields: object) -> Snapshot:
    """After a person changed the only quote."""
    return snapshot.after(Edit("edited", "x", puts=(replace(the_quote(snapshot), **fields),)))


def moved(snapshot: Snapshot, **fields: object) -> Snapshot:
    """After a person gave the only quote to another lead."""
    other = a_lead(id=77, name="Autre")
    return edited(snapshot.after(Edit("added", "x", puts=(other,))), lead_id=77, **fields)


def said(snapshot: Snapshot) -> dict[str, Quote]:
    """The quotes by what the file says of them, ref or title."""
    every = [(each.imported, each) for each in snapshot.quotes.values()]
    return {(said.ref or said.title): quote for said, quote in every if said}


def verdicts(snapshot: Snapshot, *rows: ImportedQuote) -> list[Verdict]:
    return [each.verdict for each in plan(Import(name="devis.csv", quotes=rows), snapshot)]


@pytest.mark.parametrize("new_first", [False, True])
def test_a_new_row_whose_ref_a_person_gave_to_another_quote_is_added(new_first: bool) -> None:
    mine = edited(imported(Snapshot(), a_row(ref="F1")), ref="F2")
    rows = [a_row(ref="F1"), a_row(ref="F2", line=3, title="Menu", amount=Decimal("9.00"))]
    after = imported(mine, *(reversed(rows) if new_first else rows))
    old, new = said(after)["F1"], said(after)["F2"]
    assert old == the_quote(mine)
    assert (new.title, new.amount) == ("Menu", Decimal("9.00"))
    assert new.ref not in ("F1", "F2")
    assert imported(after, *rows).quotes == after.quotes


@pytest.mark.parametrize("new_first", [False, True])
def test_a_new_row_whose_title_a_person_gave_to_another_quote_is_added(new_first: bool) -> None:
    mine = edited(imported(Snapshot(), a_row(ref="")), title="Menu")
    rows = [a_row(ref=""), a_row(ref="", line=3, title="Menu", amount=Decimal("9.00"))]
    after = imported(mine, *(reversed(rows) if new_first else rows))
    assert said(after)["Logo"] == the_quote(mine)
    assert said(after)["Menu"].amount == Decimal("9.00")
    assert imported(after, *rows).quotes == after.quotes


def test_a_row_without_a_ref_is_not_taken_for_one_with_a_ref_of_the_same_title_and_day() -> None:
    rows = (a_row(ref="", line=2, amount=Decimal("9.00")), a_row(ref="F1", line=3))
    after = imported(Snapshot(), *reversed(rows))
    assert len(after.quotes) == 2
    assert imported(after, *rows).quotes == after.quotes


def test_a_quote_that_goes_by_the_ref_that_the_file_gives_it_now_is_that_quote() -> None:
    mine = edited(imported(Snapshot(), a_row(ref="F1")), ref="F2")
    assert verdicts(mine, a_row(ref="F2", amount=Decimal("9.00"))) == [Verdict.CHANGE]


@pytest.mark.parametrize("ref", ["", "F1"])
def test_a_quote_that_a_person_gave_to_another_lead_is_not_added_again(ref: str) -> None:
    mine = moved(imported(Snapshot(), a_row(ref=ref)))
    assert imported(mine, a_row(ref=ref)).quotes == mine.quotes
    after = imported(mine, a_row(ref=ref, amount=Decimal("9.00")))
    assert (the_quote(after).amount, the_quote(after).lead_id) == (Decimal("9.00"), 77)


def a_draft(**fields: object) -> ImportedQuote:
    """A draft without a ref and without a day."""
    no_day: dict[str, object] = {"sent_on": None, "valid_until": None}
    return a_row(**({"ref": "", "status": Status.DRAFT} | no_day | fields))


def sent(**fields: object) -> ImportedQuote:
    """The draft as a later file has it, with the usual validity."""
    usual: dict[str, object] = {"valid_until": None, "validity_days": 21, "usual_validity": True}
    return a_row(**({"ref": ""} | usual | fields))


def test_a_draft_without_a_day_that_was_sent_in_the_file_is_sent() -> None:
    quote = the_quote(imported(imported(Snapshot(), a_draft()), sent()))
    assert (quote.status, quote.sent_on) == (Status.SENT, date(2026, 3, 2))
    assert (quote.validity_days, quote.valid_until) == (21, date(2026, 3, 23))


@pytest.mark.parametrize(
    "rows",
    [
        (a_draft(), sent()),
        (sent(), sent(sent_on=date(2026, 3, 3))),
        (sent(title="Menu"), sent(lead="Autre")),
    ],
)
def test_a_row_that_need_not_be_the_draft_is_another_quote(
    rows: tuple[ImportedQuote, ImportedQuote],
) -> None:
    before = imported(Snapshot(), a_draft())
    after = imported(before, *rows)
    assert the_quote(before) in after.quotes.values()
    assert len(after.quotes) == 1 + verdicts(before, *rows).count(Verdict.ADD)
    assert imported(after, *rows).quotes == after.quotes

"""What an import wrote of a forgotten lead goes too, where its quote is another lead's by now."""

from pathlib import Path

import pytest

from store.changes.quotes import EditQuote
from store.exchange.import_quotes import ImportQuotes, Verdict, plan
from store.exchange.imported import Import
from store.file.conflict_copies import merge_copies
from store.file.repository import Repository
from tests.faults.files import a_tracker, on
from tests.store.exchange.test_import_quotes import an_imported_quote
from tests.store.file.test_forgetting import NAME, OTHER, TODAY, commit, forgotten, traces, wrong

ROW = an_imported_quote(lead=NAME, title=f"Site {NAME}")
AGAIN = an_imported_quote(lead=NAME, title=f"Site {NAME}", currency="CHF")


@pytest.fixture
def tracker(tmp_path: Path) -> Repository:
    """A quote imported twice for the lead that is forgotten, which is another lead's since."""
    repository = a_tracker(tmp_path)
    moved = {"lead": OTHER, "title": "Logo"}
    commit(
        repository,
        ImportQuotes(name="devis.csv", quotes=(ROW,)),
        EditQuote(quote_id=ROW.quote_id, values=moved, lead_id=199),
        ImportQuotes(name="devis.csv", quotes=(AGAIN,)),
        EditQuote(quote_id=ROW.quote_id, values={"notes": "nice"}),
    )
    assert [*repository.snapshot().quotes] == [ROW.quote_id]
    return repository


def test_no_byte_of_it_is_left_anywhere(tracker: Repository, tmp_path: Path) -> None:
    assert traces(tmp_path)
    assert forgotten(tracker).named_in == ()
    assert traces(tmp_path) == []
    assert wrong(tracker) == []


def test_all_else_that_the_file_said_stays(tracker: Repository) -> None:
    before = tracker.snapshot().quotes[ROW.quote_id]
    forgotten(tracker)
    after = tracker.snapshot().quotes[ROW.quote_id]
    assert before.imported is not None
    assert after.imported is not None
    assert (after.imported.lead, after.imported.title) == ("", "")
    assert (after.imported.currency, after.imported.sent_on) == ("CHF", before.imported.sent_on)
    assert (after.title, after.lead_id, after.notes) == ("Logo", 199, "nice")
    assert after.changed.revision == before.changed.revision + 1


def test_what_the_file_said_of_others_stays_word_for_word(tmp_path: Path) -> None:
    tracker = a_tracker(tmp_path)
    other = an_imported_quote(lead=f"{NAME}ia", ref="A-1", title=f"Site {NAME}ia")
    commit(tracker, ImportQuotes(name="a.csv", quotes=(other, an_imported_quote(lead=NAME))))
    row = tracker.last_read["quotes"][str(other.quote_id)]
    forgotten(tracker)
    tracker.snapshot()
    assert bytes(tracker.last_read["quotes"][str(other.quote_id)]) == bytes(row)


def test_the_next_change_of_the_quote_changes_nothing_else(tracker: Repository) -> None:
    forgotten(tracker)
    commit(tracker, EditQuote(quote_id=ROW.quote_id, values={"notes": "nicer"}))
    (record,) = tracker.history()[-1].records
    assert {*record.after} == {"notes"}


def test_what_is_left_can_be_undone_without_bringing_the_name_back(
    tracker: Repository, tmp_path: Path
) -> None:
    forgotten(tracker, copies=True)
    tracker.undo(on(TODAY))
    tracker.undo(on(TODAY))
    assert tracker.snapshot().quotes[ROW.quote_id].currency == "EUR"
    assert traces(tmp_path) == []


def test_a_merge_with_an_older_copy_keeps_it_blank(tracker: Repository, tmp_path: Path) -> None:
    old = tracker.path.read_bytes()
    forgotten(tracker)
    tracker.path.with_name("tracker.sync-conflict-20260302-120000-ABC.json").write_bytes(old)
    merge_copies(tracker, tmp_path / "state" / "conflicts", TODAY)
    said = tracker.snapshot().quotes[ROW.quote_id].imported
    assert said is not None
    assert (said.lead, said.title) == ("", "")
    remarked = [change.facts["field"] for change in tracker.history() if not change.is_change]
    assert "imported" not in remarked


def test_a_later_row_of_the_forgotten_lead_is_a_new_quote_of_a_new_lead(
    tracker: Repository,
) -> None:
    forgotten(tracker)
    row = an_imported_quote(lead=NAME, ref="", title=f"Site {NAME}", lead_id=777)
    (planned,) = plan(Import(name="devis.csv", quotes=(row,)), tracker.snapshot())
    assert planned.verdict is Verdict.ADD
    commit(tracker, ImportQuotes(name="devis.csv", quotes=(row,)))
    assert tracker.snapshot().lead_named(NAME).id == 777


@pytest.mark.parametrize("field", ["title", "notes"])
def test_a_quote_is_said_to_name_it_where_its_visible_words_do(
    tracker: Repository, field: str
) -> None:
    commit(tracker, EditQuote(quote_id=ROW.quote_id, values={field: f"for {NAME}!"}))
    ref = tracker.snapshot().quotes[ROW.quote_id].ref
    assert forgotten(tracker).named_in == (ref,)

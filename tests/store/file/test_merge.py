"""What becomes of the changes of two machines, by example."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.changes.contacts import LogContact
from store.changes.leads import DeleteLead
from store.changes.quotes import DeleteQuote, EditQuote
from store.errors import FileTrouble, NothingToDo
from store.file.history import HISTORY, read_history
from store.file.merge import merge
from store.file.repository import Repository
from store.file.review import seen, unreviewed
from store.file.snapshot_reading import read_snapshot
from store.file.tables import Tables, parse
from store.records.snapshot import Snapshot
from tests.builders import SENT_ON
from tests.store.file.samples import TODAY, a_log, an_addition, commit
from tests.store.file.versions import plain_of, tables_of

Do = Callable[[Repository], object]


def an_edit(**values: Any) -> EditQuote:
    return EditQuote(quote_id=1, values=values)


class Machines:
    """Two machines that start from one file, with quote 1 of lead 101."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        start = Repository(folder / "base.json", "here")
        commit(start, an_addition(1))
        self.base = self._tables("base")
        for name in ("here", "there"):
            (folder / f"{name}.json").write_bytes(start.path.read_bytes())

    def on(self, name: str) -> Repository:
        """That machine's file."""
        return Repository(self._folder / f"{name}.json", name)

    def merged(self, *, with_base: bool = True) -> Snapshot:
        """Everything after a merge."""
        return read_snapshot(self.tables(with_base=with_base))

    def tables(self, *, with_base: bool = True) -> Tables:
        """The tables after a merge."""
        base = self.base if with_base else None
        return merge(base, self._tables("here"), self._tables("there")).tables

    def _tables(self, name: str) -> Tables:
        return parse((self._folder / f"{name}.json").read_bytes())


@pytest.fixture
def machines(tmp_path: Path) -> Machines:
    return Machines(tmp_path)


both_ways = pytest.mark.parametrize("with_base", [True, False])


@both_ways
def test_what_both_added_is_there(machines: Machines, with_base: bool) -> None:
    commit(machines.on("here"), an_addition(2), a_log(1, contact_id=11))
    commit(machines.on("there"), an_addition(3), a_log(1, contact_id=12))
    snapshot = machines.merged(with_base=with_base)
    assert set(snapshot.quotes) == {1, 2, 3}
    assert set(snapshot.follow_ups) == {11, 12}


@both_ways
def test_a_ref_given_twice_stays_with_both_quotes(machines: Machines, with_base: bool) -> None:
    commit(machines.on("here"), an_addition(2))
    commit(machines.on("there"), an_addition(3))
    quotes = machines.merged(with_base=with_base).quotes_with_ref("D26-002")
    assert {quote.id for quote in quotes} == {2, 3}


@both_ways
def test_edits_of_different_fields_are_both_kept(machines: Machines, with_base: bool) -> None:
    """Without a common ancestor the histories tell what the record was."""
    commit(machines.on("here"), an_edit(title="Map"))
    commit(machines.on("there"), an_edit(limit=2), an_edit(notes="Call Ana"))
    quote = machines.merged(with_base=with_base).quotes[1]
    assert (quote.title, quote.limit, quote.notes) == ("Map", 2, "Call Ana")
    assert unreviewed(changes_of(machines.tables(with_base=with_base))) == []


@both_ways
def test_of_two_edits_of_a_field_the_newer_is_kept_and_the_other_logged(
    machines: Machines, with_base: bool
) -> None:
    commit(machines.on("here"), an_edit(title="Map"))
    commit(machines.on("there"), an_edit(limit=2), an_edit(title="Atlas"))
    tables = machines.tables(with_base=with_base)
    assert read_snapshot(tables).quotes[1].title == "Atlas"
    (entry,) = unreviewed(changes_of(tables))
    assert (entry.code, entry.subject, entry.on) == ("conflict", "D26-001", SENT_ON)
    facts = {"field": "title", "kept": "Atlas", "lost": "Map", "machine": "here"}
    assert entry.facts == facts
    assert [(each.table, each.id) for each in entry.records] == [("quotes", 1)]
    assert bytes(entry.records[0].before["title"]) == b'"Map"'


@both_ways
def test_at_one_revision_the_machines_name_decides(machines: Machines, with_base: bool) -> None:
    commit(machines.on("here"), an_edit(title="Map"))
    commit(machines.on("there"), an_edit(title="Atlas"))
    assert machines.merged(with_base=with_base).quotes[1].title == "Atlas"


def test_a_loser_that_was_seen_is_not_listed_again(machines: Machines) -> None:
    commit(machines.on("here"), an_edit(title="Map"))
    commit(machines.on("there"), an_edit(title="Atlas"))
    tables = machines.tables()
    (entry,) = unreviewed(changes_of(tables))
    marked = seen(tables, {entry.id})
    assert unreviewed(changes_of(marked)) == []
    for again in (merge(machines.base, marked, tables), merge(None, tables, marked)):
        assert unreviewed(changes_of(again.tables)) == []


def test_a_loser_is_nothing_that_undo_takes_back(machines: Machines, path: Path) -> None:
    commit(machines.on("here"), an_edit(title="Map"))
    commit(machines.on("there"), an_edit(title="Atlas"))
    repository = Repository(path, "here")
    tables = machines.tables()
    repository.rewrite(lambda _: tables, SENT_ON)
    assert [repository.undo(TODAY).code for _ in range(3)] == ["edited", "edited", "added"]
    with pytest.raises(NothingToDo):
        repository.undo(TODAY)
    assert repository.redo(TODAY).code == "added"


@both_ways
def test_a_deletion_on_one_side_stays_one(machines: Machines, with_base: bool) -> None:
    commit(machines.on("here"), DeleteQuote(quote_id=1))
    commit(machines.on("there"), an_addition(2))
    assert set(machines.merged(with_base=with_base).quotes) == {2}


def test_without_an_ancestor_what_has_no_tombstone_is_kept(machines: Machines) -> None:
    tables = machines.base
    assert set(read_snapshot(merge(None, tables, {}).tables).quotes) == {1}
    assert set(read_snapshot(merge(tables, tables, {}).tables).quotes) == set()


def test_an_edit_beats_a_deletion(machines: Machines) -> None:
    commit(machines.on("here"), an_edit(title="Map"))
    commit(machines.on("there"), an_addition(2), DeleteQuote(quote_id=1))
    assert machines.merged().quotes[1].title == "Map"


def test_a_contact_brings_its_quote_and_lead_back(machines: Machines) -> None:
    commit(machines.on("here"), DeleteLead(lead_id=101, insist=True))
    commit(machines.on("there"), LogContact(quote_id=1, on=SENT_ON, contact_id=9))
    snapshot = machines.merged()
    assert (set(snapshot.leads), set(snapshot.quotes)) == ({101}, {1})
    assert "deleted" not in str(plain_of(machines.tables())["_meta"])


def test_the_day_and_the_record_of_a_merge_do_not_depend_on_where_it_is_made(
    machines: Machines,
) -> None:
    """Two machines that merge the same two versions write the same file."""
    commit(machines.on("here"), an_edit(title="Map"))
    commit(machines.on("there"), an_edit(title="Atlas"))
    one = machines.tables()
    assert merge(None, one, one).tables == one
    assert merge(machines.base, one, machines.base).tables == one


def test_a_file_that_stock_tinydb_wrote_anew_changed_nothing() -> None:
    """It writes spaces and escapes, which are no changes."""
    base, ours = (tables_of({"todo": {"7": {"text": text, "n": [1, 2]}}}) for text in ("é", "b"))
    theirs = {"todo": {"7": rb'{"n": [1,  2], "text": "\u00e9"}'}}
    merged = merge(base, ours, theirs)
    assert (merged.tables, merged.lost) == (ours, ())


def test_a_record_that_came_back_on_one_side_is_there(machines: Machines) -> None:
    here = machines.on("here")
    commit(here, DeleteQuote(quote_id=1))
    buried = parse(here.path.read_bytes())
    here.undo(TODAY)
    alive = parse(here.path.read_bytes())
    assert set(read_snapshot(merge(buried, alive, buried).tables).quotes) == {1}


def test_what_we_do_not_know_is_merged_word_for_word() -> None:
    def version(**fields: Any) -> Tables:
        return tables_of({"todo": {"7": {"text": "x"} | fields}})

    merged = merge(version(), version(precise=1.50), version(nested={"a": [1]})).tables
    assert plain_of(merged) == {"todo": {"7": {"text": "x", "precise": 1.5, "nested": {"a": [1]}}}}
    huge = {"todo": {"7": b'{"n":%b}' % (b"9" * 5000)}}
    assert merge(huge, huge, huge).tables == huge


def test_a_clash_in_a_table_that_we_do_not_know_is_logged_too() -> None:
    sides = [tables_of({"todo": {"7": {"text": text}}}) for text in ("a", "b", "c")]
    merged = merge(*sides)
    assert [(each.table, each.id, each.field) for each in merged.lost] == [("todo", 7, "text")]
    (entry,) = unreviewed(changes_of(merged.tables))
    assert (entry.subject, entry.facts["kept"], entry.facts["lost"]) == ("todo 7", "c", "b")


def test_a_row_that_is_no_record_is_named() -> None:
    sides = [{"leads": {"7": row}} for row in (b"[]", b"{}")]
    with pytest.raises(FileTrouble) as trouble:
        merge(None, *sides)
    assert (trouble.value.code, trouble.value.facts["id"]) == ("bad_record", "7")


def changes_of(tables: Tables) -> Any:
    return read_history(tables.get(HISTORY, {}))

"""Every change can be undone and redone, and is kept as an audit trail (FAULTS: around it)."""

from datetime import date, time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from store.changes.command import Circumstances
from store.changes.contacts import LogContact
from store.changes.leads import MergeLeads
from store.changes.quotes import DeleteQuote, EditQuote
from store.errors import FileTrouble, NothingToDo
from store.file.doctor import examine, examined
from store.file.history_limit import KEPT, newest
from store.file.repository import Repository
from store.file.treatment import treat
from store.records.settings import Settings
from store.records.words import Kind
from store.rules.rulebook import Rulebook
from tests.builders import SENT_ON, circumstances
from tests.faults.files import DAY, a_tracker, on
from tests.store.file.samples import TODAY, a_log, an_addition, commit, contents, raw, write_raw
from tests.store.file.test_write import FailingDisk


def titles(repository: Repository) -> list[str]:
    return sorted(quote.title for quote in repository.snapshot().quotes.values())


def a_retitling(title: str) -> EditQuote:
    return EditQuote(quote_id=1, values={"title": title})


def test_a_change_says_when_it_was_made_by_whom_and_of_what(repository: Repository) -> None:
    at = Circumstances(SENT_ON, Rulebook.of(Settings()), clock=time(10, 30))
    repository.commit(an_addition(1), at)
    change = repository.history()[0]
    assert (change.on, change.time, change.machine) == (SENT_ON, time(10, 30), "here")
    assert (change.code, change.subject, change.undone) == ("added", "D26-001", 0)
    assert [(each.table, each.id, each.how) for each in change.records] == [
        ("leads", 101, "created"),
        ("quotes", 1, "created"),
    ]


def test_a_change_keeps_the_facts_that_describe_it(repository: Repository) -> None:
    commit(repository, an_addition(1), EditQuote(quote_id=1, values={"title": "Map", "limit": 2}))
    assert repository.history()[-1].facts == {"fields": ["title", "limit"]}
    commit(repository, LogContact(quote_id=1, on=date(2026, 3, 4), kind=Kind.REPLY))
    assert repository.history()[-1].facts == {
        "kind": "reply",
        "channel": "email",
        "on": "2026-03-04",
    }


def test_undo_and_redo_work_after_a_restart(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1), a_retitling("Map"))
    Repository(path, "here").undo(TODAY)
    assert titles(repository) == ["Website redesign"]
    Repository(path, "here").redo(TODAY)
    assert titles(repository) == ["Map"]


def test_an_undo_or_redo_asked_for_again_after_an_error_happens_once(path: Path) -> None:
    repository = Repository(path, "here", disk := FailingDisk("sync_folder", 0))
    commit(repository, an_addition(1), a_retitling("Map"), a_retitling("Atlas"))
    for travel, number, title in (
        (repository.undo, 2, "Map"),
        (repository.undo, 1, "Website redesign"),
        (repository.redo, 1, "Map"),
        (repository.redo, 2, "Atlas"),
    ):
        disk.times = 1
        with pytest.raises(FileTrouble, match="not_confirmed"):
            travel(TODAY)
        assert travel(TODAY).id == repository.history()[number].id
        assert titles(Repository(path, "there")) == [title]


@pytest.mark.parametrize("meanwhile", ["another change", "its redo", "a redo elsewhere"])
def test_after_an_undo_that_was_not_confirmed_what_came_later_can_be_undone(
    path: Path, meanwhile: str
) -> None:
    repository = Repository(path, "here", disk := FailingDisk("sync_folder", 0))
    commit(repository, an_addition(1), a_retitling("Map"))
    disk.times = 1
    with pytest.raises(FileTrouble, match="not_confirmed"):
        repository.undo(TODAY)
    if meanwhile == "another change":
        commit(repository, a_retitling("Atlas"))
    else:
        again = repository if meanwhile == "its redo" else Repository(path, "there")
        again.redo(TODAY)
    repository.undo(TODAY)
    assert titles(repository) == ["Website redesign"]


def test_a_new_change_clears_what_could_be_redone(repository: Repository) -> None:
    commit(repository, an_addition(1), a_retitling("a"))
    repository.undo(TODAY)
    commit(repository, a_retitling("b"))
    with pytest.raises(NothingToDo) as nothing:
        repository.redo(TODAY)
    assert nothing.value.code == "nothing_to_redo"
    assert titles(repository) == ["b"]


def test_what_a_new_change_cleared_is_not_redone_in_place_of_that_change(
    repository: Repository,
) -> None:
    commit(repository, an_addition(1), a_retitling("a"))
    repository.undo(TODAY)
    commit(repository, a_retitling("b"))
    repository.undo(TODAY)
    repository.redo(TODAY)
    assert titles(repository) == ["b"]
    with pytest.raises(NothingToDo):
        repository.redo(TODAY)


def test_undo_goes_on_past_what_was_undone_before(repository: Repository) -> None:
    commit(repository, an_addition(1), a_retitling("a"))
    repository.undo(TODAY)
    commit(repository, a_retitling("b"))
    assert [repository.undo(TODAY).code for _ in range(2)] == ["edited", "added"]
    with pytest.raises(NothingToDo) as nothing:
        repository.undo(TODAY)
    assert (nothing.value.code, nothing.value.exit_code) == ("nothing_to_undo", 1)
    assert repository.snapshot().quotes == {}


def test_what_was_undone_stays_in_the_audit_trail(repository: Repository) -> None:
    commit(repository, an_addition(1), a_retitling("a"))
    repository.undo(TODAY)
    commit(repository, a_retitling("b"))
    assert [bool(change.undone) for change in repository.history()] == [False, True, False]


def test_a_merge_of_leads_is_undone_as_a_whole(repository: Repository) -> None:
    commit(repository, an_addition(1), an_addition(2), a_log(1), a_log(2))
    before = contents(repository.snapshot())
    commit(repository, MergeLeads(lead_id=101, into_id=102))
    repository.undo(TODAY)
    assert contents(repository.snapshot()) == before


def test_an_undo_is_a_change_that_other_machines_can_see(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1), a_retitling("a"))
    Repository(path, "there").undo(TODAY)
    quote = repository.snapshot().quotes[1]
    assert (quote.changed.revision, quote.changed.machine) == (3, "there")
    assert raw(path)["_meta"]["1"]["revision"] == 3


def test_the_history_keeps_the_last_500_changes(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1), a_retitling("last"))
    tables = raw(path)
    change = next(row for row in tables["history"].values() if row["code"] == "edited")
    for number in range(1, KEPT + 10):
        tables["history"][str(number)] = change | {"id": number, "seq": number, "facts": {}}
    tables["_meta"]["1"]["seq"] = KEPT + 50
    write_raw(path, tables)
    commit(repository, a_retitling("new"))
    kept = repository.history()
    assert len(kept) == KEPT == 500
    assert kept[-1].facts == {"fields": ["title"]}
    assert [each.seq for each in kept] == sorted(each.seq for each in kept)
    repository.undo(TODAY)
    assert len(repository.history()) == KEPT


def entries(number: int, first: int, code: str = "edited", **facts: object) -> dict[str, bytes]:
    """So many rows of the history, whose ids and numbers of recording go on from `first`."""
    return {
        str(n): msgspec.json.encode({"id": n, "seq": n, "code": code, "facts": facts})
        for n in range(first, first + number)
    }


def test_what_nobody_has_looked_at_stays_and_takes_no_changes_place() -> None:
    unseen = entries(600, 1, "conflict", field="title")
    changes = entries(KEPT, 1001)
    assert newest({**unseen, **changes, **entries(1, 5000)}) == {
        **unseen,
        **dict([*changes.items()][1:]),
        **entries(1, 5000),
    }


def test_remarks_that_were_seen_go_as_changes_do() -> None:
    rows = {**entries(KEPT + 5, 1, "duplicate", seen=True), **entries(3, 1001)}
    assert newest(rows) == dict([*rows.items()][5:])


def test_a_row_that_is_no_entry_neither_goes_nor_keeps_a_change_from_being_saved(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1))
    tables = raw(path)
    (row,) = tables["history"].values()
    tables["_meta"]["1"]["seq"] = KEPT + 200
    odd: dict[str, Any] = {"7": 1, "8": "conflict", "9": {}, "10": {"x": 1}}
    tables["history"] = {**odd, **{str(n): row | {"seq": n} for n in range(100, 100 + KEPT)}}
    write_raw(path, tables)
    commit(repository, a_retitling("new"))
    rows = raw(path)["history"]
    assert {key: rows[key] for key in odd} == odd
    assert len(rows) == len(odd) + KEPT
    assert "100" not in rows


def graves(path: Path) -> list[tuple[str, int, str]]:
    """Table, id and day of the tombstones."""
    rows = raw(path)["_meta"].values()
    return sorted((row["deleted"], row["id"], row["on"]) for row in rows if "deleted" in row)


def test_a_deleted_record_leaves_a_tombstone_until_it_comes_back(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1), a_log(1, contact_id=9), DeleteQuote(quote_id=1))
    stones = [("follow_ups", 9, "2026-03-02"), ("quotes", 1, "2026-03-02")]
    assert graves(path) == stones
    repository.undo(TODAY)
    assert graves(path) == []
    repository.redo(TODAY)
    assert graves(path) == stones


def test_an_addition_that_is_undone_leaves_a_tombstone_too(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1))
    repository.undo(TODAY)
    assert graves(path) == [("leads", 101, "2026-03-02"), ("quotes", 1, "2026-03-02")]
    repository.redo(TODAY)
    assert graves(path) == []


def test_a_tombstone_says_which_change_it_was(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1), DeleteQuote(quote_id=1))
    row = next(row for row in raw(path)["_meta"].values() if "deleted" in row)
    assert row["changed"] == {"revision": 2, "machine": "here"}


@pytest.mark.parametrize(
    ("today", "kept"),
    [(date(2027, 3, 2), 1), (date(2027, 3, 5), 0), (date(2199, 12, 31), 0), (date.min, 1)],
)
def test_a_tombstone_is_kept_for_a_year(
    repository: Repository, path: Path, today: date, kept: int
) -> None:
    commit(repository, an_addition(1), an_addition(2), DeleteQuote(quote_id=1))
    edit = EditQuote(quote_id=2, values={"title": "Map"})
    repository.commit(edit, circumstances(today))
    assert len(graves(path)) == kept


def test_a_tombstone_of_the_last_day_there_is_harms_nothing(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1), an_addition(2), DeleteQuote(quote_id=1))
    path.write_text(
        path.read_text().replace('"on":"2026-03-02","changed"', '"on":"9999-12-31","changed"')
    )
    commit(repository, a_log(2))
    assert len(graves(path)) == 1


def test_rows_of_the_books_that_we_do_not_know_are_kept(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1))
    tables = raw(path)
    tables["_meta"]["1"]["colour"] = "red"
    tables["_meta"]["7"] = {"anything": [1]}
    write_raw(path, tables)
    commit(repository, a_log(1))
    assert raw(path)["_meta"]["1"]["colour"] == "red"
    assert raw(path)["_meta"]["7"] == {"anything": [1]}


def test_undo_of_a_record_that_another_program_took_out_harms_nothing(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1), a_retitling("Map"))
    tables = raw(path)
    del tables["quotes"]["1"]
    write_raw(path, tables)
    assert repository.undo(TODAY).code == "edited"
    assert repository.snapshot().quotes == {}
    assert repository.snapshot().leads[101].name == "Lead 1"


def test_an_entry_of_the_history_goes_by_the_id_of_its_document(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1))
    tables = raw(path)
    tables["history"] = {"77": next(iter(tables["history"].values()))}
    write_raw(path, tables)
    assert repository.undo(TODAY).id == 77
    assert [(key, bool(row["undone"])) for key, row in raw(path)["history"].items()] == [
        ("77", True)
    ]
    with pytest.raises(NothingToDo):
        repository.undo(TODAY)


@pytest.mark.parametrize("row", [1, "conflict", {}, {"code": "conflict", "seq": 5}])
def test_a_row_of_the_history_that_cannot_be_read_is_reported_and_mended(
    tmp_path: Path, row: object
) -> None:
    repository = a_tracker(tmp_path, 2)
    tables: dict[str, Any] = raw(repository.path)
    write_raw(repository.path, tables | {"history": tables["history"] | {"5": row}})
    repository.commit(a_retitling("Map"), on(DAY))

    file = examined(repository, DAY)
    (finding,) = [each for each in examine(file) if not each.note]
    assert (finding.code, finding.facts["table"], finding.facts["id"]) == (
        ("bad_record", "history", "5")
    )
    treat([finding], file, on(DAY))
    assert repository.undo(on(DAY)).code == "edited"

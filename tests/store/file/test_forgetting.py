"""A forgotten lead leaves no byte: in the file, its history, and every copy kept of them."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from store.changes.command import Command
from store.changes.contacts import LogContact
from store.changes.incidents import LogIncident
from store.changes.leads import DeleteLead, EditLead, MergeLeads
from store.changes.people import read_person
from store.changes.quotes import DeleteQuote, EditQuote
from store.errors import FileTrouble, NotFound, NothingToDo
from store.file.conflict_copies import merge_copies
from store.file.doctor import Examined, examine, examined
from store.file.forgetting import Forgotten, find, forget
from store.file.index import Index
from store.file.meta import META
from store.file.port import Disk
from store.file.repository import Repository
from store.file.rescue import keep_aside, restore
from tests.faults.files import DAY, FullDisk, a_tracker, on
from tests.store.file.samples import a_log, an_addition

NAME = "Zorblax"
"""Stands in every text of the lead, so that any byte of it is found."""

OTHER = "Atelier Lumen"
TODAY = DAY + timedelta(days=60)


def traces(folder: Path, *words: str) -> list[str]:
    """The files in the folder in which one of the words stands, and which word."""
    wanted = [word.encode() for word in words or (NAME, NAME.lower(), "zoé")]
    return [
        f"{path.relative_to(folder)}: {word!r}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for word in wanted
        if word in path.read_bytes() or word in str(path).encode()
    ]


def commit(repository: Repository, *commands: Command) -> None:
    """Gives the commands, each on a day of its own, so that each has a backup before it."""
    day = DAY + timedelta(days=len(repository.history()))
    for number, command in enumerate(commands):
        repository.commit(command, on(day + timedelta(days=number)))


@pytest.fixture
def tracker(tmp_path: Path) -> Repository:
    """A lead named in every way and changed in every way, and another one."""
    repository = a_tracker(tmp_path)
    commit(
        repository,
        an_addition(1, lead=OTHER, title="Leaflet", ref="A-1"),
        an_addition(2, lead=NAME, title=f"{NAME} site", ref=f"{NAME}-2", notes=f"for {NAME}"),
        an_addition(3, lead=NAME, title=f"{NAME} map", ref=f"{NAME}-3"),
        EditLead(
            lead_id=102,
            values={"notes": f"{NAME} said", "sector": NAME, "tags": (NAME,)},
            joined=(read_person("contact", f"Zoé Zorblax <zoé@{NAME}.example> +33 6"),),
        ),
        LogContact(quote_id=2, on=DAY, note=f"{NAME} is away", contact_id=21),
        LogContact(quote_id=1, on=DAY, note="Lumen is here", contact_id=22),
        LogIncident(
            platform="malt", on=DAY, lead_id=102, incident_id=30, note=f"{NAME} complained"
        ),
        EditLead(lead_id=102, values={"name": f"{NAME} SARL"}),
        EditLead(lead_id=102, values={"name": NAME}),
        DeleteQuote(quote_id=3),
        EditQuote(quote_id=2, values={"title": f"{NAME} shop"}),
    )
    repository.undo(on(TODAY))
    return repository


def forgotten(repository: Repository, name: str = NAME, *, copies: bool = True) -> Forgotten:
    return forget(repository, find(repository, name), TODAY, with_copies=copies)


def test_no_byte_of_it_is_left_anywhere(tracker: Repository, tmp_path: Path) -> None:
    conflict = tracker.path.with_name("tracker.sync-conflict-20260302-120000-ABC.json")
    conflict.write_bytes(tracker.path.read_bytes())
    merge_copies(tracker, tmp_path / "state" / "conflicts", TODAY)
    assert tracker.keeper.state is not None
    keep_aside(tracker.keeper.state, tracker.path.read_bytes()[:-40], TODAY)
    tracker.path.with_name(f"{tracker.path.name}.displaced-12345678").write_text(f'"{NAME}')
    assert len(traces(tmp_path)) > 10

    done = forgotten(tracker)

    assert traces(tmp_path) == []
    assert (done.removed, done.left, done.named_in) == (2, (), ())
    assert done.found.counts == {
        **{"leads": 1, "quotes": 1, "follow_ups": 1, "incidents": 1},
        "history": done.found.counts["history"],
    }


@pytest.mark.parametrize("copies", [True, False], ids=["with copies", "without"])
def test_it_is_in_no_index_of_the_file_by_any_of_its_names(
    tracker: Repository, tmp_path: Path, copies: bool
) -> None:
    cache = tmp_path / "cache"
    for path in (tracker.path.with_name("as it was called before.json"), tracker.path):
        path.write_bytes(tracker.path.read_bytes())
        indexed = Repository(
            path, "here", state=tracker.keeper.state, index=Index(lambda: cache, path)
        )
        indexed.snapshot()
        indexed.index_latest(TODAY)
    path.with_name("as it was called before.json").unlink()
    place = indexed.index.place if indexed.index else cache
    place.with_name(f".{place.name}.0123456789ab.tmp").write_bytes(place.read_bytes())
    assert len(traces(cache)) > 2

    forgotten(indexed, copies=copies)
    assert traces(cache) == []
    indexed.index_latest(TODAY)
    assert place in cache.iterdir()
    assert traces(cache) == []


class StuckDisk(Disk):
    """Removes no index."""

    def remove(self, path: Path) -> None:
        if ".index" in path.name:
            raise PermissionError(1, "not permitted", str(path))
        super().remove(path)


def test_an_index_that_cannot_be_removed_is_said(tracker: Repository, tmp_path: Path) -> None:
    disk = StuckDisk()
    index = Index(lambda: tmp_path / "cache", tracker.path, disk)
    stuck = Repository(tracker.path, "here", disk, index=index)
    stuck.snapshot()
    stuck.index_latest(TODAY)
    with pytest.raises(FileTrouble, match="copies_not_erased"):
        forgotten(stuck)
    assert traces(tmp_path / "data") == []


def test_all_that_is_of_others_stays(tracker: Repository) -> None:
    before = tracker.snapshot()
    forgotten(tracker)
    after = tracker.snapshot()

    assert {*after.leads} == {101}
    assert after.quotes[1] == before.quotes[1]
    assert after.follow_ups[22] == before.follow_ups[22]
    assert after.incidents[30].platform == "malt"
    assert (after.incidents[30].lead_id, after.incidents[30].note) == (None, "")
    assert [change.subject for change in tracker.history()] == ["A-1", "A-1"]
    assert wrong(tracker) == []


def wrong(repository: Repository) -> list[str]:
    file: Examined = examined(repository, TODAY)
    return [each.code for each in examine(file) if not each.note and "open" not in each.code]


def test_every_backup_can_be_restored_and_is_whole_but_for_the_lead(tracker: Repository) -> None:
    backups = tracker.keeper.backups
    assert backups is not None
    before = [backup.name for backup in backups.all()]
    forgotten(tracker)
    assert [backup.name for backup in backups.all()] == before
    for name in before:
        with suppress(NothingToDo):  # two are the same now
            restore(tracker, name, TODAY)
        assert {*tracker.snapshot().leads} == {101}
        assert wrong(tracker) == []


def test_the_backups_are_left_where_that_is_wanted_and_found_later(
    tracker: Repository, tmp_path: Path
) -> None:
    done = forgotten(tracker, copies=False)
    assert (done.rewritten, len(done.left)) == (0, done.found.copies)
    assert traces(tmp_path / "data") == []
    assert traces(tmp_path / "state")

    again = find(tracker, NAME.upper())
    assert (sum(again.counts.values()), again.copies) == (0, done.found.copies)
    forget(tracker, again, TODAY, with_copies=True)
    assert traces(tmp_path) == []
    with pytest.raises(NotFound):
        find(tracker, NAME)


def test_the_file_is_written_once_with_tombstones_that_name_nothing(tracker: Repository) -> None:
    revision = int(_own(tracker)["revision"])
    forgotten(tracker)
    assert int(_own(tracker)["revision"]) == revision + 1
    graves = b"".join(bytes(row) for row in tracker.last_read[META].values())
    assert b'"deleted":"leads","id":102' in graves


def _own(repository: Repository) -> dict[str, int]:
    repository.snapshot()
    return msgspec.json.decode(repository.last_read[META]["1"], type=dict[str, int])


def test_a_merge_with_an_older_copy_does_not_bring_its_records_back(
    tracker: Repository, tmp_path: Path
) -> None:
    old = tracker.path.read_bytes()
    forgotten(tracker)
    tracker.path.with_name("tracker.sync-conflict-20260302-120000-ABC.json").write_bytes(old)
    merge_copies(tracker, tmp_path / "state" / "conflicts", TODAY)
    assert {*tracker.snapshot().leads} == {101}
    assert {*tracker.snapshot().quotes} == {1}
    assert tracker.snapshot().incidents[30].lead_id is None


def test_leads_that_were_merged_into_it_go_with_it(tracker: Repository, tmp_path: Path) -> None:
    commit(
        tracker,
        an_addition(4, lead="Qwyjibo", title="Qwyjibo's map", ref="Q-4"),
        MergeLeads(lead_id=104, into_id=102),
    )
    forgotten(tracker)
    assert traces(tmp_path, NAME, "Qwyjibo", "Q-4") == []


def test_a_merge_that_was_taken_back_does_not_count(tracker: Repository, tmp_path: Path) -> None:
    commit(tracker, MergeLeads(lead_id=101, into_id=102))
    tracker.undo(on(TODAY))
    forgotten(tracker)
    assert tracker.snapshot().lead_named(OTHER).id == 101
    assert {*tracker.snapshot().quotes} == {1}
    assert traces(tmp_path) == []


def test_a_deleted_lead_can_be_forgotten(tracker: Repository, tmp_path: Path) -> None:
    commit(tracker, DeleteLead(lead_id=102, insist=True))
    forgotten(tracker)
    assert traces(tmp_path) == []


def test_a_quote_that_went_to_another_lead_is_theirs(tracker: Repository) -> None:
    commit(tracker, EditQuote(quote_id=2, values={"lead": OTHER}, lead_id=199))
    forgotten(tracker)
    assert {*tracker.snapshot().quotes} == {1, 2}
    assert wrong(tracker) == []


def test_who_else_names_it_is_said(tracker: Repository) -> None:
    commit(tracker, EditLead(lead_id=101, values={"notes": f"came through {NAME.upper()}."}))
    assert forgotten(tracker).named_in == (OTHER,)


def test_what_is_left_can_still_be_undone(tracker: Repository) -> None:
    forgotten(tracker)
    tracker.undo(on(TODAY))
    assert 22 not in tracker.snapshot().follow_ups
    tracker.redo(on(TODAY))
    assert 22 in tracker.snapshot().follow_ups


def test_a_backup_that_cannot_be_written_is_said_and_done_the_next_time(tmp_path: Path) -> None:
    disk = FullDisk()
    a_tracker(tmp_path, 3).commit(a_log(2), on(TODAY))
    tracker = a_tracker(tmp_path, state_disk=disk)
    tracker.disk = disk
    with pytest.raises(FileTrouble, match="copies_not_erased"):
        forgotten(tracker, "Lead 2")
    assert {*tracker.snapshot().leads} == {101, 103}
    forgotten(a_tracker(tmp_path), "Lead 2")
    assert traces(tmp_path, "Lead 2") == []


def test_a_backup_with_a_bad_history_does_not_stand_in_the_way(
    tracker: Repository, tmp_path: Path
) -> None:
    assert tracker.keeper.state is not None
    tracker.keeper.state.keep("2026-03-01-0000-daily.json", b'{"history": {"1": ["Zorblax"]}}')
    assert forgotten(tracker).removed == 1
    assert traces(tmp_path) == []

"""FAULTS 12: conflict copies and conflict markers are merged, archived, and their losers listed."""

from pathlib import Path

import pytest

from store.changes.quotes import EditQuote
from store.errors import FileTrouble
from store.file.conflict_copies import conflict_copies, merge_copies
from store.file.port import Disk
from store.file.repository import Repository
from store.file.rescue import restore
from store.file.review import unreviewed
from tests.faults.files import DAY, a_tracker, kept, on
from tests.store.file.samples import a_log, an_addition, commit

COPIES = (
    "relance.sync-conflict-20260302-101010-ABCDEFG.json",
    "relance (Ana's conflicted copy 2026-03-02).json",
    "relance (conflicted copy 2026-03-02 101010).json",
    "relance (Copie en conflit de Ana 2026-03-02).json",
    "relance_conflict-20260302-101010.json",
)

OTHERS = (
    "relance.json",
    "relance-2025.sync-conflict-20260302-101010-ABCDEFG.json",
    "relance2 (conflicted copy).json",
    "relance.sync-conflict-20260302-101010-ABCDEFG.csv",
    "relance (copy).json",
    ".relance.json.lock",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "relance.json"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "state" / "conflicts"


@pytest.fixture
def here(path: Path) -> Repository:
    """A file with quote 1, which a sync program shares with another machine."""
    repository = Repository(path, "here")
    commit(repository, an_addition(1))
    return repository


def retitled(title: str) -> EditQuote:
    return EditQuote(quote_id=1, values={"title": title})


def a_copy(here: Repository, name: str) -> Repository:
    """The other machine's version, which the sync program will leave beside the file."""
    copy = here.path.with_name(name)
    copy.write_bytes(here.path.read_bytes())
    return Repository(copy, "there")


def no_locks(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if not each.name.endswith(".lock"))


@pytest.mark.parametrize("name", COPIES)
def test_copies_of_the_sync_programs_are_found(path: Path, name: str) -> None:
    for each in (name, *OTHERS):
        path.with_name(each).write_bytes(b"{}")
    path.with_name("relance (a conflicted copy).json").symlink_to(path)
    assert conflict_copies(path) == [path.with_name(name)]


def test_where_there_is_no_folder_there_are_no_copies(tmp_path: Path) -> None:
    assert conflict_copies(tmp_path / "nowhere" / "relance.json") == []


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_merged_and_archived_and_its_losers_listed(
    here: Repository, archive: Path, name: str
) -> None:
    there = a_copy(here, name)
    commit(here, an_addition(2), retitled("Map"))
    commit(there, an_addition(3), a_log(1, contact_id=9), retitled("Atlas"))
    copy = there.path.read_bytes()

    done = merge_copies(here, archive, DAY)

    snapshot = Repository(here.path, "here").snapshot()
    assert (set(snapshot.quotes), set(snapshot.follow_ups)) == ({1, 2, 3}, {9})
    assert snapshot.quotes[1].title == "Atlas"
    assert (done.merged, done.troubles) == ((there.path,), ())
    assert [(each.field, bytes(each.lost)) for each in done.lost] == [("title", b'"Map"')]
    assert [entry.facts["lost"] for entry in unreviewed(here.history())] == ["Map"]
    assert no_locks(here.path.parent) == ["relance.json"]
    assert [each.read_bytes() for each in archive.iterdir()] == [copy]


def test_several_copies_are_one_write(here: Repository, archive: Path) -> None:
    for number, name in enumerate(COPIES, start=2):
        commit(a_copy(here, name), an_addition(number))
    assert len(merge_copies(here, archive, DAY).merged) == len(COPIES)
    assert set(here.snapshot().quotes) == {1, 2, 3, 4, 5, 6}
    assert len([*archive.iterdir()]) == len(COPIES)


def test_merging_again_after_a_kill_adds_nothing(here: Repository, archive: Path) -> None:
    """A kill between the write and the archive leaves the copy where it was."""
    there = a_copy(here, COPIES[0])
    commit(here, retitled("Map"))
    commit(there, retitled("Atlas"), an_addition(3))
    copy = there.path.read_bytes()
    merge_copies(here, archive, DAY)
    merged = here.path.read_bytes()
    there.path.write_bytes(copy)
    assert merge_copies(here, archive, DAY).merged == (there.path,)
    assert here.path.read_bytes() == merged


@pytest.mark.parametrize(
    "text",
    [b'{"leads"', b'{"leads": {"1": {}}}'],
    ids=["damaged", "bad record"],
)
def test_a_copy_that_cannot_be_read_stays_and_stops_no_other(
    here: Repository, archive: Path, text: bytes
) -> None:
    commit(a_copy(here, COPIES[0]), an_addition(3))
    bad = here.path.with_name(COPIES[1])
    bad.write_bytes(text)
    done = merge_copies(here, archive, DAY)
    (trouble,) = done.troubles
    assert (trouble.code, trouble.facts["path"]) == ("copy_damaged", str(bad))
    assert bad.read_bytes() == text
    assert set(here.snapshot().quotes) == {1, 3}


def test_a_copy_of_a_newer_relance_stays(here: Repository, archive: Path) -> None:
    there = a_copy(here, COPIES[0])
    there.path.write_text(there.path.read_text().replace('"schema":1', '"schema":99'))
    assert [each.code for each in merge_copies(here, archive, DAY).troubles] == ["newer_schema"]
    assert there.path.exists()


def test_an_archive_that_cannot_be_made_leaves_the_copy(here: Repository, archive: Path) -> None:
    there = a_copy(here, COPIES[0])
    commit(there, an_addition(3))
    archive.parent.write_bytes(b"in the way")
    done = merge_copies(here, archive, DAY)
    assert [trouble.code for trouble in done.troubles] == ["not_put_away"]
    assert there.path.exists()
    assert set(here.snapshot().quotes) == {1, 3}


def test_a_copy_that_is_written_again_meanwhile_stays(here: Repository, archive: Path) -> None:
    there = a_copy(here, COPIES[0])

    class Busy(Disk):
        """The sync program writes the copy anew while the first one is put away."""

        def make_folder(self, folder: Path) -> None:
            commit(there, an_addition(4))
            super().make_folder(folder)

    commit(there, an_addition(3))
    merge_copies(here, archive, DAY, Busy())
    assert set(here.snapshot().quotes) == {1, 3}
    assert merge_copies(here, archive, DAY).merged == (there.path,)
    assert set(here.snapshot().quotes) == {1, 3, 4}


def test_where_the_file_is_gone_no_copy_takes_its_place(here: Repository, archive: Path) -> None:
    there = a_copy(here, COPIES[0])
    here.path.unlink()
    assert merge_copies(here, archive, DAY).merged == ()
    assert there.path.exists()
    assert not here.path.exists()


def test_without_copies_nothing_is_written(here: Repository, archive: Path) -> None:
    before = here.path.stat().st_mtime_ns
    assert merge_copies(here, archive, DAY).merged == ()
    assert here.path.stat().st_mtime_ns == before
    assert not archive.exists()


HERE = '"1": {"lead_id":7,"title":"Map","changed":{"revision":3,"machine":"here"}}'
THERE = '"1": {"lead_id":7,"title":"Atlas","changed":{"revision":4,"machine":"there"}}'
BASE = '"1": {"lead_id":7,"title":"Web","changed":{"revision":1,"machine":"here"}}'
ADDED = '"2": {"lead_id":7,"title":"Leaflet"}'

MARKED = {
    "merge": ["<<<<<<< HEAD", HERE, "=======", f"{THERE},", ADDED, ">>>>>>> there"],
    "diff3": [
        *("<<<<<<< HEAD", HERE, "||||||| 1a2b3c", BASE, "======="),
        *(f"{THERE},", ADDED, ">>>>>>> there"),
    ],
    "two conflicts": [
        *("<<<<<<< HEAD", f"{HERE},", "=======", f"{THERE},", ">>>>>>> there"),
        *('"3": {"lead_id":7,"title":"Sign"},', "<<<<<<< HEAD", "======="),
        *(ADDED, ">>>>>>> there"),
    ],
}


def marked(lines: list[str], ending: str = "\n") -> bytes:
    head = ["{", '"leads": {', '"7": {"name":"Nay"}', "},", '"quotes": {']
    return ending.join([*head, *lines, "}", "}", ""]).encode()


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("lines", MARKED.values(), ids=[*MARKED])
def test_conflict_markers_are_merged_when_they_are_read(
    path: Path, lines: list[str], ending: str
) -> None:
    path.write_bytes(marked(lines, ending))
    repository = Repository(path, "here")
    quotes = repository.snapshot().quotes
    assert (quotes[1].title, quotes[2].title) == ("Atlas", "Leaflet")
    assert [entry.facts["lost"] for entry in unreviewed(repository.history())] == ["Map"]
    assert path.read_bytes() == marked(lines, ending)


def test_a_deletion_beside_an_edit_is_merged_with_the_ancestor(path: Path) -> None:
    lines = ["<<<<<<< HEAD", BASE, "||||||| 1a2b3c", f"{BASE},", ADDED, "=======", ">>>>>>> there"]
    path.write_bytes(marked([f'"3": {ADDED[5:]},', *lines]))
    assert set(Repository(path, "here").snapshot().quotes) == {3}


def test_the_file_is_written_without_markers_and_kept_as_it_was(path: Path, archive: Path) -> None:
    text = marked(MARKED["diff3"])
    path.write_bytes(text)
    merge_copies(Repository(path, "here"), archive, DAY)
    assert b"<<<<" not in path.read_bytes()
    assert set(Repository(path, "here").snapshot().quotes) == {1, 2}
    assert [each.read_bytes() for each in archive.iterdir()] == [text]


def test_the_next_change_writes_it_without_markers_too(path: Path) -> None:
    path.write_bytes(marked(MARKED["merge"]))
    commit(Repository(path, "here"), an_addition(50))
    assert b"<<<<" not in path.read_bytes()
    assert set(Repository(path, "here").snapshot().quotes) == {1, 2, 50}


def test_a_marked_file_that_was_never_merged_is_backed_up_before_the_next_write(
    tmp_path: Path,
) -> None:
    repository = a_tracker(tmp_path, quotes=1)
    text = marked(MARKED["merge"])
    repository.path.write_bytes(text)
    repository.commit(an_addition(50), on(DAY))
    assert repository.keeper.state is not None
    assert repository.keeper.state.read(kept(tmp_path)[-1]) == text
    restore(repository, kept(tmp_path)[-1].removesuffix(".json"), DAY)
    assert set(repository.snapshot().quotes) == {1, 2}


def test_markers_that_do_not_match_are_damage(path: Path) -> None:
    text = marked(MARKED["merge"]).replace(b"=======\n", b"")
    path.write_bytes(text)
    with pytest.raises(FileTrouble) as trouble:
        Repository(path, "here").snapshot()
    assert trouble.value.code == "damaged"
    assert path.read_bytes() == text

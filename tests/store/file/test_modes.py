"""Who may read the file, and what reading alone creates (DESIGN: the file; FAULTS 24)."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.errors import FileTrouble, NothingToDo
from store.file.doctor import examine, examined
from store.file.lock import lock_path
from store.file.port import Disk, Version
from store.file.repository import Repository
from tests.faults.files import DAY, a_tracker
from tests.store.file.samples import TODAY, an_addition, commit


@pytest.fixture
def _no_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("_no_umask")
def test_everything_we_make_is_only_for_us(tmp_path: Path) -> None:
    path = tmp_path / "data" / "relance" / "relance.json"
    commit(Repository(path, "here"), an_addition())
    assert (mode(path), mode(lock_path(path))) == (0o600, 0o600)
    assert (mode(path.parent), mode(path.parent.parent)) == (0o700, 0o700)


@pytest.mark.usefixtures("_no_umask")
def test_a_folder_that_was_there_is_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    commit(Repository(folder / "relance.json", "here"), an_addition())
    assert mode(folder) == 0o755


def test_the_default_folder_is_made_private_again(tmp_path: Path) -> None:
    folder = tmp_path / "default"
    folder.mkdir()
    folder.chmod(0o755)
    repository = Repository(folder / "relance.json", "here", own_folder=True)
    repository.snapshot()
    assert mode(folder) == 0o755
    commit(repository, an_addition())
    assert mode(folder) == 0o700


def test_a_file_that_others_could_read_is_only_for_us_once_written(
    repository: Repository, path: Path
) -> None:
    path.write_text("{}")
    path.chmod(0o644)
    commit(repository, an_addition())
    assert mode(path) == 0o600


def test_nothing_is_left_beside_the_file_but_its_lock(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1), an_addition(2))
    repository.undo(TODAY)
    assert sorted(path.parent.iterdir()) == sorted([path, lock_path(path)])


def test_reading_creates_nothing(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "new" / "relance.json", "here")
    assert repository.snapshot().quotes == {}
    assert repository.history() == []
    assert not repository.exists()
    assert not repository.has_changed()
    assert repository.db.tables() == set()
    assert [*tmp_path.iterdir()] == []


def test_reading_leaves_a_file_as_it_is(repository: Repository, path: Path) -> None:
    path.write_text('{"leads": {"1": {"name": "Nay"}}}')
    before = path.read_bytes(), path.stat()
    assert repository.snapshot().leads[1].name == "Nay"
    repository.history()
    assert repository.exists()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before[0], before[1].st_mtime_ns)
    assert [*path.parent.iterdir()] == [path]


def test_undo_of_nothing_writes_no_file(repository: Repository, path: Path) -> None:
    for travel in (repository.undo, repository.redo):
        with pytest.raises(NothingToDo) as nothing:
            travel(TODAY)
        assert nothing.value.exit_code == 1
    assert not path.exists()


@pytest.mark.parametrize("target", ["elsewhere.txt", "missing.txt"])
def test_a_lock_file_that_is_a_link_is_refused(
    repository: Repository, path: Path, target: str
) -> None:
    elsewhere = path.with_name("elsewhere.txt")
    elsewhere.write_text("precious")
    lock_path(path).symlink_to(path.with_name(target))
    with pytest.raises(FileTrouble) as trouble:
        commit(repository, an_addition())
    assert (trouble.value.code, trouble.value.exit_code) == ("lock_is_a_link", 3)
    assert elsewhere.read_text() == "precious"
    assert not path.exists()
    assert not path.with_name("missing.txt").exists()


def test_a_data_file_that_is_a_link_is_written_where_it_points(tmp_path: Path) -> None:
    real, link = tmp_path / "synced" / "relance.json", tmp_path / "relance.json"
    real.parent.mkdir()
    link.symlink_to(real)
    commit(Repository(link, "here"), an_addition())
    assert link.is_symlink()
    assert real.exists()


def test_a_folder_in_the_files_place_is_named(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "here")
    for use in (repository.snapshot, lambda: commit(repository, an_addition())):
        with pytest.raises(FileTrouble) as trouble:
            use()
        assert trouble.value.code == "is_a_folder"
    assert [*tmp_path.iterdir()] == []


def test_a_file_in_the_folders_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")
    repository = Repository(tmp_path / "file" / "relance.json", "here")
    for use in (repository.snapshot, repository.exists, lambda: commit(repository, an_addition())):
        with pytest.raises(FileTrouble):
            use()
    assert (tmp_path / "file").read_text() == "precious"


class ClosedDisk(Disk):
    """A disk on which a folder may not be looked through once it is closed."""

    def __init__(self) -> None:
        self.is_closed = False

    def version(self, path: Path) -> Version | None:
        if self.is_closed:
            raise PermissionError(13, os.strerror(13))
        return super().version(path)


def test_a_folder_that_may_not_be_looked_through_is_said(tmp_path: Path) -> None:
    disk = ClosedDisk()
    repository = a_tracker(tmp_path, 1, disk)
    disk.is_closed = True
    trouble = repository.read_only()
    assert trouble is not None
    assert (trouble.code, trouble.facts["why"]) == ("unreadable", "Permission denied")
    with pytest.raises(FileTrouble, match="unreadable"):
        commit(repository, an_addition(2))
    for each in (repository, Repository(repository.path, "here", disk)):
        found = [finding.code for finding in examine(examined(each, DAY)) if not finding.note]
        assert found == ["unreadable"]

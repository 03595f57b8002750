"""The file is the old one or the new one, whatever fails in between (FAULTS: the write, 3, 4)."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import FileTrouble
from store.file.lock import lock_path
from store.file.port import Disk, Version
from store.file.repository import Repository
from store.file.tables import compose
from store.file.text import BLOCK
from tests.store.file.samples import TODAY, a_log, an_addition, commit, contents, tables_of

BEFORE_REPLACING = ["create_beside", "write", "half_write", "sync", "close", "rename", "exchange"]


class FailingDisk(Disk):
    """A disk on which one operation fails, so many times."""

    def __init__(self, operation: str, times: int = 1) -> None:
        self.operation = operation
        self.times = times
        self.calls: list[str] = []

    def touch(self, operation: str) -> None:
        """Fails where it is this operation's turn."""
        self.calls.append(operation)
        if operation == self.operation and self.times:
            self.times -= 1
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def version(self, path: Path) -> Version | None:
        self.touch("version")
        return super().version(path)

    def read(self, path: Path) -> tuple[bytes, Version]:
        self.touch("read")
        return super().read(path)

    def create_beside(self, path: Path) -> tuple[Path, int]:
        self.touch("create_beside")
        return super().create_beside(path)

    def write(self, descriptor: int, data: bytes) -> None:
        self.touch("write")
        if self.operation == "half_write" and self.times:
            super().write(descriptor, data[: len(data) // 2])
        self.touch("half_write")
        super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self.touch("sync")
        super().sync(descriptor)

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        self.touch("close")

    def rename(self, old: Path, new: Path) -> None:
        self.touch("rename")
        super().rename(old, new)

    def exchange(self, one: Path, other: Path) -> None:
        self.touch("exchange")
        super().exchange(one, other)

    def name_first(self, old: Path, new: Path) -> None:
        self.touch("name_first")
        super().name_first(old, new)

    def sync_folder(self, folder: Path) -> None:
        self.touch("sync_folder")
        super().sync_folder(folder)

    def remove(self, path: Path) -> None:
        self.touch("remove")
        super().remove(path)

    def make_folder(self, folder: Path) -> None:
        self.touch("make_folder")
        super().make_folder(folder)


def files(path: Path) -> set[str]:
    """The names in the folder, without the lock."""
    return {entry.name for entry in path.parent.iterdir()} - {lock_path(path).name}


def trouble(use: Callable[[], object]) -> FileTrouble:
    with pytest.raises(FileTrouble) as caught:
        use()
    assert caught.value.exit_code == 3
    return caught.value


@pytest.mark.parametrize("operation", [*BEFORE_REPLACING, "make_folder"])
def test_an_error_before_the_replacement_leaves_the_old_file_as_it_was(
    repository: Repository, path: Path, operation: str
) -> None:
    commit(repository, an_addition(1))
    before = path.read_bytes(), path.stat().st_ino
    failing = Repository(path, "here", FailingDisk(operation))
    caught = trouble(lambda: failing.commit(an_addition(2), TODAY))
    assert caught.code == "not_saved"
    assert caught.facts["why"] == "No space left on device"
    assert (path.read_bytes(), path.stat().st_ino) == before
    assert files(path) == {path.name}
    assert set(failing.snapshot().quotes) == {1}


class FillingDisk(Disk):
    """A disk that is full after so many writes."""

    room = 2

    def write(self, descriptor: int, data: bytes) -> None:
        self.room -= 1
        if self.room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().write(descriptor, data)


def test_a_long_file_of_which_a_part_cannot_be_written_stays_as_it_was(path: Path) -> None:
    path.write_bytes(compose(tables_of(2_000)))
    before = path.read_bytes(), path.stat().st_ino
    assert len(before[0]) > 3 * BLOCK
    filling = Repository(path, "here", FillingDisk())
    assert trouble(lambda: filling.commit(a_log(1), TODAY)).code == "not_saved"
    assert (path.read_bytes(), path.stat().st_ino) == before
    assert files(path) == {path.name}


@pytest.mark.parametrize("operation", BEFORE_REPLACING)
def test_an_error_while_the_first_file_is_made_leaves_none(path: Path, operation: str) -> None:
    failing = Repository(path, "here", FailingDisk(operation))
    assert trouble(lambda: failing.commit(an_addition(1), TODAY)).code == "not_saved"
    assert files(path) == set()


@pytest.mark.parametrize("operation", [*BEFORE_REPLACING, "sync_folder"])
def test_the_same_command_given_again_is_saved_once(path: Path, operation: str) -> None:
    disk = FailingDisk(operation, times=2)
    repository = Repository(path, "here", disk)
    command = an_addition(1)
    for _ in range(2):
        trouble(lambda: repository.commit(command, TODAY))
    saved = repository.commit(command, TODAY)
    assert set(saved.snapshot.quotes) == {1}
    assert saved.snapshot.quotes[1].ref == "D26-001"
    assert contents(Repository(path, "here").snapshot()) == contents(saved.snapshot)
    assert len(repository.history()) == 1


def test_an_error_after_the_replacement_is_written_and_not_confirmed(path: Path) -> None:
    repository = Repository(path, "here", FailingDisk("sync_folder"))
    caught = trouble(lambda: repository.commit(an_addition(1), TODAY))
    assert caught.code == "not_confirmed"
    assert set(repository.snapshot().quotes) == {1}
    assert set(Repository(path, "here").snapshot().quotes) == {1}
    assert files(path) == {path.name}


def test_a_repetition_acknowledges_only_what_is_safe(path: Path) -> None:
    disk = FailingDisk("sync_folder", times=2)
    repository = Repository(path, "here", disk)
    command = an_addition(1)
    codes = [trouble(lambda: repository.commit(command, TODAY)).code for _ in range(2)]
    assert codes == ["not_confirmed", "not_confirmed"]
    syncs = disk.calls.count("sync_folder")
    repository.commit(command, TODAY)
    assert disk.calls.count("sync_folder") == syncs + 1
    repository.commit(command, TODAY)
    assert disk.calls.count("sync_folder") == syncs + 1


def test_the_file_is_synced_before_it_is_put_in_place_and_the_folder_after(path: Path) -> None:
    disk = FailingDisk("nothing")
    commit(Repository(path, "here", disk), an_addition(1))
    steps = ("create_beside", "write", "sync", "close", "rename", "name_first", "sync_folder")
    assert [call for call in disk.calls if call in steps] == [*steps]


class StubbornDisk(FailingDisk):
    """A disk that, once something failed, does not even let us clear away."""

    def remove(self, path: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("operation", ["write", "sync", "rename", "name_first"])
def test_what_cannot_be_cleared_away_hides_no_error(path: Path, operation: str) -> None:
    repository = Repository(path, "here", StubbornDisk(operation))
    caught = trouble(lambda: repository.commit(an_addition(1), TODAY))
    assert (caught.code, caught.facts["why"]) == ("not_saved", "No space left on device")
    assert not path.exists()


@pytest.mark.parametrize("operation", ["version", "read"])
def test_a_file_that_cannot_be_read_is_named(
    repository: Repository, path: Path, operation: str
) -> None:
    commit(repository, an_addition(1))
    failing = Repository(path, "here", FailingDisk(operation))
    caught = trouble(failing.snapshot)
    assert (caught.code, caught.facts["path"]) == ("unreadable", str(path))
    assert set(failing.snapshot().quotes) == {1}


def test_what_was_saved_is_told_even_where_it_cannot_be_looked_at(path: Path) -> None:
    class BlindDisk(FailingDisk):
        """Cannot look at the file once it was replaced."""

        def version(self, path: Path) -> Version | None:
            if self.calls[-1:] == ["sync_folder"]:
                self.calls.append("blind")
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return super().version(path)

    repository = Repository(path, "here", BlindDisk("nothing"))
    assert set(repository.commit(an_addition(1), TODAY).snapshot.quotes) == {1}
    assert set(repository.commit(an_addition(2), TODAY).snapshot.quotes) == {1, 2}


def test_an_undo_that_fails_is_as_if_it_had_not_been(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1), an_addition(2))
    before = path.read_bytes()
    failing = Repository(path, "here", FailingDisk("exchange"))
    assert trouble(lambda: failing.undo(TODAY)).code == "not_saved"
    assert path.read_bytes() == before
    assert failing.undo(TODAY).code == "added"
    assert set(failing.snapshot().quotes) == {1}


def test_a_command_that_is_refused_touches_no_disk(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1))
    disk = FailingDisk("nothing")
    refusing = Repository(path, "here", disk)
    with pytest.raises(ValueError, match="ref_taken"):
        refusing.commit(an_addition(2, ref="D26-001"), TODAY)
    assert "create_beside" not in disk.calls

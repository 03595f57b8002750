"""What a kill left beside the file is merged or removed at the next write (FAULTS: the write)."""

import json
import os
from pathlib import Path

import pytest

from store.changes.command import Command
from store.errors import FileTrouble
from store.file.beside import versions_aside
from store.file.conflict_copies import merge_copies
from store.file.doctor import Finding, examine, examined
from store.file.port import Disk
from store.file.repository import Repository
from store.file.tables import compose, parse
from tests.builders import SENT_ON
from tests.store.file.samples import TODAY, an_addition, commit
from tests.store.file.test_write import FailingDisk
from tui.wording.findings import finding_text


class Power(BaseException):
    """The program is gone; nothing of it clears away."""


class DyingDisk(Disk):
    """The program is killed before or after names are exchanged."""

    def __init__(self, *, before: bool, foreign: bytes | None = None) -> None:
        self.before = before
        self.foreign = foreign
        self.is_dead = False

    def exchange(self, one: Path, other: Path) -> None:
        if self.foreign is not None:
            other.unlink()
            other.write_bytes(self.foreign)
        if not self.before:
            super().exchange(one, other)
        self.is_dead = True
        raise Power

    def remove(self, path: Path) -> None:
        if not self.is_dead:
            super().remove(path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "relance.json"
    commit(Repository(path, "here"), an_addition(1))
    return path


@pytest.fixture
def foreign(tmp_path: Path) -> bytes:
    """A version with quote 71, which nobody here has read."""
    other = tmp_path / "other" / "relance.json"
    commit(Repository(other, "there"), an_addition(71))
    return other.read_bytes()


def killed(path: Path, disk: DyingDisk) -> None:
    with pytest.raises(Power):
        Repository(path, "here", disk).commit(an_addition(2), TODAY)
    assert left(path)


def left(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if each.suffix == ".new")


def after_the_next_write(path: Path) -> set[int]:
    commit(Repository(path, "here"), an_addition(9))
    assert left(path) == []
    return set(Repository(path, "here").snapshot().quotes)


def test_what_was_never_in_place_is_not_added_behind_somebodys_back(path: Path) -> None:
    killed(path, DyingDisk(before=True))
    assert after_the_next_write(path) == {1, 9}


def test_the_version_that_ours_was_made_from_brings_nothing_back(path: Path) -> None:
    killed(path, DyingDisk(before=False))
    text = path.read_text()
    path.write_text("\n".join(line for line in text.splitlines() if '"D26-001"' not in line))
    assert after_the_next_write(path) == {2, 9}


def test_a_version_that_nobody_has_read_is_merged(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "relance.json"
    commit(Repository(other, "there"), an_addition(71))
    killed(path, DyingDisk(before=False, foreign=other.read_bytes()))
    assert after_the_next_write(path) == {1, 2, 9, 71}


def test_doctor_tells_of_it_until_then(path: Path, foreign: bytes) -> None:
    killed(path, DyingDisk(before=False, foreign=foreign))

    def found() -> list[Finding]:
        return examine(examined(Repository(path, "here"), SENT_ON))

    (finding,) = found()
    assert (finding.code, finding.fixable) == ("unread_version", False)
    assert finding_text(finding).startswith(str(path.with_name(left(path)[0])))
    after_the_next_write(path)
    assert [each.code for each in found()] == ["ref_twice"]


def test_it_stays_until_the_merged_file_is_safe(path: Path, tmp_path: Path) -> None:
    class Failing(Disk):
        """Cannot make sure of anything."""

        def sync_folder(self, folder: Path) -> None:
            raise OSError(5, os.strerror(5))

    other = tmp_path / "other" / "relance.json"
    commit(Repository(other, "there"), an_addition(71))
    killed(path, DyingDisk(before=False, foreign=other.read_bytes()))
    with pytest.raises(FileTrouble):
        Repository(path, "here", Failing()).commit(an_addition(8), TODAY)
    assert len(left(path)) == 1
    assert after_the_next_write(path) == {1, 2, 8, 9, 71}


class HostileDisk(Disk):
    """Somebody puts `foreign` in place at the exchange; then the disk is full and fails."""

    def __init__(self, foreign: bytes) -> None:
        self.foreign = foreign
        self.fails = True
        self.is_failing = False

    def exchange(self, one: Path, other: Path) -> None:
        if self.foreign:
            other.unlink()
            other.write_bytes(self.foreign)
            self.foreign, self.is_failing = b"", self.fails
        super().exchange(one, other)

    def write(self, descriptor: int, data: bytes) -> None:
        self._fail()
        super().write(descriptor, data)

    def sync_folder(self, folder: Path) -> None:
        self._fail()
        super().sync_folder(folder)

    def _fail(self) -> None:
        if self.is_failing:
            raise OSError(28, os.strerror(28))


def unconfirmed(repository: Repository, command: Command) -> None:
    with pytest.raises(FileTrouble) as trouble:
        repository.commit(command, TODAY)
    assert trouble.value.code == "not_confirmed"


def test_a_retry_leaves_what_was_displaced_and_could_not_be_merged(
    path: Path, foreign: bytes
) -> None:
    disk = HostileDisk(foreign)
    repository, command = Repository(path, "here", disk), an_addition(2)
    repository.snapshot()
    unconfirmed(repository, command)
    disk.is_failing = False
    repository.commit(command, TODAY)
    assert after_the_next_write(path) == {1, 2, 9, 71}


def test_a_retry_leaves_what_another_program_left_meanwhile(path: Path, foreign: bytes) -> None:
    repository, command = Repository(path, "here", FailingDisk("sync_folder")), an_addition(2)
    unconfirmed(repository, command)
    with pytest.raises(Power):
        Repository(path, "b", DyingDisk(before=False, foreign=foreign)).commit(
            an_addition(3), TODAY
        )
    repository.commit(command, TODAY)
    assert after_the_next_write(path) == {1, 2, 3, 9, 71}


def test_a_write_through_tinydb_leaves_what_a_refused_command_saw(
    path: Path, foreign: bytes
) -> None:
    killed(path, DyingDisk(before=False, foreign=foreign))
    repository = Repository(path, "here")
    with pytest.raises(ValueError, match="ref_taken"):
        commit(repository, an_addition(9, ref="D26-001"))
    assert set(repository.latest.quotes) == set()
    repository.db.table("notes").insert({"a": 1})
    assert after_the_next_write(path) == {1, 2, 9, 71}


def with_a_note(path: Path, text: str) -> bytes:
    """The file with a table of another program's, in which a row is no object."""
    return compose({**parse(path.read_bytes()), "notes": {"1": json.dumps(text).encode()}})


def what_was_kept_aside(path: Path) -> list[bytes]:
    return [each.read_bytes() for each in versions_aside(path)]


def test_one_that_cannot_be_merged_is_kept_aside_and_keeps_no_change_from_being_saved(
    path: Path,
) -> None:
    ours, theirs = with_a_note(path, "ours"), with_a_note(path, "theirs")
    path.write_bytes(ours)
    killed(path, DyingDisk(before=False, foreign=theirs))
    repository = Repository(path, "here")
    commit(repository, an_addition(8))
    assert [each.code for each in repository.keeper.take_warnings()] == ["kept_aside"]
    assert what_was_kept_aside(path) == [theirs]
    assert after_the_next_write(path) == {1, 2, 8, 9}


def test_one_that_is_displaced_and_cannot_be_merged_is_kept_aside_and_what_is_saved_is_said(
    path: Path,
) -> None:
    theirs = with_a_note(path, "theirs")
    repository = Repository(path, "here", disk := HostileDisk(theirs))
    repository.snapshot()
    disk.fails = False
    repository.rewrite(lambda tables: {**tables, "notes": {"1": b'"ours"'}}, SENT_ON)
    assert b'"1": "ours"' in path.read_bytes()
    assert [each.code for each in repository.keeper.take_warnings()] == ["kept_aside"]
    assert what_was_kept_aside(path) == [theirs]
    assert left(path) == []


def test_a_conflict_copy_that_cannot_be_merged_stays_and_the_others_are_merged(
    path: Path, foreign: bytes, tmp_path: Path
) -> None:
    copies = [path.with_name(f"relance.sync-conflict-{number}.json") for number in (1, 2)]
    copies[0].write_bytes(with_a_note(path, "theirs"))
    copies[1].write_bytes(foreign)
    path.write_bytes(with_a_note(path, "ours"))
    merged = merge_copies(Repository(path, "here"), tmp_path / "archive", SENT_ON)
    assert merged.merged == (copies[1],)
    assert [each.code for each in merged.troubles] == ["copy_damaged"]
    assert set(Repository(path, "here").snapshot().quotes) == {1, 71}
    assert [each.exists() for each in copies] == [True, False]


def test_what_is_not_whole_is_removed(path: Path) -> None:
    path.with_name(f".{path.name}.0123456789ab.tmp").write_bytes(path.read_bytes()[:100])
    commit(Repository(path, "here"), an_addition(9))
    assert [*path.parent.glob(".*.tmp")] == []


def test_what_is_not_ours_stays(path: Path) -> None:
    others = [path.with_name(f".{path.name}.{rest}") for rest in ("swp", "bak.new", "x-y-z.new")]
    for other in others:
        other.write_text("precious")
    commit(Repository(path, "here"), an_addition(9))
    assert all(other.read_text() == "precious" for other in others)


def test_a_refused_command_leaves_them(path: Path) -> None:
    killed(path, DyingDisk(before=True))
    with pytest.raises(ValueError, match="ref_taken"):
        commit(Repository(path, "here"), an_addition(9, ref="D26-001"))
    assert len(left(path)) == 1

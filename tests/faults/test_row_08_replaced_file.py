"""FAULTS 8: a version that somebody else put in place during a commit is merged or kept."""

from pathlib import Path

import pytest

from store.file.port import Disk
from store.file.repository import Repository
from tests.faults.replacements import ContestedDisk, commit_while_replaced
from tests.store.file.samples import TODAY, an_addition, commit, raw, write_raw


def test_no_version_is_lost_while_the_file_is_replaced_in_a_loop(tmp_path: Path) -> None:
    figures = commit_while_replaced(tmp_path, commits=60)
    assert figures.displaced > 0
    assert figures.lost == 0


class RenamingDisk(ContestedDisk):
    """Replaces by a plain rename, as most programs do."""

    def exchange(self, one: Path, other: Path) -> None:
        self.contest(other)
        self.rename(one, other)


def test_the_same_test_sees_what_a_plain_rename_destroys(tmp_path: Path) -> None:
    assert commit_while_replaced(tmp_path, 60, RenamingDisk()).lost > 0


class InterruptedDisk(Disk):
    """Somebody replaces the file just before ours is put in place, the first so many times."""

    def __init__(self, *texts: bytes) -> None:
        self.texts = [*texts]

    def exchange(self, one: Path, other: Path) -> None:
        if self.texts:
            other.unlink()
            other.write_bytes(self.texts.pop(0))
        super().exchange(one, other)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "relance.json"
    commit(Repository(path, "here"), an_addition(1), an_addition(2))
    return path


def with_quote(path: Path, number: int) -> bytes:
    """The file's text with another program's quote in it."""
    tables = raw(path)
    quote = {"lead_id": 101, "ref": f"F-{number}", "title": "Foreign", "amount": "5"}
    tables["quotes"][str(number)] = quote
    foreign = path.with_name("foreign")
    write_raw(foreign, tables)
    text = foreign.read_bytes()
    foreign.unlink()
    return text


def names_beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if each.suffix != ".lock")


def test_several_versions_in_a_row_are_merged(path: Path) -> None:
    disk = InterruptedDisk(*(with_quote(path, number) for number in (71, 72, 73)))
    saved = Repository(path, "here", disk).commit(an_addition(3), TODAY)
    assert set(saved.snapshot.quotes) == {1, 2, 3, 71, 72, 73}
    assert set(Repository(path, "here").snapshot().quotes) == {1, 2, 3, 71, 72, 73}
    assert names_beside(path) == [path.name]


def test_what_is_displaced_in_the_last_round_is_merged_at_the_next_write(path: Path) -> None:
    disk = InterruptedDisk(*(with_quote(path, number) for number in range(1000, 1030)))
    repository = Repository(path, "here", disk)
    repository.commit(an_addition(3), TODAY)
    assert len(names_beside(path)) == 2
    disk.texts.clear()
    repository.commit(an_addition(4), TODAY)
    quotes = set(Repository(path, "here").snapshot().quotes)
    assert quotes == {1, 2, 3, 4, *range(1000, 1021)}
    assert names_beside(path) == [path.name]


def test_an_older_copy_takes_nothing_back(path: Path) -> None:
    old = path.read_bytes()
    commit(Repository(path, "here"), an_addition(3))
    Repository(path, "here", InterruptedDisk(old)).commit(an_addition(4), TODAY)
    assert set(Repository(path, "here").snapshot().quotes) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    "text", [b'{"quotes": {"1": {"tit', b'{"quotes": {"9": []}}', b'{"_meta":{"1":{"schema":99}}}']
)
def test_a_version_that_cannot_be_read_is_kept_where_people_see_it(path: Path, text: bytes) -> None:
    Repository(path, "here", InterruptedDisk(text)).commit(an_addition(3), TODAY)
    assert set(Repository(path, "here").snapshot().quotes) == {1, 2, 3}
    kept = [name for name in names_beside(path) if "displaced" in name]
    assert len(kept) == 1
    assert path.with_name(kept[0]).read_bytes() == text
    commit(Repository(path, "here"), an_addition(4))
    assert path.with_name(kept[0]).read_bytes() == text


@pytest.mark.parametrize("text", [b"", b"{}", b'{"quotes": {}}'])
def test_an_empty_file_deletes_nothing(path: Path, text: bytes) -> None:
    Repository(path, "here", InterruptedDisk(text)).commit(an_addition(3), TODAY)
    assert set(Repository(path, "here").snapshot().quotes) == {1, 2, 3}
    assert names_beside(path) == [path.name]


class VanishingDisk(Disk):
    """Somebody removes the file just before ours is put in place."""

    def exchange(self, one: Path, other: Path) -> None:
        other.unlink(missing_ok=True)
        super().exchange(one, other)


def test_a_file_that_vanishes_during_a_commit_is_there_again(path: Path) -> None:
    Repository(path, "here", VanishingDisk()).commit(an_addition(3), TODAY)
    assert set(Repository(path, "here").snapshot().quotes) == {1, 2, 3}


class AppearingDisk(Disk):
    """Somebody makes the first file just before ours is put in place."""

    text = b""

    def name_first(self, old: Path, new: Path) -> None:
        if not new.exists():
            new.write_bytes(self.text)
        super().name_first(old, new)


def test_a_file_that_appears_during_the_first_commit_is_merged(path: Path) -> None:
    disk = AppearingDisk()
    disk.text = path.read_bytes()
    new = path.with_name("new.json")
    Repository(new, "here", disk).commit(an_addition(3), TODAY)
    assert set(Repository(new, "here").snapshot().quotes) == {1, 2, 3}

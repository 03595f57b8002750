"""What is acknowledged was asked of the system for good: the file first, its folder at the end.

`os.fsync` itself is watched here: other tests put a simulated disk in the place of the real one.
"""

import os
from pathlib import Path

import pytest

from store.file.atomic import replace_file
from store.file.port import Disk
from store.file.repository import Repository
from tests.store.file.samples import an_addition, commit


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The inodes of what was synced, in that order."""
    inodes: list[int] = []
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        fsync(descriptor)
        inodes.append(os.fstat(descriptor).st_ino)

    monkeypatch.setattr(os, "fsync", watched)
    return inodes


def in_order(path: Path) -> list[int]:
    """The file as it is now, then its folder."""
    return [path.stat().st_ino, path.parent.stat().st_ino]


def test_a_change_is_synced_with_its_folder(tmp_path: Path, synced: list[int]) -> None:
    path = tmp_path / "relance.json"
    repository = Repository(path, "here")
    for number in (1, 2):
        synced.clear()
        commit(repository, an_addition(number))
        assert synced == in_order(path)


def test_what_is_kept_beside_the_data_is_synced_with_its_folder(
    tmp_path: Path, synced: list[int]
) -> None:
    """Backups, archived conflict copies, and what `relance merge` writes."""
    path = tmp_path / "backup.json"
    replace_file(Disk(), path, b"{}")
    assert synced == in_order(path)


def test_a_new_folder_is_synced_in_the_one_above(tmp_path: Path, synced: list[int]) -> None:
    folder = tmp_path / "state" / "backups"
    Disk().make_folder(folder)
    assert synced == [each.stat().st_ino for each in (tmp_path, folder.parent)]

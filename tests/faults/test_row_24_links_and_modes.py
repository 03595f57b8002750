"""FAULTS 24: planted links are not followed, and what we make is only for us whatever the umask."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.errors import FileTrouble
from store.file.lock import lock_path, locked
from store.file.port import Disk
from store.file.repository import Repository
from tests.store.file.samples import TODAY, an_addition, commit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "relance.json"
    commit(Repository(path, "here"), an_addition(1))
    return path


@pytest.fixture
def precious(tmp_path: Path) -> Iterator[Path]:
    """Somebody's file, which must stay as it is."""
    precious = tmp_path / "precious.json"
    precious.write_text('{"quotes": {}}')
    yield precious
    assert precious.read_text() == '{"quotes": {}}'


def test_a_link_in_the_place_of_a_temporary_file_is_refused(
    path: Path, precious: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.with_name(f".{path.name}.{bytes(6).hex()}.tmp").symlink_to(precious)
    before = path.read_bytes()
    repository = Repository(path, "here")
    command = an_addition(2)
    with monkeypatch.context() as patch:
        patch.setattr(os, "urandom", bytes)
        patch.setattr("store.file.revision.new_id", lambda taken: 12345)
        with pytest.raises(FileTrouble) as trouble:
            repository.commit(command, TODAY)
    assert trouble.value.code == "not_saved"
    assert path.read_bytes() == before


def test_a_link_among_what_a_kill_left_is_not_followed(path: Path, precious: Path) -> None:
    links = [path.with_name(f".{path.name}.{rest}") for rest in ("0a.tmp", "1-2.3.4-00000000.new")]
    for link in links:
        link.symlink_to(precious)
    commit(Repository(path, "here"), an_addition(2))
    assert set(Repository(path, "here").snapshot().quotes) == {1, 2}
    assert all(link.is_symlink() for link in links)


def test_a_link_planted_as_the_lock_after_it_was_looked_for_is_refused(
    path: Path, precious: Path
) -> None:
    class LateDisk(Disk):
        """Sees no link, as if it were planted a moment later."""

        def is_link(self, path: Path) -> bool:
            return False

    lock_path(path).unlink()
    lock_path(path).symlink_to(precious)
    with pytest.raises(FileTrouble) as trouble, locked(path, 0.1, LateDisk()):
        pass
    assert trouble.value.code == "not_saved"


def test_everything_is_only_for_us_whatever_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "new" / "relance.json"
    before = os.umask(0)
    try:
        commit(Repository(path, "here"), an_addition(1), an_addition(2))
    finally:
        os.umask(before)
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert modes == {path.name: 0o600, lock_path(path).name: 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700

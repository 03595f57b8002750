"""FAULTS 3: on a full disk the old file stays as it is, and nothing is left beside it."""

from pathlib import Path

import pytest

from store.file.repository import Repository
from tests.faults.processes import working
from tests.faults.work import fill_disk
from tests.store.file.samples import an_addition, commit


@pytest.mark.parametrize("missing", [1, 100, 4096])
def test_a_write_that_does_not_fit_saves_nothing_and_leaves_nothing(
    tmp_path: Path, missing: int
) -> None:
    path = tmp_path / "relance.json"
    commit(Repository(path, "here"), *(an_addition(number) for number in range(1, 8)))
    before, names = path.read_bytes(), {*tmp_path.iterdir()}
    size = max(0, len(before) - missing)
    with working(fill_disk, path, 20, size) as worker:
        assert worker.hear() == 30
    assert path.read_bytes() == before
    assert {*tmp_path.iterdir()} == names
    commit(Repository(path, "here"), an_addition(20))


def test_a_first_file_that_does_not_fit_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "relance.json"
    with working(fill_disk, path, 20, 100) as worker:
        assert worker.hear() == 30
    assert [each.name for each in tmp_path.iterdir()] == [".relance.json.lock"]

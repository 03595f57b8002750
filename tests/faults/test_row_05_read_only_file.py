"""FAULTS 5: a file or a folder that is read-only is read, and writing says that nothing was saved.

The rights of the file itself do not matter, as it is replaced; those of its folder do.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.file.repository import Repository
from tests.faults.processes import working
from tests.faults.work import add_as_nobody
from tests.store.file.samples import an_addition, commit

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other users can reach, as they cannot reach pytest's."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_read_only_folder_is_read_and_never_written(folder: Path) -> None:
    path = folder / "relance.json"
    commit(Repository(path, "here"), an_addition(1))
    path.chmod(0o644)
    before, names = path.read_bytes(), {*folder.iterdir()}
    with working(add_as_nobody, path, 2) as worker:
        assert [worker.hear(), worker.hear()] == [1, 30]
    assert path.read_bytes() == before
    assert {*folder.iterdir()} == names


def test_a_file_that_may_not_be_read_is_never_written(folder: Path) -> None:
    path = folder / "relance.json"
    commit(Repository(path, "here"), an_addition(1))
    folder.chmod(0o777)
    (folder / f".{path.name}.lock").chmod(0o666)
    before = path.read_bytes()
    with working(add_as_nobody, path, 2) as worker:
        assert [worker.hear(), worker.hear()] == [-1, 30]
    assert path.read_bytes() == before

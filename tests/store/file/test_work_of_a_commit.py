"""A follow-up costs as much in a tracker of ten years as in a new one, but for the writing of it.

Work is counted, not timed: these bounds hold on every machine.
"""

import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import FrameType

import pytest

from store.file.pages import ROWS
from store.file.port import Disk, Version
from store.file.repository import Repository
from store.file.tables import compose, line_of
from tests.store.file.samples import TODAY, a_log, tables_of

FEW, MANY = 100, 2_000
PAGES = 4
"""Pages that a follow-up changes at most: the last contacts, the history at both ends, `_meta`."""


class CountingDisk(Disk):
    """Counts what is written, and what is read as a whole or compared."""

    def __init__(self) -> None:
        self.written = 0
        self.read_whole: list[Path] = []
        self.compared: list[Path] = []

    def read(self, path: Path) -> tuple[bytes, Version]:
        self.read_whole.append(path)
        return super().read(path)

    def holds(self, path: Path, blocks: Iterable[bytes]) -> bool:
        self.compared.append(path)
        return super().holds(path, blocks)

    def write(self, descriptor: int, data: bytes) -> None:
        self.written += len(data)
        super().write(descriptor, data)


def lines_composed(work: Callable[[], object]) -> int:
    """How many rows were turned into lines of the file meanwhile."""
    count = 0

    def look(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and frame.f_code is line_of.__code__

    sys.setprofile(look)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(params=[FEW, MANY])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> CountingDisk:
    """The disk on which a tracker of so many quotes is."""
    (tmp_path / "tracker.json").write_bytes(compose(tables_of(request.param)))
    return CountingDisk()


def test_it_composes_a_few_pages_however_long_the_file_is(
    disk: CountingDisk, tmp_path: Path
) -> None:
    repository = Repository(tmp_path / "tracker.json", "here", disk)
    repository.snapshot()
    for number in range(3):
        log = partial(repository.commit, a_log(number + 1), TODAY)
        assert lines_composed(log) <= PAGES * ROWS
        assert repository.path.read_bytes() == compose(repository.last_read)


def test_it_writes_the_file_once_and_compares_what_was_there_without_reading_it(
    disk: CountingDisk, tmp_path: Path
) -> None:
    repository = Repository(tmp_path / "tracker.json", "here", disk)
    repository.snapshot()
    assert disk.read_whole == [repository.path]
    repository.commit(a_log(1), TODAY)
    disk.written, disk.read_whole, disk.compared = 0, [], []

    repository.commit(a_log(2), TODAY)

    assert disk.written == repository.path.stat().st_size
    assert disk.read_whole == []
    assert len(disk.compared) == 1


def test_undo_and_redo_do_no_more(disk: CountingDisk, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "tracker.json", "here", disk)
    repository.commit(a_log(1), TODAY)
    for way in (repository.undo, repository.redo):
        assert lines_composed(partial(way, TODAY)) <= PAGES * ROWS
        assert repository.path.read_bytes() == compose(repository.last_read)

"""A restore or a mending that failed is not taken for done."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import FileTrouble
from store.file import rescue
from store.file.repository import Repository
from store.file.review import mark_seen, unreviewed_in
from tests.faults.files import DAY, a_tracker, an_app_on, is_settled, on, until
from tests.store.file.samples import an_addition, raw, write_raw
from tests.store.file.test_write import FailingDisk
from tui.screens.trouble import TroubleScreen

BACKUP = "2026-03-03-0001-daily"

WAYS: dict[str, Callable[[Repository], object]] = {
    "restore": lambda repository: rescue.restore(repository, BACKUP, DAY),
    "put back": lambda repository: rescue.put_back(repository, {}, DAY),
    "mend": lambda repository: rescue.mend(repository, DAY),
}


def failed(way: str, repository: Repository, disk: FailingDisk, code: str) -> None:
    disk.times = 1
    with pytest.raises(FileTrouble) as trouble:
        WAYS[way](repository)
    assert trouble.value.code == code


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("operation", ["create_beside", "write", "exchange"])
def test_what_failed_changes_neither_the_file_nor_what_is_read(
    tmp_path: Path, way: str, operation: str
) -> None:
    repository = a_tracker(tmp_path, 3, disk := FailingDisk(operation, 0))
    before = repository.path.read_bytes()
    failed(way, repository, disk, "not_saved")

    assert repository.path.read_bytes() == before
    assert set(repository.snapshot().quotes) == {1, 2, 3}
    repository.commit(an_addition(4), on(DAY))
    assert set(a_tracker(tmp_path).snapshot().quotes) == {1, 2, 3, 4}


def test_a_restore_that_is_not_confirmed_is_read_as_it_is_in_the_file(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 3, disk := FailingDisk("sync_folder", 0))
    failed("restore", repository, disk, "not_confirmed")

    assert set(repository.snapshot().quotes) == {1}
    repository.commit(an_addition(4), on(DAY))
    assert set(a_tracker(tmp_path).snapshot().quotes) == {1, 4}


def test_what_was_read_can_still_be_put_back_after_that_failed(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 3, disk := FailingDisk("create_beside", 0))
    repository.path.unlink()
    disk.times = 1
    with pytest.raises(FileTrouble, match="not_saved"):
        rescue.put_back(repository, repository.last_read, DAY)
    rescue.put_back(repository, repository.last_read, DAY)
    assert set(repository.snapshot().quotes) == {1, 2, 3}


def test_what_could_not_be_marked_as_seen_is_still_to_be_seen(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1, disk := FailingDisk("create_beside", 0))
    tables = raw(repository.path)
    remark = next(iter(tables["history"].values())) | {"code": "duplicate", "facts": {}}
    write_raw(repository.path, tables | {"history": tables["history"] | {"55": remark}})
    repository.snapshot()
    disk.times = 1
    with pytest.raises(FileTrouble, match="not_saved"):
        mark_seen(repository, {55}, DAY)
    assert [each.id for each in unreviewed_in(repository.last_read)] == [55]


@pytest.mark.parametrize("key", ["m", "b"])
async def test_the_question_stays_until_the_damaged_file_is_saved(tmp_path: Path, key: str) -> None:
    path = a_tracker(tmp_path, 3).path
    path.write_bytes(damaged := path.read_bytes()[:-60])
    app = an_app_on(a_tracker(tmp_path, disk=(disk := FailingDisk("exchange", 0))))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, TroubleScreen))
        first, disk.times = app.screen, 1
        await pilot.press(key)
        await until(
            pilot, lambda: isinstance(app.screen, TroubleScreen) and app.screen is not first
        )
        assert path.read_bytes() == damaged
        assert app.desk.trouble is not None

        await pilot.press(key)
        await until(pilot, lambda: is_settled(app))
        assert path.read_bytes() != damaged

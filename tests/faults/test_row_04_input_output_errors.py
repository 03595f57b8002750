"""FAULTS 4: an error at any operation, once or for good, and the same command given again.

Either nothing was saved and the old file is as it was, or it is said that it is not confirmed.
"""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.errors import FileTrouble
from store.file.port import Disk
from store.file.repository import Repository
from tests.faults.every_command import CHANGES, COMMANDS, PATH, existing, opened
from tests.faults.files import a_tracker, an_app_on, until
from tests.store.file.samples import contents
from tests.store.file.simulated_disk import SimulatedDisk, State, failing
from tui.screens.confirm import ConfirmScreen
from tui.screens.form import FormScreen
from tui.screens.main import MainScreen

BEFORE_READING = {"unreadable", "not_saved"}


def disks_that_fail(start: State, name: str, *, for_good: bool) -> Iterator[SimulatedDisk]:
    """One for each call that the change makes, which fails."""
    healthy = SimulatedDisk(start)
    CHANGES[name](opened(healthy))
    assert len(healthy.calls) > 10
    for number in range(len(healthy.calls)):
        yield failing(start, number, for_good=for_good)


def text_of(disk: SimulatedDisk, path: Path = PATH) -> bytes | None:
    return next((text for name, text in disk.state().files() if name == path), None)


def records_after(start: State, name: str) -> tuple[object, int]:
    """All records once the change was made, and how many changes the history has."""
    repository = opened(SimulatedDisk(start))
    CHANGES[name](repository)
    return contents(repository.snapshot()), len(repository.history())


def outcome(repository: Repository, name: str) -> str:
    try:
        CHANGES[name](repository)
    except FileTrouble as trouble:
        return trouble.code
    return "saved"


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("name", CHANGES)
def test_an_error_is_not_saved_or_not_confirmed(name: str, for_good: bool) -> None:
    start = existing(name)
    before = text_of(SimulatedDisk(start))
    after, _ = records_after(start, name)
    outcomes = set()
    for disk in disks_that_fail(start, name, for_good=for_good):
        code = outcome(opened(disk), name)
        outcomes.add(code)
        there = contents(opened(SimulatedDisk(disk.state())).snapshot())
        if code == "saved":
            assert there == after
        elif code == "not_confirmed":  # where nothing can be looked at, it may not be there
            assert there == after or (for_good and text_of(disk) == before)
        elif code == "copies_not_erased":  # the file is without the lead
            assert there == after
        else:
            assert text_of(disk) == before
            assert for_good or disk.files_beside(PATH) == {}
    last = "copies_not_erased" if name == "forget" else "saved"
    assert {*BEFORE_READING, "not_confirmed", last} == outcomes - ({"saved"} - {last})


@pytest.mark.parametrize(
    ("name", "start"),
    [(name, "existing") for name in COMMANDS] + [("add", "fresh"), ("import", "fresh")],
)
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
def test_the_same_command_given_again_is_there_once(name: str, for_good: bool, start: str) -> None:
    state = existing(name) if start == "existing" else State({}, {})
    after = records_after(state, name)
    for disk in disks_that_fail(state, name, for_good=for_good):
        repository = opened(disk)
        if outcome(repository, name) != "saved":
            assert not for_good or outcome(repository, name) != "saved"
            disk.fail_at = None
            assert outcome(repository, name) == "saved"
        disk.fail_at = None
        assert (contents(repository.snapshot()), len(repository.history())) == after


def test_what_was_not_confirmed_is_written_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a failed sync the system may take for safe what is not."""
    disk = SimulatedDisk(existing("send"))
    repository = opened(disk)
    disk.fail_at = None
    real = SimulatedDisk.sync_folder
    monkeypatch.setattr(SimulatedDisk, "sync_folder", _fail)
    assert outcome(repository, "send") == "not_confirmed"
    monkeypatch.setattr(SimulatedDisk, "sync_folder", real)
    syncs = disk.calls.count("sync")
    assert outcome(repository, "send") == "saved"
    assert disk.calls.count("sync") == syncs + 1
    assert len(repository.history()) == 7


def _fail(disk: SimulatedDisk, folder: Path) -> None:
    raise OSError(5, "Input/output error")


@pytest.mark.parametrize("name", ["add", "import"])
def test_a_system_that_cannot_exchange_names_renames(name: str) -> None:
    start = existing(name)
    disk = SimulatedDisk(start, can_exchange=False)
    assert outcome(opened(disk), name) == "saved"
    assert contents(opened(disk).snapshot()) == records_after(start, name)[0]
    assert disk.files_beside(PATH) == {}


class Unsure(Disk):
    """A disk whose folder cannot be synced as long as it is unsure."""

    unsure = False

    def sync_folder(self, folder: Path) -> None:
        """Fails while it is unsure."""
        if self.unsure:
            raise OSError(errno.EIO, "Input/output error")
        super().sync_folder(folder)


@pytest.mark.parametrize("keys", [("f", "enter"), ("n", *"Rey", "tab", *"Leaflet", "tab", *"650")])
@pytest.mark.parametrize("sure_again", [True, False], ids=["made sure", "left"])
async def test_the_app_never_adds_twice_what_was_not_confirmed(
    tmp_path: Path, keys: tuple[str, ...], sure_again: bool
) -> None:
    disk = Unsure()
    repository = a_tracker(tmp_path, 1, disk=disk)
    app = an_app_on(repository)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("2", *keys[:-1])
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        disk.unsure = True
        await pilot.press(keys[-1], *(() if keys[-1] == "enter" else ("enter",)))
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        disk.unsure = False
        await pilot.press("y" if sure_again else "n")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
    snapshot = Repository(repository.path, "other").snapshot()
    assert len(snapshot.quotes) + len(snapshot.follow_ups) == 2

"""A tracker with a state folder of its own, and files in trouble."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from textual.pilot import Pilot

from store.changes.command import Circumstances
from store.file.port import Disk
from store.file.repository import Repository
from store.file.state import State
from store.records.settings import Settings
from store.rules.rulebook import Rulebook
from tests.store.file.samples import an_addition
from tests.tui.apps import SettableClock
from tui.app import RelanceApp
from tui.screens.main import MainScreen
from tui.session import Session

DAY = date(2026, 3, 2)


class ReadOnlyDisk(Disk):
    """A disk on which the paths in `closed` cannot be written."""

    def __init__(self, *closed: Path) -> None:
        self._closed = closed

    def may_write(self, path: Path) -> bool:
        """Not those."""
        return path not in self._closed


class HastyDisk(Disk):
    """Waits for no disk, so that thousands of writes can be looked at."""

    def sync(self, descriptor: int) -> None:
        """Does not wait."""

    def sync_folder(self, folder: Path) -> None:
        """Does not wait."""


class FullDisk(Disk):
    """A disk on which nothing more can be written."""

    def write(self, descriptor: int, data: bytes) -> None:
        """Fails."""
        raise OSError(28, "No space left on device")


def on(day: date) -> Circumstances:
    """Circumstances of that day."""
    return Circumstances(day, Rulebook.of(Settings()))


def a_tracker(
    folder: Path, quotes: int = 0, disk: Disk | None = None, state_disk: Disk | None = None
) -> Repository:
    """A repository with a state folder; quote N is added on the Nth day."""
    path = folder / "data" / "tracker.json"
    state = State(lambda: folder / "state", path, state_disk)
    repository = Repository(path, "here", disk, state=state)
    for number in range(1, quotes + 1):
        repository.commit(an_addition(number), on(DAY + timedelta(days=number - 1)))
    return repository


def an_app_on(repository: Repository, today: date = DAY) -> RelanceApp:
    """The app on that repository's file."""
    clock = SettableClock(today)
    return RelanceApp(Session(repository, Rulebook.of(Settings()), clock, "en", False))


async def until(pilot: Pilot[Any], holds: Callable[[], bool], patience: float = 20) -> None:
    """Lets the app work until the condition holds, for at most so many seconds."""
    end = monotonic() + patience
    while not holds():
        assert monotonic() < end, "the app never came to it"
        await pilot.pause(0.01)


def is_settled(app: RelanceApp) -> bool:
    """Whether the question is answered, and what was chosen is done and read again."""
    return isinstance(app.screen, MainScreen) and app.desk.trouble is None


def kept(folder: Path) -> list[str]:
    """The names of what is in the state folder of the one tracker, without the mark."""
    return sorted(path.name for path in folder.glob("state/backups/*/*") if path.name != "path")

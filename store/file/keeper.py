"""What is done around every write: a backup where one is due, and a mark that the file exists.

None of it may keep a change from being saved, so that what fails here is a warning.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import FileTrouble, TrackerError
from store.file.port import Disk
from store.file.state import State
from store.file.text import Text, blocks, length
from store.records.edit import Edit

if TYPE_CHECKING:
    from store.file.backups import Backups, Why

LOST = ("missing", "emptied", "missing_without_backup", "emptied_without_backup")
"""Codes of the trouble that a file which once was there is gone or empty."""

BULK = 20
"""A change of more records than this is preceded by a backup."""

_IMPORTED = ("imported", "imported_again", "imported_records")
"""The codes of the edits that are always preceded by a backup."""


class Keeper:
    """Looks after one file; without a state folder (in the demo) it does nothing."""

    def __init__(self, path: Path, disk: Disk, state: State | None) -> None:
        self._path = path
        self._disk = disk
        self.state = state
        self._warnings: list[FileTrouble] = []

    @cached_property
    def backups(self) -> "Backups | None":
        """The backups of the file; none where nothing is remembered of it."""
        from store.file.backups import Backups  # reading looks at none

        return None if self.state is None else Backups(self.state)

    def tell(self, warning: FileTrouble) -> None:
        """Takes a warning about what happened around a write."""
        self._warnings.append(warning)

    def take_warnings(self) -> list[FileTrouble]:
        """What went wrong since this was last asked."""
        taken, self._warnings = self._warnings, []
        return taken

    def check_not_lost(self) -> None:
        """Raises `FileTrouble` where the file is gone or empty that once was there."""
        if self.state is None:
            return
        with suppress(OSError):
            version = self._disk.version(self._path)
            if (version is None or version.size == 0) and self.state.remembers:
                code = "missing" if version is None else "emptied"
                offered = next(iter(self.backups.by_choice()), None) if self.backups else None
                code = code if offered else f"{code}_without_backup"
                backup = offered.name if offered else None
                raise FileTrouble(code, path=str(self._path), backup=backup)

    def before(self, edit: Edit, day: date, known: Text) -> None:
        """Makes a backup of what is in the file, where one is due before that edit.

        `known` is a text that was read without trouble, as `read_tables` does, or written: where
        it is what is in the file, that is known to be whole, and is not read for its tables again.
        """
        self._careful(lambda: self._make_if_due(_reason(edit), day, known))

    def back_up_daily(self, day: date, known: Text) -> None:
        """Makes a backup of what is in the file, unless one of that day is there."""
        self._careful(lambda: self._make_if_due("daily", day, known))

    def back_up(self, why: "Why", day: date, known: Text) -> None:
        """Makes a backup of what is in the file, if there is anything."""
        self._careful(lambda: self._make(why, day, known))

    def after(self) -> None:
        """Remembers that there is a file."""
        if self.state is not None:
            self._careful(self.state.remember)

    def _make_if_due(self, why: "Why", day: date, known: Text) -> None:
        if self.backups is not None and (why != "daily" or not self.backups.has_one_of(day)):
            self._make(why, day, known)

    def _make(self, why: "Why", day: date, known: Text) -> None:
        if self.backups is None:
            return
        version = self._disk.version(self._path)
        if version is None or not version.size:
            return
        if version.size == length(known) and self._disk.holds(self._path, blocks(known)):
            self.backups.keep(known, why, day)
        else:
            self.backups.make(self._disk.read(self._path)[0], why, day)

    def _careful(self, work: Callable[[], object]) -> None:
        try:
            work()
        except TrackerError as error:
            self._warn(str(error.facts.get("why", error.code)))
        except OSError as error:
            self._warn(error.strerror or str(error))
        except ValueError as error:
            self._warn(str(error))

    def _warn(self, why: str) -> None:
        self.tell(FileTrouble("no_backup", path=str(self._path), why=why))


def _reason(edit: Edit) -> "Why":
    if edit.code in _IMPORTED:
        return "import"
    return "bulk" if len(edit.puts) + len(edit.deletes) > BULK else "daily"

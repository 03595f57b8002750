"""Backups: verified copies of the data file in the state folder, and which of them stay."""

import re
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Literal

import msgspec

from store.errors import FileTrouble, NotFound, trouble_of
from store.file.reading import read_tables
from store.file.schema import migrated
from store.file.snapshot_reading import read_snapshot
from store.file.state import State
from store.file.tables import Tables
from store.file.text import Text, length

Why = Literal["daily", "migration", "import", "merge", "restore", "bulk"]
"""Before what a backup was made; `daily` is the first write of a day."""

LATEST, DAYS, WEEKS = 10, 14, 8
"""How many stay: the latest, the last one of so many days, and of so many weeks."""

_NAME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)-(?P<number>\d{4,9})-"
    r"(?P<why>daily|migration|import|merge|restore|bulk)",
    re.ASCII,
)
_SUFFIX = ".json"


class Backup(msgspec.Struct, frozen=True):
    """A backup by name: its day, its running number, its size in bytes, and why it was made."""

    name: str
    day: date
    number: int
    why: Why
    size: int


class Backups:
    """The backups of one data file. Every method raises `OSError` where the folder fails."""

    def __init__(self, state: State) -> None:
        self._state = state

    def all(self) -> list[Backup]:
        """The backups, newest first."""
        found = (_backup(name, size) for name, size in self._state.files().items())
        return sorted(filter(None, found), key=lambda backup: backup.number, reverse=True)

    def by_choice(self) -> list[Backup]:
        """The backups, the one to offer first: the newest, but after the others those that were
        made before a restore, for they keep what somebody had just put away.
        """
        return sorted(self.all(), key=lambda backup: backup.why == "restore")

    def has_one_of(self, day: date) -> bool:
        """Whether a backup was made on that day."""
        return any(backup.day == day for backup in self.all())

    def make(self, text: bytes, why: Why, day: date) -> Backup:
        """Reads the text and keeps a copy; old ones go. Raises what `read_tables` does."""
        read_tables(text)
        return self.keep(text, why, day)

    def keep(self, text: Text, why: Why, day: date) -> Backup:
        """Keeps a copy of a text that was read, and compares it; old ones go."""
        number = max((backup.number for backup in self.all()), default=0) + 1
        name = f"{day.isoformat()}-{number:04d}-{why}"
        self._state.keep(name + _SUFFIX, text)
        known = self.all()
        for old in set(known) - kept(known):
            self._state.remove(old.name + _SUFFIX)
        return Backup(name, day, number, why, length(text))

    def named(self, name: str) -> Backup:
        """The backup of that name; raises `NotFound`."""
        for backup in self.all():
            if backup.name == name:
                return backup
        raise NotFound("no_such_backup", name=name)

    def tables(self, backup: Backup) -> Tables:
        """What is in a backup; raises `FileTrouble` where that cannot be read."""
        path = str(self._state.folder / (backup.name + _SUFFIX))
        try:
            tables = read_tables(self._state.read(backup.name + _SUFFIX))
        except ValueError as error:
            raise FileTrouble("damaged_backup", path=path, why=str(error)) from error
        except OSError as error:
            raise trouble_of("unreadable", path, error) from error
        return tables

    def newest_good(self) -> tuple[Backup, Tables] | None:
        """The first by choice of which every record can be read, and what is in it."""
        for backup in self.by_choice():
            try:
                tables = self.tables(backup)
                read_snapshot(migrated(tables))
            except FileTrouble:
                continue
            return backup, tables
        return None


def kept(backups: Sequence[Backup]) -> set[Backup]:
    """Those that stay, of backups that are sorted newest first."""
    before_migrations = {backup for backup in backups if backup.why == "migration"}
    days = _newest_of_each(backups, lambda backup: backup.day)[:DAYS]
    weeks = _newest_of_each(backups, lambda backup: backup.day.isocalendar()[:2])[:WEEKS]
    return {*backups[:LATEST], *days, *weeks} | before_migrations


def _newest_of_each(
    backups: Sequence[Backup], period: Callable[[Backup], Hashable]
) -> list[Backup]:
    newest: dict[Hashable, Backup] = {}
    for backup in backups:
        newest.setdefault(period(backup), backup)
    return [*newest.values()]


def _backup(file: str, size: int) -> Backup | None:
    match = _NAME.fullmatch(file.removesuffix(_SUFFIX)) if file.endswith(_SUFFIX) else None
    if match is None:
        return None
    try:
        day = date.fromisoformat(match["day"])
    except ValueError:
        return None
    why = msgspec.convert(match["why"], Why)
    return Backup(match[0], day, int(match["number"]), why, size)

"""The tracker's one file: the newest snapshot, and commands committed to it one write each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from store.errors import FileTrouble
from store.file.hindrance import hindrance, newer
from store.file.index import Index
from store.file.indexing import Indexing
from store.file.keeper import Keeper
from store.file.lock import PATIENCE
from store.file.meta import SCHEMA
from store.file.port import Disk
from store.file.reader import Reader
from store.file.saved import Saved
from store.file.schema import schema_of
from store.file.state import State
from store.file.storage import SafeStorage
from store.file.tables import Tables
from store.records.snapshot import Snapshot

if TYPE_CHECKING:
    from store.changes.command import Circumstances, Command
    from store.file.backups import Why
    from store.file.database import Database
    from store.file.history import Change
    from store.file.writer import Writer

__all__ = ["Repository", "Saved"]


class Repository:
    """Reads and writes one file. Every method raises `FileTrouble` where the file cannot be used.

    It may be used from several threads; `machine` names this computer in the records' stamps.
    A folder that is ours alone (`own_folder`) is made private again when something is written.
    `patience` is how long to wait for another writer, in seconds. Backups are kept in `state`;
    `index` spares reading what was read before.
    """

    def __init__(
        self,
        path: Path,
        machine: str,
        disk: Disk | None = None,
        *,
        own_folder: bool = False,
        patience: float = PATIENCE,
        state: State | None = None,
        index: Index | None = None,
    ) -> None:
        self.path = path.expanduser().resolve()
        self.machine = machine
        self._patience = patience
        self.own_folder = own_folder
        self.disk = disk or Disk()
        self.keeper = Keeper(self.path, self.disk, state)
        self.index = index
        self._storage = SafeStorage(self.path, self.disk, self.keeper.tell, index)
        self._indexing = None if index is None else Indexing(index, self._storage)
        self._reader = Reader(self._storage, self.keeper)
        self._made_writer: Writer | None = None
        self._guard = RLock()

    @cached_property
    def db(self) -> "Database":
        """The file through TinyDB's own interface."""
        from store.file.database import Database  # neither reading nor writing needs it

        return Database(self._storage)

    def snapshot(self) -> Snapshot:
        """Everything in the file as it is now; it is read again only where it changed."""
        with self._guard:
            return self._reader.snapshot()

    def excerpt(self, day: date) -> Snapshot | None:
        """What today's work on that day is made of, out of the index; none without one.

        Nothing else of the tracker is in it.
        """
        with self._guard:
            return None if self._indexing is None else self._indexing.excerpt(day)

    def briefing(self, day: date) -> Snapshot | None:
        """The same with what advice on today's work is made of."""
        with self._guard:
            return None if self._indexing is None else self._indexing.briefing(day)

    def is_index_behind(self, *, only_by_own: bool = False) -> bool:
        """Whether what was last read or written could be indexed, and is not.

        With `only_by_own`, whether there is an index of what was there before we wrote.
        """
        return self._indexing is not None and self._indexing.is_behind(only_by_own=only_by_own)

    def index_latest(self, day: date) -> None:
        """Indexes what was last read or written; that keeps nobody from writing meanwhile."""
        with self._guard:
            edition, snapshot = self._storage.known, self._reader.latest
            is_of_it = (
                self._reader.last_read is edition.tables and schema_of(edition.tables) == SCHEMA
            )
        if self._indexing is not None and is_of_it and edition.is_ours:
            self._indexing.keep_up(edition, snapshot, day)

    @property
    def latest(self) -> Snapshot:
        """What was last read or written, without a look at the file."""
        return self._reader.latest

    def has_changed(self) -> bool:
        """Whether another program wrote the file since it was last read."""
        with self._guard:
            return self._storage.has_changed()

    def exists(self) -> bool:
        """Whether there is a file."""
        with self._guard:
            return self._storage.exists()

    def read_only(self) -> FileTrouble | None:
        """Why nothing can be written, as last read; none where it can."""
        return newer(self.path, self.last_read) or hindrance(self.disk, self.path)

    @property
    def last_read(self) -> Tables:
        """The tables as they were last read or written, also if the file is gone since."""
        return self._reader.last_read

    @contextmanager
    def alone(self) -> Iterator[SafeStorage]:
        """The storage, alone among programs, for what writes the file as a whole."""
        with self._guard, self._writer().alone():
            yield self._storage

    def rewrite(
        self, change: Callable[[Tables], Tables], day: date, why: "Why | None" = None
    ) -> bool:
        """Applies a change of raw rows to the newest tables, under the lock, and writes it once.

        The tables are in today's schema. Says whether the file's text was not that already; then
        a backup of that day is made before it where `why` says so, or where what is there calls
        for one. Raises what `change` raises.
        """
        with self._guard:
            return self._writer().rewrite(change, day, why)

    def commit(self, command: "Command", circumstances: "Circumstances") -> Saved:
        """Applies the command to the newest snapshot, under the lock, and writes it once.

        Raises what the command raises. Where the command changes nothing, nothing is written;
        the same command once more after `not_confirmed` only makes sure.
        """
        with self._guard:
            return self._writer().commit(command, circumstances)

    def undo(self, circumstances: "Circumstances", only: int | None = None) -> "Change":
        """Takes back the latest change, and returns its new entry; raises `NothingToDo`.

        `only` is the id that this change must have; `Refused` is raised where it has another.
        """
        with self._guard:
            return self._writer().undo(circumstances, only)

    def redo(self, circumstances: "Circumstances") -> "Change":
        """Does again what was undone last, and returns its new entry; raises `NothingToDo`."""
        with self._guard:
            return self._writer().redo(circumstances)

    def history(self) -> "list[Change]":
        """The changes kept, oldest first."""
        from store.file.history import HISTORY, read_history

        with self._guard:
            return read_history(self._storage.tables().get(HISTORY, {}))

    def _writer(self) -> "Writer":
        """What only writing needs is imported when something is written first."""
        if self._made_writer is None:
            from store.file.writer import Means, Writer

            means = Means(
                disk=self.disk,
                storage=self._storage,
                reader=self._reader,
                keeper=self.keeper,
                machine=self.machine,
                own_folder=self.own_folder,
                patience=self._patience,
            )
            self._made_writer = Writer(means)
        return self._made_writer

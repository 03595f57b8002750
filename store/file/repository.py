"""The tracker's one file: the newest snapshot, and commands committed to it one write each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

import msgspec

from store.changes.command import Circumstances, Command
from store.errors import FileTrouble, NothingToDo
from store.file import history
from store.file.codec import read_snapshot
from store.file.hindrance import hindrance, newer
from store.file.history import Change
from store.file.keeper import Keeper
from store.file.lock import PATIENCE, locked
from store.file.meta import SCHEMA
from store.file.migrations import migrated, readable_rows, schema_of
from store.file.port import Disk
from store.file.revision import Author, Revision
from store.file.state import State
from store.file.storage import Database, SafeStorage
from store.file.tables import Tables, compose
from store.records.edit import Edit
from store.records.snapshot import Snapshot


class Saved(msgspec.Struct, frozen=True):
    """What a commit did, and the snapshot after it."""

    edit: Edit
    snapshot: Snapshot


class Repository:
    """Reads and writes one file. Every method raises `FileTrouble` where the file cannot be used.

    It may be used from several threads; `machine` names this computer in the records' stamps.
    A folder that is ours alone (`own_folder`) is made private again when something is written.
    `patience` is how long to wait for another writer, in seconds. Backups are kept in `state`.
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
    ) -> None:
        self.path = path.expanduser().resolve()
        self._machine = machine
        self._patience = patience
        self.own_folder = own_folder
        self.disk = disk or Disk()
        self.keeper = Keeper(self.path, self.disk, state)
        self._storage = SafeStorage(self.path, self.disk)
        self.db = Database(storage=lambda: self._storage)
        self._read_from: Tables | None = None
        self._snapshot = Snapshot()
        self._guard = RLock()

    def snapshot(self) -> Snapshot:
        """Everything in the file as it is now; it is read again only where it changed."""
        with self._guard:
            tables = self._storage.tables()
            if not tables:
                self.keeper.check_not_lost()
            if tables is not self._read_from:
                is_newer = newer(self.path, tables) is not None
                readable = readable_rows(tables) if is_newer else migrated(tables)
                self._snapshot = read_snapshot(readable)
                self._read_from = tables
            return self._snapshot

    @property
    def latest(self) -> Snapshot:
        """What was last read or written, without a look at the file."""
        return self._snapshot

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
        return newer(self.path, self._read_from or {}) or hindrance(self.disk, self.path)

    @property
    def last_read(self) -> Tables:
        """The tables as they were last read or written, also if the file is gone since."""
        return self._read_from or {}

    @contextmanager
    def alone(self) -> Iterator[SafeStorage]:
        """The storage, alone among programs, for what writes the file as a whole."""
        with self._writing():
            yield self._storage
            self._read_from = None

    def commit(self, command: Command, circumstances: Circumstances) -> Saved:
        """Applies the command to the newest snapshot, under the lock, and writes it once.

        Raises what the command raises. Where the command changes nothing, nothing is written.
        """
        with self._writing():
            before = self.snapshot()
            edit = _real_changes(command.apply(before, circumstances), before)
            if not (edit.puts or edit.deletes):
                self._storage.confirm()
                return Saved(edit, before)
            revision = self._revision(circumstances)
            for record in edit.deletes:
                revision.delete(record)
            for record in edit.puts:
                revision.put(record)
            revision.log(edit)
            self._save(revision, edit, circumstances)
            return Saved(edit, self._snapshot)

    def rewrite(self, change: Callable[[Tables], Tables]) -> bool:
        """Applies a change of raw rows to the newest tables, under the lock, and writes it once.

        Whether the file's text was not that already. Raises what `change` raises.
        """
        with self._writing():
            tables = change(self._storage.tables())
            trouble = newer(self.path, tables)
            if trouble is not None:
                raise trouble
            snapshot = read_snapshot(migrated(tables))
            if self._storage.exists() and self.disk.read(self.path)[0] == compose(tables):
                self._storage.confirm()
                return False
            self._storage.save(tables)
            self._snapshot, self._read_from = snapshot, tables
            return True

    def undo(self, circumstances: Circumstances) -> Change:
        """Takes back the latest change; raises `NothingToDo`."""
        return self._travel(history.last_done, Revision.undo, "nothing_to_undo", circumstances)

    def redo(self, circumstances: Circumstances) -> Change:
        """Does again what was undone last; raises `NothingToDo`."""
        return self._travel(history.next_undone, Revision.redo, "nothing_to_redo", circumstances)

    def history(self) -> list[Change]:
        """The changes kept, oldest first."""
        with self._guard:
            return history.read_history(self._storage.tables().get(history.HISTORY, {}))

    def _travel(
        self,
        choose: Callable[[list[Change]], Change | None],
        move: Callable[[Revision, Change], None],
        nothing: str,
        circumstances: Circumstances,
    ) -> Change:
        with self._writing():
            self.snapshot()
            change = choose(self.history())
            if change is None:
                raise NothingToDo(nothing)
            revision = self._revision(circumstances)
            move(revision, change)
            self._save(revision, revision.edit(change.code, change.subject), circumstances)
            return change

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Alone among threads and programs, with the folder in place for the lock."""
        with self._guard:
            trouble = hindrance(self.disk, self.path)
            if trouble is not None:
                raise trouble
            try:
                self.disk.make_folder(self.path.parent)
                if self.own_folder:
                    self.disk.make_private(self.path.parent)
            except OSError as error:
                why = error.strerror or str(error)
                raise FileTrouble("not_saved", path=str(self.path), why=why) from error
            with locked(self.path, self._patience):
                yield

    def _revision(self, circumstances: Circumstances) -> Revision:
        tables = self._storage.tables()
        trouble = newer(self.path, tables)
        if trouble is not None:
            raise trouble
        return Revision(migrated(tables), Author(self._machine, circumstances))

    def _save(self, revision: Revision, edit: Edit, circumstances: Circumstances) -> None:
        tables, stamped = revision.tables(), revision.edit(edit.code, edit.subject)
        migrates = schema_of(self._storage.tables()) < SCHEMA
        self.keeper.before(stamped, circumstances.today, migrates=migrates)
        self._storage.save(tables)
        self.keeper.after()
        self._snapshot, self._read_from = self._snapshot.after(stamped), tables


def _real_changes(edit: Edit, before: Snapshot) -> Edit:
    """The edit without records that are the same already."""
    known = (before.leads, before.quotes, before.follow_ups)
    puts = tuple(
        record for record in edit.puts if all(table.get(record.id) != record for table in known)
    )
    return Edit(edit.code, edit.subject, puts, edit.deletes, edit.facts)

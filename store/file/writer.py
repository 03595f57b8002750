"""Commands, undo and redo, each made of the newest file and written at once, under the lock.

Only what writing needs is imported here: the first commit of a program imports it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from store.changes.command import Circumstances, Command
from store.errors import FileTrouble, trouble_of
from store.file.backups import Why
from store.file.hindrance import hindrance, newer
from store.file.history import HISTORY, Change, read_history
from store.file.keeper import Keeper
from store.file.lock import locked
from store.file.meta import SCHEMA
from store.file.port import Disk
from store.file.reader import Reader
from store.file.revision import Author, Revision
from store.file.saved import Saved
from store.file.schema import migrated, schema_of
from store.file.storage import Newest, SafeStorage
from store.file.tables import Tables, compose
from store.file.travel import REDO, UNDO, Way
from store.file.unconfirmed import Unconfirmed
from store.records.edit import Edit
from store.records.snapshot import Snapshot


class Means(NamedTuple):
    """With what a writer works; `patience` is in seconds, see `Repository` for the others."""

    disk: Disk
    storage: SafeStorage
    reader: Reader
    keeper: Keeper
    machine: str
    own_folder: bool
    patience: float


class Writer:
    """Writes one file. Every method raises `FileTrouble` where that fails."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._path = means.storage.path
        self._storage = means.storage
        self._unconfirmed: Unconfirmed | None = None

    def commit(self, command: Command, circumstances: Circumstances) -> Saved:
        """Applies the command to the newest snapshot and writes it; see `Repository.commit`."""
        with self.alone():
            before = self._newest()
            known, repeated = before.snapshot, self._repeated(command, before.tables)
            edit = repeated.edit if repeated else command.apply(known, circumstances)
            edit = edit if repeated else _real_changes(edit, known)
            if repeated or not (edit.puts or edit.deletes):
                self._confirm()
                return Saved(edit, known, repeated.change.id if repeated else 0)
            revision = self._revision(before.tables, circumstances)
            change = _carry_out(edit, revision)
            self._unconfirmed = Unconfirmed(command, change, edit)
            snapshot = self._save(revision, edit, before, circumstances)
            return Saved(edit, snapshot, change.id)

    def undo(self, circumstances: Circumstances, only: int | None = None) -> Change:
        """Takes back the latest change; see `Repository.undo`."""
        return self._travel(UNDO._replace(only=only), circumstances)

    def redo(self, circumstances: Circumstances) -> Change:
        """Does again what was undone last; raises `NothingToDo`."""
        return self._travel(REDO, circumstances)

    def _travel(self, way: Way, circumstances: Circumstances) -> Change:
        with self.alone():
            before = self._newest()
            repeated = self._repeated(way, before.tables)
            if repeated:
                self._confirm()
                return repeated.change
            change = way.next(read_history(before.tables.get(HISTORY, {})))
            revision = self._revision(before.tables, circumstances)
            moved = way.move(revision, change)
            edit = revision.edit(change.code, change.subject)
            self._unconfirmed = Unconfirmed(way, moved, edit)
            self._save(revision, edit, before, circumstances)
            return moved

    def _repeated(self, asked: Command | Way, tables: Tables) -> Unconfirmed | None:
        """What was written before and not confirmed, if it is what is asked for once more."""
        written = self._unconfirmed
        return written if written and written.answers(asked, tables) else None

    def rewrite(
        self, change: Callable[[Tables], Tables], day: date, why: Why | None = None
    ) -> bool:
        """Applies a change of raw rows and writes it; see `Repository.rewrite`."""
        with self.alone():
            before = self._newest_tables()
            self._check_not_newer(before.tables)
            tables = change(migrated(before.tables))
            self._check_not_newer(tables)
            snapshot = self._means.reader.read(tables)
            if self._storage.exists() and self._storage.text() == compose(tables):
                self._confirm()
                return False
            special = self._what_for() or why
            if special is not None:
                self._means.keeper.back_up(special, day, self._storage.known.text)
            else:
                self._means.keeper.back_up_daily(day, self._storage.known.text)
            saved = self._write(tables, before.contained)
            if saved is tables:
                self._means.reader.keep(saved, snapshot)
            return True

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Alone among programs, with the folder in place for the lock."""
        disk, folder = self._means.disk, self._path.parent
        trouble = hindrance(disk, self._path)
        if trouble is not None:
            raise trouble
        if disk.is_odd(self._path):
            raise FileTrouble("is_no_file", path=str(self._path))
        try:
            disk.make_folder(folder)
            if self._means.own_folder:
                disk.make_private(folder)
        except OSError as error:
            raise trouble_of("not_saved", self._path, error) from error
        with locked(self._path, self._means.patience, disk):
            yield

    def _newest(self) -> "_Before":
        newest, reader = self._newest_tables(), self._means.reader
        read = reader.read if newest.contained else reader.of
        return _Before(*newest, read(newest.tables))

    def _newest_tables(self) -> Newest:
        newest = self._storage.newest()
        if not newest.tables:
            self._means.keeper.check_not_lost()
        return newest

    def _revision(self, tables: Tables, circumstances: Circumstances) -> Revision:
        self._check_not_newer(tables)
        author = Author(self._means.machine, circumstances)
        return Revision(migrated(tables), author)

    def _check_not_newer(self, tables: Tables) -> None:
        trouble = newer(self._path, tables)
        if trouble is not None:
            raise trouble

    def _save(
        self, revision: Revision, edit: Edit, before: "_Before", circumstances: Circumstances
    ) -> Snapshot:
        tables, stamped = revision.tables(), revision.edit(edit.code, edit.subject)
        self._back_up(stamped, circumstances.today)
        after = before.snapshot.after(stamped)
        saved = self._write(tables, before.contained)
        reader = self._means.reader
        return reader.keep(saved, after) if saved is tables else reader.of(saved)

    def _write(self, tables: Tables, contained: tuple[Path, ...]) -> Tables:
        saved = self._storage.save(tables, contained)
        self._unconfirmed = None
        self._means.keeper.after()
        return saved

    def _confirm(self) -> None:
        self._storage.confirm()
        self._unconfirmed = None

    def _back_up(self, edit: Edit, day: date) -> None:
        why, known = self._what_for(), self._storage.known.text
        if why is None:
            self._means.keeper.before(edit, day, known)
        else:
            self._means.keeper.back_up(why, day, known)

    def _what_for(self) -> Why | None:
        """Why what we read needs a backup whatever is written; none where it does not.

        A look at the file would not do: it would take a foreign version for one that we read.
        """
        if self._storage.had_markers():
            return "merge"
        return "migration" if schema_of(self._storage.last_read) < SCHEMA else None


class _Before(NamedTuple):
    """What a change is made of; see `Newest` for the first two."""

    tables: Tables
    contained: tuple[Path, ...]
    snapshot: Snapshot


def _carry_out(edit: Edit, revision: Revision) -> Change:
    """Puts the edit into the revision; returns its entry of the history."""
    for record in edit.deletes:
        revision.delete(record)
    for record in edit.puts:
        revision.put(record, brought=edit.brought)
    return revision.log(edit)


def _real_changes(edit: Edit, before: Snapshot) -> Edit:
    """The edit without records that are the same already."""
    known = (before.leads, before.quotes, before.follow_ups, before.incidents)
    puts = tuple(
        record for record in edit.puts if all(table.get(record.id) != record for table in known)
    )
    return replace(edit, puts=puts)

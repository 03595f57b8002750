"""Commands, undo and redo, each made of the newest file and written at once, under the lock.

Only what writing needs is imported here: the first commit of a program imports it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from store.changes.command import Circumstances, Command
from store.errors import FileTrouble, NothingToDo
from store.file import history
from store.file.backups import Why
from store.file.conflict_markers import has_markers
from store.file.hindrance import hindrance, newer
from store.file.history import Change
from store.file.keeper import Keeper
from store.file.lock import locked
from store.file.meta import SCHEMA
from store.file.migrations import migrated, schema_of
from store.file.port import Disk
from store.file.reader import Reader
from store.file.revision import Author, Revision
from store.file.saved import Saved
from store.file.storage import SafeStorage
from store.file.tables import Tables, compose
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
        self._unconfirmed: tuple[Command, int, Edit] | None = None

    def commit(self, command: Command, circumstances: Circumstances) -> Saved:
        """Applies the command to the newest snapshot and writes it; see `Repository.commit`."""
        with self.alone():
            tables, before = self._newest()
            repeated = self._repeated(command, tables)
            edit = repeated or _real_changes(command.apply(before, circumstances), before)
            if repeated or not (edit.puts or edit.deletes):
                self._storage.confirm()
                self._unconfirmed = None
                return Saved(edit, before)
            revision = self._revision(tables, circumstances)
            change_id = _carry_out(edit, revision)
            self._unconfirmed = (command, change_id, edit)
            snapshot = self._save(revision, edit, before, circumstances)
            self._unconfirmed = None
            return Saved(edit, snapshot)

    def undo(self, circumstances: Circumstances) -> Change:
        """Takes back the latest change; raises `NothingToDo`."""
        return self._travel(history.last_done, Revision.undo, "nothing_to_undo", circumstances)

    def redo(self, circumstances: Circumstances) -> Change:
        """Does again what was undone last; raises `NothingToDo`."""
        return self._travel(history.next_undone, Revision.redo, "nothing_to_redo", circumstances)

    def _travel(
        self,
        choose: Callable[[list[Change]], Change | None],
        move: Callable[[Revision, Change], Change],
        nothing: str,
        circumstances: Circumstances,
    ) -> Change:
        with self.alone():
            tables, before = self._newest()
            change = choose(history.read_history(tables.get(history.HISTORY, {})))
            if change is None:
                raise NothingToDo(nothing)
            revision = self._revision(tables, circumstances)
            moved = move(revision, change)
            edit = revision.edit(change.code, change.subject)
            self._save(revision, edit, before, circumstances)
            return moved

    def _repeated(self, command: Command, tables: Tables) -> Edit | None:
        """The edit of a command that was written before and not confirmed, if it is this one."""
        if self._unconfirmed is None:
            return None
        written, change_id, edit = self._unconfirmed
        is_there = str(change_id) in tables.get(history.HISTORY, {})
        return edit if written == command and is_there else None

    def rewrite(
        self, change: Callable[[Tables], Tables], day: date, why: Why | None = None
    ) -> bool:
        """Applies a change of raw rows and writes it; see `Repository.rewrite`."""
        with self.alone():
            before = self._newest_tables()
            self._check_not_newer(before)
            tables = change(migrated(before))
            self._check_not_newer(tables)
            snapshot = self._means.reader.of(tables)
            if self._storage.exists() and self._storage.text() == compose(tables):
                self._storage.confirm()
                return False
            special = self._what_for() or why
            if special is not None:
                self._means.keeper.back_up(special, day)
            saved = self._storage.save(tables)
            self._means.keeper.after()
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
            why = error.strerror or str(error)
            raise FileTrouble("not_saved", path=str(self._path), why=why) from error
        with locked(self._path, self._means.patience, disk):
            yield

    def _newest(self) -> tuple[Tables, Snapshot]:
        tables = self._newest_tables()
        return tables, self._means.reader.of(tables)

    def _newest_tables(self) -> Tables:
        tables = self._storage.newest()
        if not tables:
            self._means.keeper.check_not_lost()
        return tables

    def _revision(self, tables: Tables, circumstances: Circumstances) -> Revision:
        self._check_not_newer(tables)
        author = Author(self._means.machine, circumstances)
        return Revision(migrated(tables), author)

    def _check_not_newer(self, tables: Tables) -> None:
        trouble = newer(self._path, tables)
        if trouble is not None:
            raise trouble

    def _save(
        self, revision: Revision, edit: Edit, before: Snapshot, circumstances: Circumstances
    ) -> Snapshot:
        tables, stamped = revision.tables(), revision.edit(edit.code, edit.subject)
        self._back_up(stamped, circumstances.today)
        after = before.after(stamped)
        saved = self._storage.save(tables)
        self._means.keeper.after()
        reader = self._means.reader
        return reader.keep(saved, after) if saved is tables else reader.of(saved)

    def _back_up(self, edit: Edit, day: date) -> None:
        why = self._what_for()
        if why is None:
            self._means.keeper.before(edit, day)
        else:
            self._means.keeper.back_up(why, day)

    def _what_for(self) -> Why | None:
        """Why what we read needs a backup whatever is written; none where it does not.

        A look at the file would not do: it would take a foreign version for one that we read.
        """
        if has_markers(self._storage.text()):
            return "merge"
        return "migration" if schema_of(self._storage.last_read) < SCHEMA else None


def _carry_out(edit: Edit, revision: Revision) -> int:
    """Puts the edit into the revision; returns the id of its change."""
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

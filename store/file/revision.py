"""The next revision of the tables, put together in memory before the disk is touched."""

from collections.abc import Mapping
from functools import cached_property

import msgspec
from msgspec.structs import replace

from store.changes.command import Circumstances
from store.file import history
from store.file.codec import KIND_OF, TABLE_OF, read_record, write_record
from store.file.history import HISTORY, Change, Touched
from store.file.history_limit import newest
from store.file.meta import META, Meta, Tombstone, next_meta, read_meta, tombstones
from store.file.tables import SELDOM, Row, TableName, Tables
from store.records.edit import Edit, Record
from store.records.ids import new_id
from store.records.stamp import Stamp


class Author(msgspec.Struct, frozen=True):
    """Who writes, and under which circumstances."""

    machine: str
    circumstances: Circumstances


class Revision:
    """Collects what one change does to the rows of `tables`, which stay as they are."""

    def __init__(self, tables: Tables, author: Author) -> None:
        meta = read_meta(tables)
        names = (*TABLE_OF.values(), HISTORY, META)
        self._old: Tables = {name: tables.get(name, {}) for name in names}
        self._changed: dict[str, dict[str, Row]] = {}
        self._others = {name: rows for name, rows in tables.items() if name not in names}
        self._author = author
        self._stamp = Stamp(meta.revision + 1, author.machine)
        self._revision = self._stamp.revision
        self._schema = meta.schema
        self._seq = meta.seq
        self._graves: dict[tuple[str, int], Tombstone | None] = {}
        self._touched: list[Touched] = []
        self._puts: list[Record] = []
        self._deletes: list[Record] = []

    def put(self, record: Record, *, brought: bool = False) -> None:
        """Adds or replaces a record, stamped; a new one gets its number of recording.

        One that was `brought` from another file keeps the stamp it has from there, so that of two
        trackers that exchange records the later change can be told. Not so one that was deleted
        here: older than its tombstone, it would be lost again in a merge with a copy that has it.
        """
        table = TABLE_OF[type(record)]
        old = self._rows(table).get(str(record.id))
        seq = record.seq or (self._next_seq() if old is None else 0)
        self._seq = max(self._seq, seq)
        stamp = self._stamp_of(record) if brought else self._stamp
        self._revision = max(self._revision, stamp.revision)
        stamped = replace(record, changed=stamp, seq=seq)
        row = write_record(stamped, old)
        self._to_change(table)[str(record.id)] = row
        if old is None:
            self._graves[table, record.id] = None
        self._touched.append(history.touched(table, record.id, old, row))
        self._puts.append(stamped)

    def delete(self, record: Record) -> None:
        """Takes a record out and leaves a tombstone."""
        table = TABLE_OF[type(record)]
        old = self._rows(table).get(str(record.id))
        self._touched.append(history.touched(table, record.id, old, None))
        self._take_out(table, record.id)

    def log(self, edit: Edit) -> Change:
        """Adds the change to the history, of which the oldest entries go; returns its entry."""
        facts = {
            name: list(fact) if isinstance(fact, tuple) else _plain(fact)
            for name, fact in edit.facts.items()
        }
        circumstances = self._author.circumstances
        change = Change(
            id=new_id({int(key) for key in self._rows(HISTORY)}),
            seq=self._next_seq(),
            on=circumstances.today,
            time=circumstances.clock,
            machine=self._author.machine,
            code=edit.code,
            subject=edit.subject,
            facts=facts,
            records=tuple(self._touched),
        )
        self.replace_change(change)
        self._changed[HISTORY] = newest(self._rows(HISTORY))
        return change

    def replace_change(self, change: Change) -> Change:
        """Puts an entry of the history in its place, and returns it."""
        self._to_change(HISTORY)[str(change.id)] = msgspec.json.encode(change)
        return change

    def undo(self, change: Change) -> Change:
        """Takes back what the change did, the last record first; returns its new entry."""
        moved = [self._move(record, history.backward) for record in reversed(change.records)]
        undone = self._next_seq()
        return self.replace_change(replace(change, undone=undone, records=tuple(reversed(moved))))

    def redo(self, change: Change) -> Change:
        """Does again what the change did; returns its new entry."""
        moved = tuple(self._move(record, history.forward) for record in change.records)
        return self.replace_change(replace(change, undone=0, records=moved))

    def tables(self) -> Tables:
        """The next tables."""
        meta = Meta(self._schema, self._revision, self._seq)
        today = self._author.circumstances.today
        meta_rows = next_meta(self._rows(META), meta, self._graves, today)
        whole = {**self._old, **self._changed}
        kept = {name: rows for name, rows in whole.items() if rows or name not in SELDOM}
        return {**kept, META: meta_rows, **self._others}

    def edit(self, code: str, subject: str) -> Edit:
        """What changed, as stamped records."""
        return Edit(code, subject, puts=tuple(self._puts), deletes=tuple(self._deletes))

    def _move(self, record: Touched, way: history.Way) -> Touched:
        old = self._rows(record.table).get(str(record.id))
        row, entry = way(record, old)
        if row is None:
            self._take_out(record.table, record.id)
        else:
            self._put_back(record.table, record.id, row)
        return entry

    def _put_back(self, table: TableName, record_id: int, row: Row) -> None:
        read = read_record(KIND_OF[table], str(record_id), row)
        stamped = replace(read, changed=self._stamp)
        self._to_change(table)[str(record_id)] = write_record(stamped, row)
        self._graves[table, record_id] = None
        self._puts.append(stamped)

    def _take_out(self, table: TableName, record_id: int) -> None:
        row = self._to_change(table).pop(str(record_id), None)
        today = self._author.circumstances.today
        self._graves[table, record_id] = Tombstone(table, record_id, today, self._stamp)
        if row is not None:
            self._deletes.append(read_record(KIND_OF[table], str(record_id), row))

    def _to_change(self, table: str) -> dict[str, Row]:
        """The table's rows, copied before the first of them changes; the other tables stay."""
        if table not in self._changed:
            self._changed[table] = dict(self._old[table])
        return self._changed[table]

    def _rows(self, table: str) -> Mapping[str, Row]:
        """The table's rows as they are by now."""
        return self._changed.get(table, self._old[table])

    def _stamp_of(self, record: Record) -> Stamp:
        """The record's own stamp; ours where it has none, or was deleted here."""
        is_ours = record.changed == Stamp() or (TABLE_OF[type(record)], record.id) in self._buried
        return self._stamp if is_ours else record.changed

    @cached_property
    def _buried(self) -> set[tuple[str, int]]:
        """Table and id of every record that had a tombstone before the change."""
        return {(stone.deleted, stone.id) for stone in tombstones(self._rows(META))}

    def _next_seq(self) -> int:
        self._seq += 1
        return self._seq


def _plain(fact: object) -> str | int | bool | None:
    return fact if isinstance(fact, str | int | bool | None) else str(fact)

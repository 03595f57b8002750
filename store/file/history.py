"""The history table: every change, with what it takes to undo and to redo it.

It is the audit trail too; `history_limit` says how long it gets.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from store.errors import FileTrouble
from store.file.codec import Fields, fields_of, row_of
from store.file.tables import Row, TableName
from store.records.ids import Id

HISTORY = "history"

CONFLICT = "conflict"
DUPLICATE = "duplicate"
REMARKS = (CONFLICT, DUPLICATE)
"""Codes of entries that tell what was found in the file; there is nothing to undo in them."""

_OURS = ("changed", "seq")
"""Fields that every change moves, so that they say nothing about it."""

_BARE = msgspec.Raw(b"null")


class Touched(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One record that a change created, updated or deleted.

    `before` and `after` hold the fields that differ. What a change created is not repeated here:
    `after` gets it when the creation is undone, so that it can be redone.
    """

    table: TableName
    id: Id
    how: Literal["created", "updated", "deleted"]
    before: Fields = {}
    after: Fields = {}


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One saved change: when, by which machine, what it was about, and the records it touched.

    `undone` is its number of recording at which it was undone, 0 while it stands.
    """

    id: Id
    seq: Id
    on: date
    time: datetime.time | None
    machine: str
    code: str
    subject: str
    facts: dict[str, str | int | bool | list[str] | None]
    undone: Id = 0
    records: tuple[Touched, ...]

    @property
    def is_change(self) -> bool:
        """Whether somebody changed something, which can be undone."""
        return self.code not in REMARKS


Way = Callable[[Touched, Row | None], tuple[Row | None, Touched]]
"""Backward or forward through a change."""


def read_history(rows: Mapping[str, Row]) -> list[Change]:
    """The changes, oldest first; raises `FileTrouble` naming the row that is none."""
    read = read_rows(rows)
    for trouble in read.troubles:
        raise trouble
    return read.changes


class ReadRows(NamedTuple):
    """The changes in rows of the history, oldest first, and what is wrong with the other rows."""

    changes: list[Change]
    troubles: list[FileTrouble]


def read_rows(rows: Mapping[str, Row]) -> ReadRows:
    """The changes, whose ids are those of the documents, whatever the rows say."""
    decoder = msgspec.json.Decoder(Change)
    changes, troubles = [], []
    for document_id, row in rows.items():
        try:
            changes.append(_with_id(decoder.decode(row), int(document_id)))
        except msgspec.MsgspecError as error:
            facts = {"table": HISTORY, "id": document_id, "why": str(error)}
            troubles.append(FileTrouble("bad_record", **facts))
    return ReadRows(sorted(changes, key=lambda change: change.seq), troubles)


def _with_id(change: Change, number: int) -> Change:
    return change if change.id == number else msgspec.structs.replace(change, id=number)


def last_done(changes: Iterable[Change]) -> Change | None:
    """What `undo` undoes: the latest change that is not undone."""
    done = (change for change in reversed([*changes]) if change.is_change and not change.undone)
    return next(done, None)


def next_undone(changes: Iterable[Change]) -> Change | None:
    """What `redo` redoes: what was undone last, unless something was changed after that."""
    ordered = [change for change in changes if change.is_change]
    newest = max((change.seq for change in ordered), default=0)
    return next((change for change in ordered if change.undone > newest), None)


def touched(table: TableName, record_id: int, old: Row | None, new: Row | None) -> Touched:
    """What a change did to one row."""
    if old is None:
        return Touched(table=table, id=record_id, how="created")
    if new is None:
        return Touched(table=table, id=record_id, how="deleted", before=fields_of(old))
    before, after = fields_of(old), fields_of(new)
    names = [name for name in before | after if name not in _OURS]
    changed = [name for name in names if _text(before, name) != _text(after, name)]
    return Touched(
        table=table,
        id=record_id,
        how="updated",
        before={name: before[name] for name in changed if name in before},
        after={name: after[name] for name in changed if name in after},
    )


def backward(record: Touched, row: Row | None) -> tuple[Row | None, Touched]:
    """The row as it was before the change, and the entry from which it can be redone."""
    if record.how == "created":
        kept = {} if row is None else fields_of(row)
        return None, msgspec.structs.replace(record, after=kept)
    if record.how == "deleted":
        return row_of(record.before), record
    return _patched(row, record.after, record.before), record


def forward(record: Touched, row: Row | None) -> tuple[Row | None, Touched]:
    """The row as the change made it, and the entry from which it can be undone again."""
    if record.how == "created":
        return row_of(record.after), msgspec.structs.replace(record, after={})
    if record.how == "deleted":
        return None, record
    return _patched(row, record.before, record.after), record


def _patched(row: Row | None, old: Fields, new: Fields) -> Row | None:
    """The row with the fields of `old` taken out and those of `new` put in, in their places."""
    if row is None:
        return None
    fields = fields_of(row)
    gone = [name for name in old if name not in new]
    for name in gone:
        fields.pop(name, None)
    return row_of(fields | new)


def _text(fields: Fields, name: str) -> bytes:
    return bytes(fields.get(name, _BARE))

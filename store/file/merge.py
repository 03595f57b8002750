"""Stands in for the merge by record id: of two rows the one with the higher revision wins."""

import msgspec

from store.file.meta import META, Tombstone
from store.file.tables import Row, Tables
from store.records.stamp import Stamp


class Merged(msgspec.Struct, frozen=True):
    """The merged tables, and what had to give way."""

    tables: Tables
    lost: tuple[object, ...] = ()


class _Marked(msgspec.Struct, frozen=True):
    changed: Stamp = Stamp()
    revision: int = 0
    undone: int = 0

    @property
    def mark(self) -> int:
        return max(self.changed.revision, self.revision, self.undone)


def merge(base: Tables | None, ours: Tables, theirs: Tables) -> Merged:
    """The rows of both by id."""
    names = {**ours, **theirs}
    tables = {
        name: {
            key: _newer(
                (base or {}).get(name, {}).get(key),
                ours.get(name, {}).get(key),
                theirs.get(name, {}).get(key),
            )
            for key in {**ours.get(name, {}), **theirs.get(name, {})}
        }
        for name in names
    }
    for row in tables.get(META, {}).values():
        try:
            stone = msgspec.json.decode(row, type=Tombstone)
        except msgspec.ValidationError:
            continue
        row_there = tables.get(stone.deleted, {}).get(str(stone.id))
        if row_there is not None and _mark(row_there) < stone.changed.revision:
            del tables[stone.deleted][str(stone.id)]
    return Merged(tables)


def _newer(base: Row | None, ours: Row | None, theirs: Row | None) -> Row:
    if ours is None or theirs is None:
        return ours or theirs or b"{}"
    if base is not None and bytes(ours) == bytes(base):
        return theirs
    if base is not None and bytes(theirs) == bytes(base):
        return ours
    return theirs if _mark(theirs) > _mark(ours) else ours


def _mark(row: Row) -> int:
    try:
        return msgspec.json.decode(row, type=_Marked).mark
    except msgspec.MsgspecError:
        return 0

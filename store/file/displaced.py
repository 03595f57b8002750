"""A version that somebody put in place, and that we displaced or found, before anybody read it.

It is merged, or kept where people see it; a version never deletes what it merely lacks.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from store.errors import FileTrouble
from store.file.beside import clear_away, kept_aside
from store.file.codec import read_snapshot
from store.file.merge import merge
from store.file.meta import META, SCHEMA, Tombstone, read_meta
from store.file.port import Disk
from store.file.tables import Row, Tables, parse
from store.records.stamp import Stamp


class _Stamped(msgspec.Struct, frozen=True):
    changed: Stamp = Stamp()


def foreign_tables(disk: Disk, path: Path, place: Path, expected: bytes) -> Tables | None:
    """What is in the displaced file that nobody has read; none where that is nothing.

    The file goes where it is the one expected, or empty; it is kept aside where it cannot be
    read, and stays where it cannot be looked at.
    """
    try:
        text, _ = disk.read(place)
    except OSError:
        return None
    if text == expected or not text:
        clear_away(disk, place)
        return None
    tables = _sound_tables(text)
    if tables is None:
        with suppress(OSError):
            disk.rename(place, kept_aside(path))
    elif not any(tables.values()):
        clear_away(disk, place)
        return None
    return tables


def joined(base: Tables | None, ours: Tables, theirs: Tables) -> Tables:
    """Both sides' changes since `base`; what one side only lacks is no change of it."""
    known = None if base is None else _seen_by(theirs, base)
    return merge(known, ours, theirs).tables


def _sound_tables(text: bytes) -> Tables | None:
    """The tables, where every record in them can be read and we know their schema."""
    try:
        tables = parse(text)
        read_snapshot(tables)
        return tables if read_meta(tables).schema <= SCHEMA else None
    except (ValueError, FileTrouble):
        return None


def _seen_by(theirs: Tables, base: Tables) -> Tables:
    """The rows of `base` of which the other side has its own version, at least as new, or a grave.

    An older row is a copy from before, not a change; a row that lacks may never have been there.
    """
    graves = {(stone.deleted, str(stone.id)) for stone in _graves(theirs)}
    return {
        name: {
            key: row
            for key, row in rows.items()
            if (name, key) in graves or _is_as_new(theirs.get(name, {}).get(key), row)
        }
        for name, rows in base.items()
    }


def _is_as_new(theirs: Row | None, base: Row) -> bool:
    return theirs is not None and _revision(theirs) >= _revision(base)


def _revision(row: Row) -> int:
    try:
        return msgspec.json.decode(row, type=_Stamped).changed.revision
    except msgspec.MsgspecError:
        return 0


def _graves(tables: Tables) -> Iterator[Tombstone]:
    for row in tables.get(META, {}).values():
        with suppress(msgspec.MsgspecError):
            yield msgspec.json.decode(row, type=Tombstone)

"""A version that somebody put in place, and that we displaced or found, before anybody read it.

It is merged, or kept where people see it; a version never deletes what it merely lacks.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from store.errors import FileTrouble
from store.file.beside import clear_away, kept_aside
from store.file.level import level
from store.file.merge import merge
from store.file.meta import META, tombstones
from store.file.port import Disk
from store.file.side import sound_tables
from store.file.tables import Row, Tables
from store.file.text import Text, blocks
from store.plain_file import NotPlainError, trouble_of_reading
from store.records.stamp import Stamp


class _Stamped(msgspec.Struct, frozen=True):
    changed: Stamp = Stamp()


Tell = Callable[[FileTrouble], None]
"""Takes what a person should hear of, although everything was saved."""


def foreign_tables(
    disk: Disk, path: Path, place: Path, expected: Text, tell: Tell
) -> Tables | None:
    """What is in the displaced file that nobody has read; none where that is nothing.

    The file goes where it is the one expected, or empty; it is kept aside where it cannot be
    read or a newer relance wrote it, and stays where it cannot be looked at.
    """
    try:
        if disk.holds(place, blocks(expected)):
            clear_away(disk, place)
            return None
        text, _ = disk.read(place)
    except (NotPlainError, IsADirectoryError) as error:
        keep_aside(disk, path, place, trouble_of_reading(path, error), tell)
        return None
    except OSError:
        return None
    if not text:
        clear_away(disk, place)
        return None
    try:
        tables = sound_tables(path, text)
    except FileTrouble as trouble:
        keep_aside(disk, path, place, trouble, tell)
        return None
    if not any(tables.values()):
        clear_away(disk, place)
        return None
    return tables


def joined(base: Tables | None, ours: Tables, theirs: Tables) -> Tables:
    """Both sides' changes since `base`; what one side only lacks is no change of it.

    Raises `FileTrouble` for a row that is no record, also in tables that are not ours.
    """
    base, ours, theirs = level(base, ours, theirs)
    known = None if base is None else _seen_by(theirs, base)
    return merge(known, ours, theirs).tables


def keep_aside(disk: Disk, path: Path, place: Path, trouble: FileTrouble, tell: Tell) -> None:
    """Gives the file a name that people see, and tells them."""
    aside = kept_aside(path)
    code = "newer_kept_aside" if trouble.code == "newer_schema" else "kept_aside"
    with suppress(OSError):
        disk.rename(place, aside)
        tell(FileTrouble(code, path=str(path), place=str(aside)))


def _seen_by(theirs: Tables, base: Tables) -> Tables:
    """The rows of `base` of which the other side has its own version, at least as new, or a grave.

    An older row is a copy from before, not a change; a row that lacks may never have been there.
    """
    graves = {(stone.deleted, str(stone.id)) for stone in tombstones(theirs.get(META, {}))}
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

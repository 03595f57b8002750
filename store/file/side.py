"""Another version of the file: read from the disk and checked before anything is merged."""

from pathlib import Path
from typing import NamedTuple

from store.errors import FileTrouble
from store.file.hindrance import newer
from store.file.port import Disk, Version
from store.file.reading import read_tables
from store.file.schema import migrated
from store.file.snapshot_reading import read_snapshot
from store.file.tables import Tables
from store.plain_file import trouble_of_reading


class Side(NamedTuple):
    """A version of the file, and what tells whether it was changed since."""

    path: Path
    text: bytes
    version: Version
    tables: Tables


def read_side(disk: Disk, path: Path) -> Side:
    """The version in the file; raises `FileTrouble` where it cannot be read or is no tracker."""
    try:
        text, version = disk.read(path)
    except (OSError, ValueError) as error:
        raise trouble_of_reading(path, error) from error
    return Side(path, text, version, sound_tables(path, text))


def sound_tables(path: Path, text: bytes) -> Tables:
    """The tables in a text; every record in them can be read, also where they are older.

    Raises `FileTrouble` where that is not so, and for a text that a newer relance wrote.
    """
    try:
        tables = read_tables(text)
    except ValueError as error:
        raise FileTrouble("damaged", path=str(path), why=str(error)) from error
    trouble = newer(path, tables)
    if trouble is not None:
        raise trouble
    read_snapshot(migrated(tables))
    return tables

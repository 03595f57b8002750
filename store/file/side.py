"""Another version of the file: read from the disk and checked before anything is merged."""

from pathlib import Path
from typing import NamedTuple

from store.errors import FileTrouble
from store.file.codec import read_snapshot
from store.file.meta import SCHEMA, read_meta
from store.file.port import Disk, Version
from store.file.reading import read_tables
from store.file.tables import Tables


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
    except IsADirectoryError as error:
        raise FileTrouble("is_a_folder", path=str(path)) from error
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise FileTrouble("unreadable", path=str(path), why=why) from error
    try:
        tables = read_tables(text)
    except ValueError as error:
        raise FileTrouble("damaged", path=str(path), why=str(error)) from error
    schema = read_meta(tables).schema
    if schema > SCHEMA:
        raise FileTrouble("newer_schema", path=str(path), schema=schema)
    read_snapshot(tables)
    return Side(path, text, version, tables)

"""Why a file cannot be written: it says so itself, its folder does, or a newer relance wrote it."""

from pathlib import Path

from store.errors import FileTrouble
from store.file.meta import SCHEMA
from store.file.port import Disk
from store.file.schema import schema_of
from store.file.tables import Tables
from store.plain_file import trouble_of_reading


def hindrance(disk: Disk, path: Path) -> FileTrouble | None:
    """What stands against writing the file where it is, none where nothing does.

    That is also a folder on the way that may not be looked through.
    """
    try:
        is_there, has_folder = (disk.version(each) is not None for each in (path, path.parent))
    except (OSError, ValueError) as error:
        return trouble_of_reading(path, error)
    if is_there and not disk.may_write(path):
        return FileTrouble("read_only_file", path=str(path))
    if has_folder and not disk.may_write(path.parent):
        return FileTrouble("read_only_folder", path=str(path), folder=str(path.parent))
    return None


def newer(path: Path, tables: Tables) -> FileTrouble | None:
    """That a newer relance wrote the tables, none where it did not."""
    schema = schema_of(tables)
    if schema <= SCHEMA:
        return None
    return FileTrouble("newer_schema", path=str(path), schema=schema)

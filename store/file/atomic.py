"""Replacing a file as a whole: it is the old one or the new one, whatever happens in between."""

from pathlib import Path

from store.errors import trouble_of
from store.file.beside import clear_away, write_temporary
from store.file.port import Disk
from store.file.text import Text


def replace_file(disk: Disk, path: Path, text: Text) -> None:
    """Writes the text beside the file, then puts it in its place and returns when that is safe.

    Raises `FileTrouble`: `not_saved` when the old file is intact, `not_confirmed` when the new
    one is in place but may not survive a power cut.
    """
    try:
        temporary = write_temporary(disk, path, text).place
    except OSError as error:
        raise trouble_of("not_saved", path, error) from error
    try:
        disk.rename(temporary, path)
    except OSError as error:
        clear_away(disk, temporary)
        raise trouble_of("not_saved", path, error) from error
    confirm(disk, path)


def confirm(disk: Disk, path: Path) -> None:
    """Returns when the file's entry in its folder is safe; raises `FileTrouble`."""
    try:
        disk.sync_folder(path.parent)
    except OSError as error:
        raise trouble_of("not_confirmed", path, error) from error

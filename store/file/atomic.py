"""Replacing a file as a whole: it is the old one or the new one, whatever happens in between."""

from contextlib import suppress
from pathlib import Path

from store.errors import FileTrouble
from store.file.port import Disk


def replace_file(disk: Disk, path: Path, data: bytes) -> None:
    """Writes the data beside the file, then puts it in its place and returns when that is safe.

    Raises `FileTrouble`: `not_saved` when the old file is intact, `not_confirmed` when the new
    one is in place but may not survive a power cut.
    """
    try:
        temporary = _write_beside(disk, path, data)
    except OSError as error:
        raise _trouble("not_saved", path, error) from error
    try:
        disk.rename(temporary, path)
    except OSError as error:
        _clear_away(disk, temporary)
        raise _trouble("not_saved", path, error) from error
    confirm(disk, path)


def confirm(disk: Disk, path: Path) -> None:
    """Returns when the file's entry in its folder is safe; raises `FileTrouble`."""
    try:
        disk.sync_folder(path.parent)
    except OSError as error:
        raise _trouble("not_confirmed", path, error) from error


def _write_beside(disk: Disk, path: Path, data: bytes) -> Path:
    temporary, descriptor = disk.create_beside(path)
    try:
        try:
            disk.write(descriptor, data)
            disk.sync(descriptor)
        finally:
            disk.close(descriptor)
    except OSError:
        _clear_away(disk, temporary)
        raise
    return temporary


def _clear_away(disk: Disk, temporary: Path) -> None:
    """Removes the file where the disk still lets us; the trouble before that is what matters."""
    with suppress(OSError):
        disk.remove(temporary)


def _trouble(code: str, path: Path, error: OSError) -> FileTrouble:
    return FileTrouble(code, path=str(path), why=error.strerror or str(error))

"""Writing an export into a file: whole or not at all, and never over the tracker's own."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from store.errors import FileTrouble, InvalidValue, Refused

MODE = 0o600
"""Only for us: an export names clients. A file that is replaced keeps the mode it had."""


class OwnPlaces(NamedTuple):
    """Where the tracker's own files are, over which nothing is ever exported."""

    data_file: Path
    state_folder: Path | None = None
    """The folder of the backups; none where none are kept."""


def write_export(path: Path, text: str, *, own: OwnPlaces, force: bool = False) -> None:
    """Puts the text into the file at `path`, in UTF-8; a link there stays, its target is written.

    Raises `InvalidValue` for the tracker's `own` files and what is no plain file, `Refused` for an
    existing file unless `force`, and `FileTrouble` where it cannot be written; whatever is
    raised, the file is as it was.
    """
    if "\0" in str(path):
        raise InvalidValue("output", str(path), "nul")
    try:
        target = path.resolve()
        _check(path, target, own, force=force)
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else MODE
        replace_whole(target, text.encode(), mode)
    except (OSError, RuntimeError, UnicodeError) as error:  # a loop of links is a RuntimeError
        why = error.strerror if isinstance(error, OSError) else None
        raise FileTrouble("not_written", path=str(path), why=why or str(error)) from error


def _check(path: Path, target: Path, own: OwnPlaces, *, force: bool) -> None:
    """Raises what `write_export` raises before it writes."""
    data_file = own.data_file.resolve()
    if own.state_folder is not None and target.is_relative_to(own.state_folder.resolve()):
        raise InvalidValue("output", str(path), "is_among_the_backups")
    if _belongs_to(target, data_file):
        raise InvalidValue("output", str(path), "is_the_data_file", data_file=str(data_file))
    if target.is_dir():
        raise InvalidValue("output", str(path), "output_is_a_folder")
    if target.exists() and not target.is_file():
        raise InvalidValue("output", str(path), "output_is_not_a_file")
    if target.exists() and not force:
        raise Refused("file_exists", path=str(path))


def _belongs_to(target: Path, data_file: Path) -> bool:
    """Whether it is the data file, under whatever name, or one that the tracker keeps beside it."""
    if target == data_file or (target.exists() and _same_file(target, data_file)):
        return True
    beside = target.parent == data_file.parent
    return beside and target.name.startswith(f".{data_file.name}.")


def _same_file(target: Path, data_file: Path) -> bool:
    return data_file.exists() and target.samefile(data_file)


def replace_whole(target: Path, data: bytes, mode: int = MODE) -> None:
    """Writes beside the file, then renames; raises `OSError` and leaves nothing behind."""
    temporary = target.with_name(f".relance-{os.urandom(6).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(temporary, flags, MODE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

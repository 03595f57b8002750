"""Opening a file to read it: never a pipe, which may wait for ever, nor a device without an end."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from store.errors import FileTrouble


class NotPlainError(OSError):
    """What was to be read is a pipe, a socket or a device."""


def open_plain(path: Path) -> BinaryIO:
    """The file at the path, to be read; a link is followed.

    Raises `OSError`, at once: `IsADirectoryError` for a folder, `NotPlainError` for what is no
    plain file either.
    """
    _check(path, path.stat())  # to open a device may be to start it
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        _check(path, os.fstat(descriptor))  # it may have become a pipe since
        return os.fdopen(descriptor, "rb")
    except OSError:
        os.close(descriptor)
        raise


def trouble_of_reading(path: Path, error: OSError | ValueError) -> FileTrouble:
    """The error as one that a person can act on; a path with a NUL in it is a `ValueError`."""
    if isinstance(error, IsADirectoryError):
        return FileTrouble("is_a_folder", path=str(path))
    if isinstance(error, NotPlainError):
        return FileTrouble("is_no_file", path=str(path))
    why = error.strerror if isinstance(error, OSError) else None
    return FileTrouble("unreadable", path=str(path), why=why or str(error))


def _check(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(found.st_mode):
        raise NotPlainError(errno.EINVAL, "no plain file", str(path))

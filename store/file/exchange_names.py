"""Two ways of giving a file a name that Python's own `os` lacks: in exchange, and only if free.

They raise `OSError` with one of the numbers in `LACKING` where the system or the file system has
no such thing.
"""

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Any

LACKING = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)

_HERE = -100
"""AT_FDCWD: paths that are not absolute start from the working folder."""

_FREE, _EXCHANGE = (4, 2) if sys.platform == "darwin" else (1, 2)
"""RENAME_EXCL and RENAME_SWAP on macOS; RENAME_NOREPLACE and RENAME_EXCHANGE on Linux."""


def exchange_names(one: Path, other: Path) -> None:
    """Lets two files change names in one step; raises `OSError`."""
    _rename(one, other, _EXCHANGE)


def take_free_name(old: Path, new: Path) -> None:
    """Renames a file unless the name is taken; raises `OSError`, `FileExistsError` in that case."""
    _rename(old, new, _FREE)


def _rename(old: Path, new: Path, flag: int) -> None:
    rename, before = _system_call()
    paths = [part for path in (old, new) for part in (*before, os.fsencode(path))]
    if rename(*paths, ctypes.c_uint(flag)) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(old), None, str(new))


def _system_call() -> tuple[Any, tuple[int, ...]]:
    """The C library's function, and what goes before each path."""
    library = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            return library.renamex_np, ()
        return library.renameat2, (_HERE,)
    except AttributeError:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from None

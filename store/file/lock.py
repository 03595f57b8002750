"""One writer at a time: an exclusive lock on a side file that is never deleted.

The data file itself cannot carry the lock: it changes identity each time it is replaced.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import FileTrouble

PATIENCE = 5.0
"""How long to wait for another writer, in seconds."""


def lock_path(path: Path) -> Path:
    """The side file of a data file."""
    return path.with_name(f".{path.name}.lock")


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Holds the lock of the data file; raises `FileTrouble` when another keeps it too long."""
    from filelock import FileLock, Timeout  # slow to import, and reading needs no lock

    side = lock_path(path)
    if side.is_symlink():
        raise FileTrouble("lock_is_a_link", path=str(side))
    try:
        lock = FileLock(side, timeout=patience, mode=0o600)
        lock.acquire()
    except Timeout:
        raise FileTrouble("locked", path=str(path), seconds=int(patience)) from None
    except OSError as error:
        raise FileTrouble("not_saved", path=str(path), why=error.strerror or str(error)) from error
    try:
        yield
    finally:
        lock.release()

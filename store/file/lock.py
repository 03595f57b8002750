"""One writer at a time: an exclusive lock on a side file that is never deleted.

The data file itself cannot carry the lock: it changes identity each time it is replaced.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import FileTrouble, trouble_of
from store.file.port import Disk

PATIENCE = 5.0
"""How long to wait for another writer, in seconds."""


def lock_path(path: Path) -> Path:
    """The side file of a data file."""
    return path.with_name(f".{path.name}.lock")


@contextmanager
def locked(path: Path, patience: float = PATIENCE, disk: Disk | None = None) -> Iterator[None]:
    """Holds the lock of the data file.

    Raises `FileTrouble`: `locked` when another keeps it for `patience` seconds, saying who that
    may be; `lock_is_a_link` for a link in the side file's place, which we do not follow;
    `lock_is_no_file` for a pipe, a socket or a device there.
    """
    disk = disk or Disk()
    side = lock_path(path)
    if disk.is_link(side):
        raise FileTrouble("lock_is_a_link", path=str(side))
    if disk.is_odd(side):
        raise FileTrouble("lock_is_no_file", path=str(side))
    try:
        lock = disk.lock(side, patience)
        lock.__enter__()
    except TimeoutError:
        raise _kept(path, side, patience) from None
    except OSError as error:
        raise trouble_of("not_saved", path, error) from error
    try:
        yield
    finally:
        lock.__exit__(None, None, None)


def _kept(path: Path, side: Path, patience: float) -> FileTrouble:
    from store.file.holder import holder_of

    holder = holder_of(side)
    who = f" ({holder})" if holder else ""
    return FileTrouble("locked", path=str(path), seconds=int(patience), holder=who)

"""Reading the file that somebody wants to import, and not much more than can be imported of it."""

from pathlib import Path

from store.errors import FileTrouble
from store.exchange.decoding import LARGEST


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raises `FileTrouble`."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except IsADirectoryError as error:
        raise FileTrouble("is_a_folder", path=str(path)) from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        raise FileTrouble("unreadable", path=str(path), why=why or str(error)) from error

"""Reading the file that somebody wants to import, and not much more than can be imported of it."""

from pathlib import Path

from store.exchange.decoding import LARGEST
from store.plain_file import open_plain, trouble_of_reading


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raises `FileTrouble`."""
    try:
        with open_plain(path) as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise trouble_of_reading(path, error) from error

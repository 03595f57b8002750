"""The text of the configuration file, as it is to be read and as its lines are counted."""

import errno
import os
from pathlib import Path

from store.plain_file import open_plain

LARGEST = 1_000_000
"""The largest configuration that is read, in bytes."""


def read_source(path: Path) -> str:
    """The text of a plain file, without the mark of UTF-8 that some editors begin it with.

    Raises `OSError` for what is no plain file or over `LARGEST`, else `UnicodeDecodeError`.
    """
    with open_plain(path) as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")

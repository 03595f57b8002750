"""One version of the file, as it was read or is to be written."""

from typing import NamedTuple

from store.file.port import Version
from store.file.tables import Tables


class Edition(NamedTuple):
    """The text, the tables in it, and the version that it is on the disk, if it is there."""

    text: bytes
    tables: Tables
    version: Version | None
    is_ours: bool = False
    """Whether the text is byte for byte what we make of the tables."""


NO_FILE = Edition(b"", {}, None)

"""One version of the file, as it was read or is to be written."""

from typing import NamedTuple

from store.file.port import Version
from store.file.tables import Tables
from store.file.text import Text


class Edition(NamedTuple):
    """The text, the tables in it, and the version that it is on the disk, if it is there.

    `is_ours` says that the text is, byte for byte, what we would write for the tables.
    """

    text: Text
    tables: Tables
    version: Version | None
    is_ours: bool = False


NO_FILE = Edition(b"", {}, None)

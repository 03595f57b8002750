"""The mark of a record's last change."""

import msgspec

from store.records.ids import Id


class Stamp(msgspec.Struct, frozen=True, gc=False):
    """The file's revision at which a record last changed, and the machine that changed it."""

    revision: Id = 0
    machine: str = ""

"""What a merge gives back: the tables, and what had to give way in them."""

import msgspec

from store.file.row_value import Age
from store.file.tables import Row, Tables


class Lost(msgspec.Struct, frozen=True):
    """A field that two sides changed: the value kept, the value lost, and who wrote them last.

    `kept` and `lost` are JSON texts; `kept_by` and `lost_by` are revision and machine.
    """

    table: str
    id: int
    field: str
    kept: Row
    lost: Row
    kept_by: Age
    lost_by: Age


class Merged(msgspec.Struct, frozen=True):
    """The merged tables, with the losers in their history too, and the losers."""

    tables: Tables
    lost: tuple[Lost, ...] = ()

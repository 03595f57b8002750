"""The `_meta` table: the file's schema and revision, and tombstones of deleted records."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date

import msgspec

from store.errors import FileTrouble
from store.file.codec import fields_of, row_of
from store.file.tables import Row, Tables
from store.records.ids import Id, new_id
from store.records.stamp import Stamp

META = "_meta"
SCHEMA = 1
"""The version of the file's schema that this program writes."""

OWN = "1"
"""The document id of the file's own row."""

_KEPT = 366
"""How many days a tombstone is kept, so that a merge does not bring a deleted record back."""


class Meta(msgspec.Struct, frozen=True):
    """The file's schema, how often it was written, and the last number of recording."""

    schema: Id = SCHEMA
    revision: Id = 0
    seq: Id = 0


class Tombstone(msgspec.Struct, frozen=True):
    """A record was deleted: from which table, on which day, by which change."""

    deleted: str
    id: Id
    on: date
    changed: Stamp


Graves = Mapping[tuple[str, int], Tombstone | None]
"""By table and id, the tombstones to add, none where a record came back."""


def read_meta(tables: Tables) -> Meta:
    """The file's own row; defaults where it has none. Raises `FileTrouble` for a damaged one."""
    row = tables.get(META, {}).get(OWN, b"{}")
    try:
        return msgspec.json.decode(row, type=Meta)
    except msgspec.MsgspecError as error:
        raise FileTrouble("bad_record", table=META, id=OWN, why=str(error)) from error


def tombstones(rows: Mapping[str, Row]) -> Iterator[Tombstone]:
    """The tombstones among the table's rows."""
    for row in rows.values():
        with suppress(msgspec.MsgspecError):
            yield msgspec.json.decode(row, type=Tombstone)


def next_meta(rows: Mapping[str, Row], meta: Meta, graves: Graves, today: date) -> dict[str, Row]:
    """The table's next rows. Rows that are neither ours nor a tombstone stay."""
    own = fields_of(rows.get(OWN, b"{}")) | fields_of(msgspec.json.encode(meta))
    others = {key: row for key, row in rows.items() if key != OWN}
    kept = {key: row for key, row in others.items() if not _goes(row, graves, today)}
    for tombstone in graves.values():
        if tombstone is not None:
            kept[_free_key(kept)] = msgspec.json.encode(tombstone)
    return {OWN: row_of(own)} | kept


def _goes(row: Row, graves: Graves, today: date) -> bool:
    """Whether the row is a tombstone that is old, or of a record that came back."""
    try:
        tombstone = msgspec.json.decode(row, type=Tombstone)
    except msgspec.ValidationError:
        return False
    return (tombstone.deleted, tombstone.id) in graves or (today - tombstone.on).days > _KEPT


def _free_key(rows: Mapping[str, Row]) -> str:
    return str(new_id({int(key) for key in (OWN, *rows)}))

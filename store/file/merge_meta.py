"""The `_meta` tables of two sides: the higher counters, and every tombstone that still holds."""

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

import msgspec

from store.file.codec import fields_of, row_of
from store.file.given_id import given_id
from store.file.merge_row import Versions, merge_rows
from store.file.merge_table import Rows, TableVersions, merge_table
from store.file.meta import META, OWN, Tombstone
from store.file.row_value import age_of
from store.file.tables import Row, Tables
from store.records.ids import Id

Place = tuple[str, int]
"""Table and id of a record."""


class _Counters(msgspec.Struct, frozen=True):
    schema: Id = 0
    revision: Id = 0
    seq: Id = 0


class Grave(NamedTuple):
    """A tombstone in its row of `_meta`."""

    key: str
    row: Row
    stone: Tombstone


def graves(ours: Tables, theirs: Tables) -> Mapping[Place, Grave]:
    """Of every record that a side has buried, and has not, the newest tombstone."""
    found: dict[Place, Grave] = {}
    for grave in (*_graves(ours), *_graves(theirs)):
        place = (grave.stone.deleted, grave.stone.id)
        found[place] = max(found.get(place, grave), grave, key=_rank)
    return found


def merge_meta(
    versions: TableVersions, stones: Mapping[Place, Grave], alive: Container[Place]
) -> dict[str, Row]:
    """The merged table; a record that is alive has no tombstone."""
    others = TableVersions(*(_without(rows) for rows in versions))
    merged = merge_table(META, others, {}, lambda *_: None).rows
    for place, grave in sorted(stones.items()):
        if place not in alive:
            taken = (OWN, *merged)
            key = grave.key if grave.key not in taken else given_id(taken, *place)
            merged[key] = grave.row
    own = _own(versions)
    return merged if own is None else {OWN: own} | merged


def _own(versions: TableVersions) -> Row | None:
    base, ours, theirs = (rows.get(OWN) for rows in versions)
    if ours is None or theirs is None:
        return ours or theirs
    row, _ = merge_rows(META, OWN, Versions(base, ours, theirs))
    sides = [_counters(side) for side in (ours, theirs)]
    highest = {name: max(side[name] for side in sides) for name in sides[0]}
    given = {name: number for name, number in highest.items() if number}
    fields = fields_of(row)
    merged = fields | fields_of(msgspec.json.encode(given))
    return row if merged == fields else row_of(merged)


def _counters(row: Row) -> dict[str, int]:
    try:
        counters = msgspec.json.decode(row, type=_Counters)
    except msgspec.ValidationError:
        counters = _Counters()
    return msgspec.structs.asdict(counters)


def _rank(grave: Grave) -> tuple[object, ...]:
    return (age_of(grave.stone.changed), grave.stone.on, int(grave.key), bytes(grave.row))


def _graves(tables: Tables) -> Iterator[Grave]:
    for key, row in tables.get(META, {}).items():
        stone = _stone(key, row)
        if stone is not None and str(stone.id) not in tables.get(stone.deleted, {}):
            yield Grave(key, row, stone)


def _stone(key: str, row: Row) -> Tombstone | None:
    try:
        return None if key == OWN else msgspec.json.decode(row, type=Tombstone)
    except msgspec.ValidationError:
        return None


def _without(rows: Rows) -> dict[str, Row]:
    """The rows that are neither ours nor tombstones."""
    return {key: row for key, row in rows.items() if key != OWN and _stone(key, row) is None}

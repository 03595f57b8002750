"""Versions of the file brought to one schema, so that they can be merged.

Versions of one schema stay as they are: what they become is migrated as a whole, later.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from store.file.codec import KIND_OF, Fields, row_of
from store.file.meta import SCHEMA
from store.file.row_value import read_fields
from store.file.schema import migrated, schema_of
from store.file.tables import Row, Tables

_GIVEN = ("ref", "seq")
"""Fields that a migration makes up: one quote must not get two refs because two sides migrate."""


def level(
    base: Tables | None, ours: Tables, theirs: Tables
) -> tuple[Tables | None, Tables, Tables]:
    """The common ancestor, if it is known, and both sides, all in one schema.

    Raises `FileTrouble` for a damaged `_meta` and a row that is no record.
    """
    versions = [each for each in (base, ours, theirs) if each and any(each.values())]
    schemas = {schema_of(version) for version in versions}
    if len(schemas) < 2:
        return base, ours, theirs
    newest = [each for each in versions if schema_of(each) == max(schemas)]
    known = None if base is None else _raised(base, newest)
    return known, _raised(ours, newest), _raised(theirs, newest)


def _raised(tables: Tables, newest: Sequence[Tables]) -> Tables:
    """The tables in today's schema, with what was made up for their records before."""
    if schema_of(tables) >= SCHEMA:
        return tables
    records = {
        name: {
            key: _with_given(read_fields(name, key, row), row, [*_same(name, key, newest)])
            for key, row in rows.items()
        }
        for name, rows in tables.items()
        if name in KIND_OF
    }
    return migrated({**tables, **records})


def _same(table: str, key: str, newest: Sequence[Tables]) -> Iterator[Fields]:
    for tables in newest:
        row = tables.get(table, {}).get(key)
        if row is not None:
            yield read_fields(table, key, row)


def _with_given(fields: Fields, row: Row, newer: Sequence[Fields]) -> Row:
    """The row, with what the newer ones agree on and it lacks."""
    given = {
        name: values.pop()
        for name in _GIVEN
        if len(values := {bytes(each[name]) for each in newer if name in each}) == 1
    }
    lacking = {name: value for name, value in given.items() if name not in fields}
    return _composed(fields, lacking) if lacking else row


def _composed(fields: Fields, given: Mapping[str, bytes]) -> Row:
    return row_of({**fields, **{name: msgspec.Raw(value) for name, value in given.items()}})

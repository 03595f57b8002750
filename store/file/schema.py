"""Which schema a file has, and what of it this program can read.

An older one is brought to today's by the steps of `migrations`; a newer one is left as it is.
"""

from collections.abc import Mapping
from contextlib import suppress

from store.errors import FileTrouble
from store.file.codec import KIND_OF, TABLE_OF, read_record
from store.file.meta import META, OWN, SCHEMA, read_meta
from store.file.tables import Row, Tables
from store.records.edit import Record


def schema_of(tables: Tables) -> int:
    """The schema of the tables: 0 where records stand without a word about it."""
    if OWN not in tables.get(META, {}) and any(tables.get(name) for name in KIND_OF):
        return 0
    return read_meta(tables).schema


def migrated(tables: Tables) -> Tables:
    """The tables in today's schema, the same object where they are; newer ones stay too."""
    schema = schema_of(tables)
    if schema >= SCHEMA:
        return tables
    from store.file.migrations import STEPS  # few files are old

    for step in STEPS[schema:SCHEMA]:
        tables = step(tables)
    return tables


def readable(tables: Tables, name: str) -> Mapping[str, Record]:
    """The records of a table that can be read, by key, in the order of their ids."""
    kind = next(kind for kind, table in TABLE_OF.items() if table == name)
    records: dict[str, Record] = {}
    rows = tables.get(name, {})
    for key in sorted(rows, key=int):
        with suppress(FileTrouble):
            records[key] = read_record(kind, key, rows[key])
    return records


def readable_rows(tables: Tables) -> dict[str, dict[str, Row]]:
    """The records' rows that this program can read: what a newer schema has beyond is left out."""
    return {
        name: {key: tables[name][key] for key in readable(tables, name)}
        for name in KIND_OF
        if name in tables
    }

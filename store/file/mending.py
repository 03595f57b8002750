"""Putting tables together from what was saved of a file and from a backup; pure functions."""

from collections.abc import Iterator, Mapping

import msgspec

from store.errors import FileTrouble
from store.file.codec import KIND_OF, fields_of, row_of
from store.file.meta import META, Meta, Tombstone, read_meta
from store.file.salvage import Salvage, is_good, revision_of
from store.file.schema import schema_of
from store.file.tables import Row, Tables

_OWN = "1"


def joined(old: Tables, saved: Salvage) -> Tables:
    """What was saved, and from the backup `old` what was lost and can be read there.

    What was deleted stays so.
    """
    deleted = set(_deleted(saved.tables))
    tables = {name: dict(rows) for name, rows in saved.tables.items()}
    for name, rows in old.items():
        mended = tables.setdefault(name, {})
        for key, row in rows.items():
            is_lost = not saved.whole or (name, key) in saved.lost
            if is_lost and (name, key) not in deleted and is_good(name, key, row):
                mended.setdefault(key, row)
    return tables


def following(before: Tables | None, tables: Tables) -> Tables:
    """The tables with a revision after that of `before`, so that no reader takes them for old.

    Their schema stays: what an older file gets is brought on by its migration.
    """
    if before is None:
        return tables
    now, then = _meta(tables), _meta(before)
    revision = max(now.revision, then.revision, _newest_stamp(before), _newest_stamp(tables)) + 1
    seq = max(now.seq, then.seq)
    rows = dict(tables.get(META, {}))
    own = msgspec.json.encode(
        Meta(now.schema if _OWN in rows else schema_of(tables), revision, seq)
    )
    rows[_OWN] = row_of(fields_of(rows.get(_OWN, b"{}")) | fields_of(own))
    return {**tables, META: rows}


def same(one: Tables, other: Tables) -> bool:
    """Whether the tables hold the same, whatever their revision."""
    names = {*one, *other} - {META}
    return all(_plain(one.get(name, {})) == _plain(other.get(name, {})) for name in names)


def lacking(backup: Tables, saved: Tables) -> dict[str, int]:
    """By table, how many of the saved records the backup has not, or has as they were before."""
    counts = {}
    for name in KIND_OF:
        known = _plain(backup.get(name, {}))
        rows = _plain(saved.get(name, {}))
        counts[name] = sum(known.get(key) != row for key, row in rows.items())
    return {name: count for name, count in counts.items() if count}


def _plain(rows: Mapping[str, Row]) -> dict[str, bytes]:
    """The rows as bytes, in one and the same writing."""
    return {key: msgspec.json.format(bytes(row), indent=-1) for key, row in rows.items()}


def _deleted(tables: Tables) -> Iterator[tuple[str, str]]:
    """The table and id of every record that has a tombstone."""
    for row in tables.get(META, {}).values():
        try:
            tombstone = msgspec.json.decode(row, type=Tombstone)
        except msgspec.MsgspecError:
            continue
        yield tombstone.deleted, str(tombstone.id)


def _newest_stamp(tables: Tables) -> int:
    """The highest revision in the records' own stamps, for where the file's row was lost."""
    return max(
        (revision_of(row) for name in KIND_OF for row in tables.get(name, {}).values()), default=0
    )


def _meta(tables: Tables) -> Meta:
    try:
        return read_meta(tables)
    except FileTrouble:
        return Meta()

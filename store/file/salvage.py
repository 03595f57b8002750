"""What can be saved of a text that is damaged: every row that still parses, table by table.

Rows are looked for one by one, wherever they stand, so that a cut, a hole or junk costs only the
rows it touches. Where a row is there twice, the one that was changed later counts.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from store.errors import FileTrouble
from store.file.codec import KIND_OF, read_record
from store.file.history import HISTORY, read_history
from store.file.meta import META, read_meta
from store.file.migrations import migrated
from store.file.tables import Row, Tables, parse
from store.records.stamp import Stamp

_HEAD = re.compile(
    r'"(?:(?P<table>leads|quotes|follow_ups|incidents|history|_meta)|(?P<id>0|[1-9]\d{0,17}))"'
    r"\s*:\s*(?=\{)",
    re.ASCII,
)
_SCANNER = json.JSONDecoder(parse_int=str, parse_float=str)


class Salvage(NamedTuple):
    """The rows that can be read, and the table and id of those that cannot.

    `whole` tells that the text itself is sound: what is not in it was not lost by damage.
    """

    tables: Tables
    lost: frozenset[tuple[str, str]]
    whole: bool

    def count(self, table: str) -> int:
        """How many rows of the table can be saved."""
        return len(self.tables.get(table, {}))


class _Stamped(msgspec.Struct):
    changed: Stamp = Stamp()


def salvage(text: bytes) -> Salvage:
    """What can be saved of the text, in today's schema."""
    try:
        found, whole = _every_row(parse(text)), True
    except ValueError:
        found, whole = _scan(_decoded(text)), False
    good: dict[str, dict[str, Row]] = {}
    lost: set[tuple[str, str]] = set()
    for table, key, row in found:
        if row is None or not _is_good(table, key, row):
            lost.add((table, key))
        elif _is_newer(row, good.get(table, {}).get(key)):
            good.setdefault(table, {})[key] = row
    still_lost = {(table, key) for table, key in lost if key not in good.get(table, {})}
    return Salvage(migrated(good), frozenset(still_lost), whole)


def _every_row(tables: Tables) -> Iterator[tuple[str, str, Row | None]]:
    for table, rows in tables.items():
        for key, row in rows.items():
            yield table, key, row


def _scan(text: str) -> Iterator[tuple[str, str, Row | None]]:
    """The rows in the text, none for one that does not parse."""
    table, position = "", 0
    while match := _HEAD.search(text, position):
        position = match.end()
        if match["table"]:
            table = match["table"]
        elif table:
            row, position = _row(text, position)
            yield table, match["id"], row


def _row(text: str, start: int) -> tuple[Row | None, int]:
    """The row that starts there, and where to look on."""
    try:
        _value, end = _SCANNER.raw_decode(text, start)
        return text[start:end].encode(), end
    except (ValueError, RecursionError):
        return None, start


def _decoded(text: bytes) -> str:
    """The text; bytes that are none become halves of characters, which no row may hold."""
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return text.decode("utf-16", "surrogatepass")
    return text.decode("utf-8", "surrogateescape")


def _is_good(table: str, key: str, row: Row) -> bool:
    try:
        for name, kind in KIND_OF.items():
            if name == table:
                read_record(kind, key, row)
        if table == HISTORY:
            read_history({key: row})
        elif table == META:
            read_meta({META: {key: row}})
        bytes(row).decode()
        msgspec.json.decode(row, type=dict[str, msgspec.Raw])
    except (FileTrouble, ValueError, RecursionError):
        return False
    return True


def _is_newer(row: Row, known: Row | None) -> bool:
    return known is None or revision_of(row) >= revision_of(known)


def revision_of(row: Row) -> int:
    """The revision in a record's own stamp, 0 where it has none."""
    try:
        return msgspec.json.decode(row, type=_Stamped).changed.revision
    except msgspec.MsgspecError:
        return 0

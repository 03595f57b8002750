"""What can be saved of a text that is damaged: every row that still parses, table by table.

Rows are looked for one by one, wherever they stand, so that a cut, a hole or junk costs only the
rows it touches. Where a row is there twice, the one that was changed later counts.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

import msgspec

from store.errors import FileTrouble
from store.file.codec import KIND_OF, read_record
from store.file.conflict_markers import Sides, has_markers, split
from store.file.duplicates import keep_duplicates
from store.file.history import HISTORY, read_history
from store.file.level import level
from store.file.merge import merge
from store.file.meta import META, read_meta
from store.file.schema import migrated
from store.file.tables import Row, Tables, has_no_bottom, parse
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
    """What can be saved of the text, in today's schema.

    What stands twice in a sound text is kept twice; of a text with git's conflict markers each
    side is saved by itself, and what was saved is merged.
    """
    sides = _sides(text)
    saved = _saved(text) if sides is None else _united(sides)
    return saved._replace(tables=migrated(saved.tables))


def _sides(text: bytes) -> Sides | None:
    try:
        return split(text) if has_markers(text) else None
    except ValueError:
        return None


def _united(sides: Sides) -> Salvage:
    """What the sides make of what was saved of them; a row that one lost is as the other has it."""
    ours, theirs = _saved(sides.ours), _saved(sides.theirs)
    base = None if sides.base is None or has_markers(sides.base) else _saved(sides.base)
    whole = ours.whole and theirs.whole
    known = base.tables if base and base.whole and whole else None
    spare = () if known is None else (known,)
    versions = level(
        known,
        _filled(ours, theirs.tables, *spare),
        _filled(theirs, ours.tables, *spare),
    )
    saved = _good(_every_row(merge(*versions).tables), whole=whole)
    lost = {*ours.lost, *theirs.lost, *saved.lost}
    kept = {(table, key) for table, rows in saved.tables.items() for key in rows}
    return saved._replace(lost=frozenset(lost - kept))


def _filled(side: Salvage, *others: Tables) -> Tables:
    """The side's rows, with those that it lost as the first of the others has them."""
    tables = {name: dict(rows) for name, rows in side.tables.items()}
    for table, key in side.lost:
        row = next((rows[key] for each in others if key in (rows := each.get(table, {}))), None)
        if row is not None:
            tables.setdefault(table, {})[key] = row
    return tables


def _saved(text: bytes) -> Salvage:
    """What can be saved of a text without markers, in its own schema."""
    try:
        tables = parse(text)
    except ValueError:
        return _good(_scan(_decoded(text)), whole=False)
    with suppress(ValueError, FileTrouble):  # then it has what a reader of JSON sees
        tables = keep_duplicates(text, tables)
    return _good(_every_row(tables), whole=True)


def _good(found: Iterable[tuple[str, str, Row | None]], *, whole: bool) -> Salvage:
    """The rows that can be read."""
    good: dict[str, dict[str, Row]] = {}
    lost: set[tuple[str, str]] = set()
    for table, key, row in found:
        if row is None or not is_good(table, key, row):
            lost.add((table, key))
        elif _is_newer(row, good.get(table, {}).get(key)):
            good.setdefault(table, {})[key] = row
    still_lost = {(table, key) for table, key in lost if key not in good.get(table, {})}
    return Salvage(good, frozenset(still_lost), whole)


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


def is_good(table: str, key: str, row: Row) -> bool:
    """Whether the row can be read, as a record where it is in a table of records."""
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
    return not has_no_bottom(table, row)


def _is_newer(row: Row, known: Row | None) -> bool:
    return known is None or revision_of(row) >= revision_of(known)


def revision_of(row: Row) -> int:
    """The revision in a record's own stamp, 0 where it has none."""
    try:
        return msgspec.json.decode(row, type=_Stamped).changed.revision
    except msgspec.MsgspecError:
        return 0

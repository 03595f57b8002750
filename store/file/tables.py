"""The text of the file: TinyDB's tables, one record a line, so that `git diff` shows a change.

Records stay raw JSON until somebody reads them, so that what we do not know is kept word for word.
"""

import re
from collections.abc import Iterable, Mapping, Sized
from typing import Literal

import msgspec

from store.file.nesting import DEEPEST, is_too_deep

Row = msgspec.Raw | bytes
"""One record as JSON text."""

TableName = Literal["leads", "quotes", "follow_ups", "incidents"]
"""The tables that hold records."""

SELDOM: tuple[TableName, ...] = ("incidents",)
"""Tables that stand in the file only where they hold something."""

Tables = Mapping[str, Mapping[str, Row]]
"""Rows by table name and document id."""

_INSIDE = 10
"""How much deeper the history may be, in which records stand."""

_DOCUMENT_ID = re.compile("0|[1-9][0-9]{0,17}")
_PARSER = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])


def parse(text: bytes) -> Tables:
    """The tables in the text; raises `ValueError` for what stock TinyDB could not have written."""
    if not text:
        return {}
    try:
        tables = _PARSER.decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    text.decode()  # rows that stay raw were not looked into
    for name, rows in tables.items():
        for document_id, row in rows.items():
            if not _DOCUMENT_ID.fullmatch(document_id):
                raise ValueError(f"{name} has the document id {document_id[:40]!r}")
            if has_no_bottom(name, row):
                raise ValueError("nested too deeply")
    return tables


def has_no_bottom(table: str, row: Row) -> bool:
    """Whether the row is nested so deep that it counts as damage."""
    return is_too_deep(bytes(row), DEEPEST + (_INSIDE if table == "history" else 0))


def compose(tables: Tables) -> bytes:
    """The text of the tables."""
    return b"{\n%b\n}\n" % b",\n".join(map(_table_text, tables.items()))


def _table_text(table: tuple[str, Mapping[str, Row]]) -> bytes:
    name, rows = table
    head = head_of(name, rows)
    return b"%b%b\n}" % (head, lines_of(rows.items())) if rows else head


def head_of(name: str, rows: Sized) -> bytes:
    """How the text of a table begins; where it has no rows, that is all of it."""
    return b"%b: {%b" % (msgspec.json.encode(name), b"\n" if rows else b"}")


def lines_of(rows: Iterable[tuple[str, Row]]) -> bytes:
    """The lines of rows that follow one another in a table."""
    return b",\n".join(line_of(document_id, row) for document_id, row in rows)


def line_of(document_id: str, row: Row) -> bytes:
    """The row word for word; one that another program wrote on several lines is drawn together."""
    text = bytes(row)
    one_line = msgspec.json.format(text, indent=-1) if b"\n" in text else text
    return b'"%b": %b' % (document_id.encode(), one_line)

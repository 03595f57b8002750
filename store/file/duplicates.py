"""One id or one key twice in a file that somebody edited by hand (FAULTS 23).

Readers of JSON keep one of the two and drop the other in silence. Here the first stays what it was
and the second is kept beside it: a record under a new id, a value under a new name.
"""

import json
from collections.abc import Mapping

import msgspec

from store.file.given_id import given_id
from store.file.history import DUPLICATE, Change
from store.file.remarks import remark, with_remarks
from store.file.row_value import same
from store.file.subject import subject_of
from store.file.tables import Row, Tables, compose

_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)


def keep_duplicates(text: bytes, tables: Tables) -> Tables:
    """The tables of a text, of which `tables` lack what stands twice.

    What was found is told in their history. Raises `ValueError` for a text nested too deeply.
    """
    if not tables or _is_ours(text, tables):
        return tables
    try:
        reading = _Reading()
        found = reading.tables(text.decode())
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return with_remarks(found, reading.remarks(found)) if reading.second else tables


def _is_ours(text: bytes, tables: Tables) -> bool:
    """Whether the text is what we would write, in which nothing can stand twice."""
    if compose(tables) != text:
        return False
    rows = (row for table in tables.values() for row in table.values())
    return all(_again(row) == bytes(row) for row in rows)


def _again(row: Row) -> bytes:
    try:
        return msgspec.json.encode(msgspec.json.decode(row))
    except msgspec.MsgspecError:  # a number that is too large
        return b""


class _Reading:
    """Reads a text word for word and collects what stands twice."""

    def __init__(self) -> None:
        self.second: list[tuple[str, int, str, str]] = []
        """Table, id, the key that stands twice, and the new id or name."""

    def tables(self, text: str) -> Tables:
        """Every row, those that stand twice too."""
        tables: dict[str, dict[str, Row]] = {}
        for name, rows in _members(text):
            table = tables.setdefault(name, {})
            taken = {key for key, _ in _members(rows)}
            for key, row in _members(rows):
                self._add(name, table, taken, (key, self._row(name, key, row)))
        return tables

    def remarks(self, tables: Tables) -> list[Change]:
        """What was found, for the history."""
        return [
            remark(
                DUPLICATE, subject_of(tables, table, number), each, field=key, kept=new, table=table
            )
            for table, number, key, new in self.second
            for each in [(table, number, key, new)]
        ]

    def _add(
        self, name: str, table: dict[str, Row], taken: set[str], entry: tuple[str, Row]
    ) -> None:
        key, row = entry
        if key not in table:
            table[key] = row
        elif not same(table[key], row):
            new = given_id({*taken, *table}, name, key, bytes(row))
            table[new] = _with_id(row, new)
            self.second.append((name, int(new), f"id {key}", new))

    def _row(self, table: str, key: str, row: str) -> Row:
        """The row, in which no name stands twice."""
        members = _members(row) if row.startswith("{") else []
        fields: dict[str, Row] = {}
        for name, value in members:
            text = value.encode()
            if name not in fields:
                fields[name] = text
            elif not same(fields[name], text):
                new = _free_name(name, fields)
                fields[new] = text
                self.second.append((table, int(key), name, new))
        is_plain = [*fields] == [name for name, _ in members]
        return row.encode() if is_plain else _composed(fields)


def _members(text: str) -> list[tuple[str, str]]:
    """The names of a JSON object and the texts of their values, also those that stand twice."""
    members = []
    at = _after_space(text, text.index("{") + 1)
    while text[at] != "}":
        name, end = _DECODER.raw_decode(text, at)
        at = _after_space(text, _after_space(text, end) + 1)
        _, end = _DECODER.raw_decode(text, at)
        members.append((name, text[at:end]))
        at = _after_space(text, end)
        if text[at] == ",":
            at = _after_space(text, at + 1)
    return members


def _after_space(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at


def _free_name(name: str, fields: Mapping[str, Row]) -> str:
    number = 2
    while f"{name} ({number})" in fields:
        number += 1
    return f"{name} ({number})"


def _composed(fields: Mapping[str, Row]) -> Row:
    raws = {name: msgspec.Raw(bytes(value)) for name, value in fields.items()}
    return msgspec.json.encode(raws)


def _with_id(row: Row, new: str) -> Row:
    fields = dict(_members(bytes(row).decode())) if bytes(row).startswith(b"{") else {}
    if "id" not in fields:
        return row
    return _composed({name: value.encode() for name, value in (fields | {"id": new}).items()})

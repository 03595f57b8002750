"""One id or one key twice in a file that somebody edited by hand (FAULTS 23).

Readers of JSON keep one of the two and drop the other in silence. Here the first stays what it was
and the second is kept beside it: a record under a new id, a value under a new name.
"""

from collections.abc import Mapping, Set

import msgspec

from store.file.given_id import given_id
from store.file.history import DUPLICATE, Change
from store.file.json_text import elements, has_doubles, members
from store.file.remarks import remark, with_remarks
from store.file.row_value import same
from store.file.subject import subject_of
from store.file.tables import Row, Tables


def keep_duplicates(text: bytes, tables: Tables) -> Tables:
    """The tables of any text, of which `tables` lack what stands twice.

    What was found is told in their history. Raises `ValueError` for a text nested too deeply.
    """
    try:
        whole = text.decode()
        if not has_doubles(whole):
            return tables
        reading = _Reading()
        found = reading.tables(whole)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return with_remarks(found, reading.remarks(found)) if reading.second else tables


class _Reading:
    """Reads a text word for word and collects what stands twice."""

    def __init__(self) -> None:
        self.second: list[tuple[str, int, str, str]] = []
        """Table, id, the key that stands twice, and the new id or name."""

    def tables(self, text: str) -> Tables:
        """Every row, those that stand twice too."""
        tables: dict[str, dict[str, Row]] = {}
        for name, rows in members(text):
            table = tables.setdefault(name, {})
            entries = members(rows)
            taken = {key for key, _ in entries}
            for key, row in entries:
                self._add(name, table, taken, (key, self._kept((name, int(key)), "", row)))
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

    def _kept(self, place: tuple[str, int], path: str, text: str) -> Row:
        """The value in which no name stands twice, however deep; `path` leads to it in its row."""
        if not has_doubles(text):
            return text.encode()
        if text.startswith("{"):
            return self._object(place, path, members(text))
        values = enumerate(elements(text), start=1)
        return b"[%b]" % b",".join(
            bytes(self._kept(place, f"{path}[{n}]", value)) for n, value in values
        )

    def _object(self, place: tuple[str, int], path: str, entries: list[tuple[str, str]]) -> Row:
        fields: dict[str, Row] = {}
        names = {name for name, _ in entries}
        for name, text in entries:
            inner = f"{path}.{name}" if path else name
            value = self._kept(place, inner, text)
            if name not in fields:
                fields[name] = value
            elif not same(fields[name], value):
                new = _free_name(name, {*names, *fields})
                fields[new] = value
                self.second.append((*place, inner, new))
        return _composed(fields)


def _free_name(name: str, taken: Set[str]) -> str:
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"


def _composed(fields: Mapping[str, Row]) -> Row:
    raws = {name: msgspec.Raw(bytes(value)) for name, value in fields.items()}
    return msgspec.json.encode(raws)


def _with_id(row: Row, new: str) -> Row:
    fields = dict(members(bytes(row).decode())) if bytes(row).startswith(b"{") else {}
    if "id" not in fields:
        return row
    return _composed({name: value.encode() for name, value in (fields | {"id": new}).items()})

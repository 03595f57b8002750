"""A shape: which column holds which field, which words mean what, and which rows make a quote."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from store.exchange.cells import CellReader, Words, plain
from store.exchange.problem import Problem
from store.exchange.table import Row
from store.records.words import Channel, Status


@dataclass(frozen=True)
class Entry:
    """What one quote has in the file: its first line, and its cells by field.

    `amount` is its total where the file has none and it was reckoned up.
    """

    line: int
    cells: Mapping[str, str]
    amount: Decimal | None = None


@dataclass(frozen=True)
class Scattered:
    """The rows below a header, with what finding entries in them needs."""

    rows: Iterable[Row | Problem]
    fields: Sequence[str]
    """The field in each column, empty for a column that is not read."""
    reader: CellReader

    def cells(self, row: Row) -> dict[str, str]:
        """The cells of a row by field; of a field that stands twice, the first."""
        return dict(zip(reversed(self.fields), reversed(row.cells), strict=True))


Gather = Callable[[Scattered], Iterator[Entry | Problem]]
"""Finds the entries; every row is in an entry or a problem."""


def one_a_row(scattered: Scattered) -> Iterator[Entry | Problem]:
    """Every row is a quote."""
    for row in scattered.rows:
        yield row if isinstance(row, Problem) else Entry(row.line, scattered.cells(row))


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How one program lays quotes out in rows; `store.exchange.quote_reading` has the fields."""

    name: str
    columns: Mapping[str, str]
    """The columns, which may stand in any order, and the field that each of them holds."""
    optional: frozenset[str] = frozenset()
    """Columns without which a file is of this shape too."""
    statuses: Words[Status] = field(default_factory=lambda: Words({}))
    channels: Words[Channel] = field(default_factory=lambda: Words({}))
    gather: Gather = one_a_row
    needs_title: bool = False
    """Whether a quote without a title is a problem; else its ref is its title."""
    needs_ref: bool = True
    mends_deadline: bool = False
    """Whether a deadline before the day of sending gives way to the usual validity."""

    def recognises(self, header: Sequence[str]) -> bool:
        """Whether every column is there that must be."""
        there = {plain(cell) for cell in header}
        return {plain(name) for name in self.columns if name not in self.optional} <= there

    def fields(self, header: Sequence[str]) -> list[str]:
        """The field in each column of the header, empty for one that is not read."""
        known = {plain(column): name for column, name in self.columns.items()}
        return [known.get(plain(cell), "") for cell in header]

    def unread(self, header: Sequence[str]) -> tuple[str, ...]:
        """The columns that are not read."""
        fields = self.fields(header)
        return tuple(cell for cell, name in zip(header, fields, strict=True) if cell and not name)

    def column_of(self, name: str) -> str:
        """The file's own name for the field; empty where it has none."""
        return next((column for column, each in self.columns.items() if each == name), "")

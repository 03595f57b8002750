"""The rows of a file of separated values. A row that is broken does not take others with it."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from store.errors import InvalidValue
from store.exchange.decoding import LARGEST
from store.exchange.problem import Problem

DELIMITERS = ";,\t|"
"""The signs that may stand between two cells."""

_SAMPLE = 30
_SHOWN = 40


@dataclass(frozen=True)
class Row:
    """The cells of a row that begins on the line `line`, counted from 1."""

    line: int
    cells: tuple[str, ...]


def delimiter_of(text: str) -> str:
    """The sign between the cells: the one that makes the most cells in rows of one width."""
    sample = list(islice(io.StringIO(text, newline=""), _SAMPLE))

    def cells(delimiter: str) -> int:
        widths = Counter(map(len, csv.reader(sample, delimiter=delimiter)))
        return max((width * rows for width, rows in widths.items() if width > 1), default=0)

    csv.field_size_limit(LARGEST)
    try:
        return max(DELIMITERS, key=cells)
    except csv.Error:
        return max(DELIMITERS, key="".join(sample[:1]).count)


def read_rows(text: str, delimiter: str) -> Iterator[Row | Problem]:
    """The rows that are not empty, as wide as they are, and a problem for each that is none.

    After a row whose quotation marks do not match, reading goes on with its second line: what
    seemed to be quoted may be rows.
    """
    lines = list(io.StringIO(text, newline=""))
    csv.field_size_limit(LARGEST)  # a cell that is too long is for its field's reader to refuse
    first = 0
    while first < len(lines):
        reader = csv.reader(lines[first:], delimiter=delimiter, strict=True)
        start = first
        try:
            for cells in reader:
                if any(map(str.strip, cells)):
                    yield Row(start + 1, tuple(cells))
                start = first + reader.line_num
            return
        except csv.Error:
            yield _problem(start, lines[start].rstrip(), "broken_quotes")
            first = start + 1


def aligned(rows: Iterable[Row | Problem], width: int) -> Iterator[Row | Problem]:
    """The rows, each of that many cells; one that has fewer, or says something beyond, is none."""
    for row in rows:
        if isinstance(row, Problem) or len(row.cells) == width:
            yield row
        elif len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
            counts = {"cells": len(row.cells), "expected": width}
            yield _problem(row.line - 1, " ".join(row.cells), "wrong_cells", **counts)
        else:
            yield Row(row.line, row.cells[:width])


def _problem(start: int, text: str, code: str, **counts: int) -> Problem:
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return Problem(start + 1, InvalidValue("row", shown, code, **counts))

"""The rows of a file of separated values. A row that is broken does not take others with it."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.errors import InvalidValue
from store.exchange.decoding import LARGEST
from store.exchange.imported import Problem

_SEPARATORS = ";,\t"
_SHOWN = 40


@dataclass(frozen=True)
class Row:
    """The cells of a row that begins on the line `line`, counted from 1."""

    line: int
    cells: tuple[str, ...]


def read_rows(text: str) -> Iterator[Row | Problem]:
    """The rows that are not empty, each as wide as the first one; others are problems.

    The separator is the one that the first line has most of. After a row whose quotation marks
    do not match, reading goes on with its second line: what seemed to be quoted may be rows.
    """
    lines = list(io.StringIO(text, newline=""))
    separator = max(_SEPARATORS, key=lines[0].count) if lines else ""
    csv.field_size_limit(LARGEST)  # a cell that is too long is for its field's reader to refuse
    start, width = 0, 0
    while start < len(lines):
        reader = csv.reader(_from(lines, start), delimiter=separator, strict=True)
        try:
            cells = next(reader)
        except csv.Error:
            yield _problem(start, lines[start].rstrip(), "broken_quotes")
            start += 1
            continue
        if any(cell.strip() for cell in cells):
            width = width or len(cells)
            yield _row(start, cells, width)
        start += reader.line_num


def _from(lines: Sequence[str], start: int) -> Iterator[str]:
    return (lines[number] for number in range(start, len(lines)))


def _row(start: int, cells: Sequence[str], width: int) -> Row | Problem:
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        counts = {"cells": len(cells), "expected": width}
        return _problem(start, " ".join(cells), "wrong_cells", **counts)
    return Row(start + 1, tuple(cells[:width]))


def _problem(start: int, text: str, code: str, **counts: int) -> Problem:
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return Problem(start + 1, InvalidValue("row", shown, code, **counts))

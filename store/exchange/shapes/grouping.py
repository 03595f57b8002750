"""Quotes of which a file has a row for each of their lines, told by their ref."""

from collections.abc import Iterator

from store.errors import InvalidValue
from store.exchange.problem import Problem
from store.exchange.shapes.shape import Entry, Scattered
from store.exchange.table import Row

_OF_THE_QUOTE = ("lead", "amount", "status")
"""Fields that all rows of one quote have in common."""


def by_ref(scattered: Scattered) -> Iterator[Entry | Problem]:
    """Rows of one ref are one quote: the first has its fields, the title counts the others."""
    rows_of: dict[str, list[Row]] = {}
    for row in scattered.rows:
        if isinstance(row, Problem):
            yield row
            continue
        ref = scattered.cells(row).get("ref", "").strip()
        rows_of.setdefault(ref or f"\n{row.line}", []).append(row)
    for rows in rows_of.values():
        yield from _together(rows, scattered)


def and_more(title: str, lines: int) -> str:
    """The title of a quote's first line, and how many further ones there are."""
    return f"{title} (+{lines - 1})" if title and lines > 1 else title


def _together(rows: list[Row], scattered: Scattered) -> Iterator[Entry | Problem]:
    first = scattered.cells(rows[0])
    same = 1
    for row in rows[1:]:
        cells = scattered.cells(row)
        if any(cells.get(name) != first.get(name) for name in _OF_THE_QUOTE):
            error = InvalidValue("ref", first["ref"], "ref_repeated", line=rows[0].line)
            yield Problem(row.line, error)
        else:
            same += 1
    yield Entry(rows[0].line, first | {"title": and_more(first.get("title", ""), same)})

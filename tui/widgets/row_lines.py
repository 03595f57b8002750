"""The text of a list's lines: header, rows and what stands in for them, each of exact width.

It knows columns and signs, but neither cursor, colours nor scrolling: those are `line_list`'s.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Generic, TypeVar

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.text import Text
from textual.cache import LRUCache

from tui.widgets.columns import Column, Placed, fitted, laid_out, place

RowT = TypeVar("RowT")

GUTTER: Final = 2
"""Cells at the start of every line, for the pointer."""
MARGIN: Final = 1
"""Cells left free at the end, so that text does not touch the scrollbar."""
REMEMBERED: Final = 256
"""Rows whose text is kept: a few screenfuls."""


class RowLines(Generic[RowT]):
    """Turns rows into lines of text, and remembers the last few."""

    def __init__(
        self,
        columns: Sequence[Column],
        cells_of: Callable[[RowT], Mapping[str, Text]],
        *,
        arrows: tuple[str, str],
        pointer: str,
        ellipsis: str,
    ) -> None:
        self._columns = tuple(columns)
        self._cells_of = cells_of
        self._arrows = arrows
        gutters = (Text(" " * GUTTER), fitted(Text(pointer), GUTTER, ""))
        self._blank, self._pointer = (Segment(gutter.plain) for gutter in gutters)
        self._ellipsis = ellipsis
        self._width = 0
        self._placed: tuple[Placed, ...] = ()
        self._remembered: LRUCache[int, list[Segment]] = LRUCache(REMEMBERED)

    def forget(self) -> None:
        """The rows are no longer the same."""
        self._remembered.clear()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Replace the columns."""
        self._columns = tuple(columns)
        self._set_width(self._width)

    def row(
        self, index: int, row: RowT, width: int, console: Console, *, pointed: bool
    ) -> list[Segment]:
        """The line of the row at this index; `pointed` puts the pointer before it."""
        placed = self._places(width)
        line = self._remembered.get(index)
        if line is None:
            line = [*laid_out(self._cells_of(row), placed, self._ellipsis, console)]
            self._remembered[index] = line
        return [self._pointer if pointed else self._blank, *line]

    def header(
        self, width: int, sorted_by: tuple[str, bool] | None, console: Console
    ) -> list[Segment]:
        """The line of the labels, with an arrow after the sorted column's."""
        placed = self._places(width)
        labels = {one.column.key: Text(one.column.label) for one in placed}
        for column, _, cells in placed:
            if sorted_by is not None and column.key == sorted_by[0]:
                arrow = self._arrows[sorted_by[1]]
                labels[column.key] = self._with_arrow(column.label, arrow, cells)
        return [self._blank, *laid_out(labels, placed, self._ellipsis, console)]

    def column_at(self, x: int, width: int) -> Column | None:
        """The column at a cell of the line; the gap after a column belongs to it."""
        before = [one.column for one in self._places(width) if one.start <= x - GUTTER]
        return before[-1] if before else None

    def stand_in(self, text: Text, width: int, console: Console) -> list[Text]:
        """The lines of the text shown when there are no rows, wrapped, after a blank one."""
        inner = max(1, width - GUTTER - MARGIN)
        lines = [fitted(line, inner, self._ellipsis) for line in text.wrap(console, inner)]
        return [Text(), *(Text(self._blank.text) + line for line in lines)]

    def _with_arrow(self, label: str, arrow: str, width: int) -> Text:
        room = width - cell_len(arrow)
        if cell_len(label) + 1 <= room:
            return Text(f"{label} {arrow}")
        shown = Text(label)
        return (fitted(shown, room, self._ellipsis) if shown.cell_len > room else shown) + arrow

    def _places(self, width: int) -> tuple[Placed, ...]:
        if width != self._width:
            self._set_width(width)
        return self._placed

    def _set_width(self, width: int) -> None:
        self._width = width
        self._placed = place(self._columns, width - GUTTER - MARGIN)
        self._remembered.clear()

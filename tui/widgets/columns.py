"""Columns of a list: who gets how many cells, and cells laid out as one line of exact width.

Pure functions over rich `Text`; the list that paints and scrolls is `line_list`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.segment import Segment
from rich.text import Text

from tui.safe_text import shown

GAP: Final = 2
"""Empty cells between two columns."""


Align = Literal["left", "right"]


class Column(msgspec.Struct, frozen=True):
    """One column of a list."""

    key: str
    """Name under which a row's cells hold this column's text."""
    label: str
    """What the header says."""
    width: int
    """Cells it takes at least, as long as anything can be left out."""
    flex: int = 0
    """Its share of the width that is left over."""
    align: Align = "left"
    drop: int = 0
    """The highest number is left out first when there is no room; 0 is never left out."""


class Placed(NamedTuple):
    """A column and where it stands on the line."""

    column: Column
    start: int
    """First cell, counted from the start of the line."""
    width: int
    """Cells it takes."""


def place(columns: Sequence[Column], width: int) -> tuple[Placed, ...]:
    """The columns that fit in `width` cells, in their order, with their places."""
    kept = list(columns)
    while _needed(kept) > width and (candidates := [one for one in kept if one.drop]):
        # Of equals, the last one goes.
        kept.remove(max(reversed(candidates), key=lambda one: one.drop))
    widths = _shared_out(kept, width) if _needed(kept) <= width else _squeezed(kept, width)
    placed, start = [], 0
    for column, cells in zip(kept, widths, strict=True):
        placed.append(Placed(column, start, cells))
        start += cells + GAP
    return tuple(placed)


def laid_out(
    cells: Mapping[str, Text], placed: Iterable[Placed], ellipsis: str, console: Console
) -> Iterator[Segment]:
    """One line of the cells, each in its place; a cell that is missing is left blank."""
    end = 0
    for column, start, width in placed:
        if start > end:
            yield Segment(" " * (start - end))
        yield from _cell(cells.get(column.key), width, ellipsis, column.align, console)
        end = start + width


def _cell(
    text: Text | None, width: int, ellipsis: str, align: Align, console: Console
) -> Iterable[Segment]:
    """As `fitted`; most cells are of one style, and take a shorter way."""
    if text is None:
        return (Segment(" " * width),)
    if text.spans:
        return fitted(text, width, ellipsis, align).render(console)
    plain = shown(text.plain)
    spare = width - cell_len(plain)
    if spare < 0:
        plain = set_cell_size(plain, max(0, width - cell_len(ellipsis))) + ellipsis
    elif align == "right":
        plain = " " * spare + plain
    return (Segment(set_cell_size(plain, width), console.get_style(text.style)),)


def fitted(text: Text, width: int, ellipsis: str, align: Align = "left") -> Text:
    """The text in exactly `width` terminal cells: padded, or cut with the ellipsis."""
    cell = text.copy()
    cell.plain = shown(text.plain)
    spare = width - cell.cell_len
    if spare < 0:
        cell.truncate(max(0, width - cell_len(ellipsis)), overflow="crop")
        cell.append(ellipsis)
        cell.truncate(width, overflow="crop")
    elif align == "right":
        cell.pad_left(spare)
    else:
        cell.pad_right(spare)
    return cell


def _needed(columns: Sequence[Column]) -> int:
    return sum(one.width for one in columns) + GAP * max(0, len(columns) - 1)


def _shared_out(columns: Sequence[Column], width: int) -> list[int]:
    """Widths of columns that fit, with the left-over cells given out by `flex`."""
    spare, shares = width - _needed(columns), sum(one.flex for one in columns)
    widths = []
    for one in columns:
        extra = spare * one.flex // shares if shares else 0
        spare, shares = spare - extra, shares - one.flex
        widths.append(one.width + extra)
    return widths


def _squeezed(columns: Sequence[Column], width: int) -> list[int]:
    """Widths of columns that do not fit and may not be left out: the widest give way."""
    widths = [one.width for one in columns]
    excess = _needed(columns) - width
    while excess > 0 and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
        excess -= 1
    return widths

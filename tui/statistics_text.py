"""Sections of statistics laid out in lines of a given width, for the command line and the app."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import zip_longest
from typing import NamedTuple

from tui.cli.table import cells, clipped
from tui.signs import Signs
from tui.wording.statistics import Row, Section

CHART = 12
"""Cells of a chart: one for each of twelve months."""

LEAST_LABEL = 12
"""Cells of a label before the value gives way too."""

TWO_COLUMNS = 110
"""From this width on, two sections stand beside each other."""

_GAP = 2
_BETWEEN = 4


class Tone(Enum):
    """How loud a piece of text is."""

    TITLE = auto()
    PLAIN = auto()
    CHART = auto()
    QUIET = auto()


class Piece(NamedTuple):
    """Text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[Piece, ...]


def laid_out(sections: Sequence[Section], width: int, signs: Signs) -> list[Line]:
    """All sections, in one column or, where there is room, in two of about the same height."""
    if width < TWO_COLUMNS or len(sections) < 2:
        return [*_column(sections, width, signs)]
    each = (width - _BETWEEN) // 2
    heights = [_height(section) for section in sections]
    cut = min(
        range(1, len(sections)),
        key=lambda at: max(sum(heights[:at]), sum(heights[at:])),
    )
    left = _column(sections[:cut], each, signs)
    right = _column(sections[cut:], each, signs)
    return [
        (*_padded(one, each + _BETWEEN), *other)
        for one, other in zip_longest(left, right, fillvalue=())
    ]


def _height(section: Section) -> int:
    return 2 + len(section.rows) + len(section.remarks)


def _column(sections: Sequence[Section], width: int, signs: Signs) -> Iterator[Line]:
    for number, section in enumerate(sections):
        if number:
            yield ()
        yield (Piece(clipped(section.title, width, signs.ellipsis), Tone.TITLE),)
        yield from _rows(section.rows, width, signs)
        for remark in section.remarks:
            yield (Piece(clipped(f"  {remark}", width, signs.ellipsis), Tone.QUIET),)


def _rows(rows: Sequence[Row], width: int, signs: Signs) -> Iterator[Line]:
    """The label gives way first, then the value."""
    chart = CHART if any(row.chart for row in rows) else -_GAP
    value = max((cells(row.value) for row in rows), default=0)
    widest = max((cells(row.label) for row in rows), default=0)
    label = max(min(widest, width - chart - value - 3 * _GAP), min(widest, LEAST_LABEL))
    room = width - label - chart - 3 * _GAP
    for row in rows:
        drawn = row.chart.drawn(CHART, signs) if row.chart else " " * max(0, chart)
        name = clipped(row.label, label, signs.ellipsis)
        yield (
            Piece(f"  {name}{' ' * (label - cells(name))}  "),
            Piece(drawn, Tone.CHART),
            Piece(("  " if drawn else "") + clipped(row.value, room, signs.ellipsis)),
        )


def _padded(line: Line, width: int) -> Line:
    taken = sum(cells(piece.text) for piece in line)
    return (*line, Piece(" " * (width - taken)))

"""Tables of text, measured in the cells of a terminal and fitted to its width."""

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

GAP = "  "
NARROWEST = 6
"""A column that gives way keeps so many cells."""

_WITHOUT_WIDTH = ("Mn", "Me", "Cf")

_PERHAPS_NOT_ONE = re.compile(r"[^\x00-\xac\xae-\u02ff\u2010-\u2027\u202f-\u205f\u20a0-\u20c0]")
"""Letters to look up: the rest, those and the signs of Western languages, take one cell each."""


class Column(NamedTuple):
    """How a column is set; one that `gives` becomes narrower where the line is too long."""

    head: str = ""
    right: bool = False
    gives: bool = False


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, ellipsis: str = "…"
) -> Iterator[str]:
    """The lines of the table, under its heads where there are any. Cells hold cleaned text."""
    heads = [column.head for column in columns]
    lines = [heads, *rows] if any(heads) else [*rows]
    taken = [[cells(cell) for cell in line] for line in lines]
    widths = _widths(columns, taken, width)
    for line, its_cells in zip(lines, taken, strict=True):
        fitted = [
            _fitted(text, takes, its_width, column.right, ellipsis)
            for text, takes, its_width, column in zip(line, its_cells, widths, columns, strict=True)
            if its_width
        ]
        yield GAP.join(fitted).rstrip()


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return len(text) + sum(_cells_of(letter) - 1 for letter in _PERHAPS_NOT_ONE.findall(text))


def clipped(text: str, width: int, ellipsis: str = "…") -> str:
    """The text in at most `width` cells; what is cut off is replaced by the ellipsis."""
    if cells(text) <= width:
        return text
    room = width - cells(ellipsis)
    if not _PERHAPS_NOT_ONE.search(text):
        return text[: max(room, 0)] + ellipsis
    kept = ""
    for letter in text:
        room -= _cells_of(letter)
        if room < 0:
            break
        kept += letter
    return kept + ellipsis


def line_width() -> int:
    """The width to write for: COLUMNS, else the terminal's, else 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns[:4]) > 0:
        return int(columns[:4])
    try:
        return os.get_terminal_size().columns or 80
    except OSError:
        return 80


def _widths(columns: Sequence[Column], lines: Sequence[Sequence[int]], width: int) -> list[int]:
    """The width of each column, of what cells of `lines` take.

    While the line is too long, the widest that gives gives way.
    """
    widths = [max(column, default=0) for column in zip(*lines, strict=True)] or [0] * len(columns)
    shown = sum(1 for each in widths if each)
    over = sum(widths) + len(GAP) * (shown - 1) - width
    while over > 0:
        giving = [n for n, column in enumerate(columns) if column.gives and widths[n] > NARROWEST]
        if not giving:
            break
        widths[max(giving, key=widths.__getitem__)] -= 1
        over -= 1
    return widths


def _fitted(text: str, takes: int, width: int, right: bool, ellipsis: str) -> str:
    """The text, which takes that many cells, in a column of that width."""
    if takes > width:
        text = clipped(text, width, ellipsis)
        takes = cells(text)
    blank = " " * (width - takes)
    return blank + text if right else text + blank


def _cells_of(letter: str) -> int:
    if unicodedata.category(letter) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` cells, except for a longer word: none is ever cut."""
    words = text.split()
    whole = " ".join(words)
    if cells(whole) <= width:
        yield whole
        return
    line, taken = "", 0
    for word in words:
        its_width = cells(word)
        if line and taken + 1 + its_width > width:
            yield line
            line, taken = word, its_width
        elif line:
            line, taken = f"{line} {word}", taken + 1 + its_width
        else:
            line, taken = word, its_width
    yield line

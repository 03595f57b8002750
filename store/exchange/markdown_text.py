"""Pieces of Markdown, GitHub's flavour, in which data stays data."""

import re
from collections.abc import Iterable, Sequence

_ACTIVE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {sign: f"\\{sign}" for sign in "\\`*_[]|~#$^{}"}
)

_BREAKS = re.compile("[\t-\r\x1c-\x1e\x85\u2028\u2029]+")

# What an editor or a terminal would obey and not show: control characters, turning marks.
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def literal(text: str) -> str:
    """The text on one line, every sign of it standing for itself.

    It is for the inside of a line, after a heading's `##` or in a cell: what has a meaning only
    where a line begins (`-`, `1.`) is left as it is.
    """
    line = _BREAKS.sub(" ", text).strip()
    return _INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", line).translate(_ACTIVE)


def table(columns: Iterable[str], rows: Iterable[Sequence[str]], numbers: Sequence[bool]) -> str:
    """A table of literal cells under literal headings, one for every column.

    `numbers` tells which columns hold numbers, which stand on the right.
    """
    rule = f"| {' | '.join('---:' if number else '---' for number in numbers)} |"
    return "\n".join((_row(list(columns)), rule, *map(_row, rows))) + "\n"


def heading(level: int, text: str) -> str:
    """A heading of literal text; level 1 is the highest."""
    return f"{'#' * level} {literal(text)}\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(literal, cells))} |"

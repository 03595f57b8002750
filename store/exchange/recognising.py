"""Recognising the shape of a file by its header, below whatever stands above that."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from store.errors import InvalidValue
from store.exchange.cells import plain
from store.exchange.conventions import Forced
from store.exchange.mapping import Mapped, read_mapping
from store.exchange.problem import Problem
from store.exchange.remembered import mapping_for
from store.exchange.shapes.dolibarr import DOLIBARR
from store.exchange.shapes.erpnext import ERPNEXT
from store.exchange.shapes.french_spreadsheet import FRENCH_SPREADSHEET
from store.exchange.shapes.invoice_ninja import INVOICE_NINJA
from store.exchange.shapes.odoo import ODOO
from store.exchange.shapes.shape import Shape
from store.exchange.table import Row
from store.exchange.usual_columns import likely_mapping

SHAPES: tuple[Shape, ...] = (FRENCH_SPREADSHEET, DOLIBARR, INVOICE_NINJA, ODOO, ERPNEXT)
"""The shapes that are known; the first that recognises a header reads the file."""

HEADER_WITHIN = 20
"""Within how many rows the header is looked for: some programs write a title above it."""

_NAMED = 20
"""How many columns an error names, and how much of each, in characters."""

Cells = tuple[str, ...]


class UnknownShape(InvalidValue):
    """No shape recognises the file; `header` is what seems to be its header, `sample` a row."""

    def __init__(self, name: str, header: Cells, sample: Cells) -> None:
        columns = tuple(cell[:_NAMED] for cell in header if cell.strip())[:_NAMED]
        super().__init__(
            "file", name, "unknown_shape", columns=columns, mapping=likely_mapping(columns)
        )
        self.header = header
        self.sample = sample


class Recognised(NamedTuple):
    """The shape that reads a file, at which of its rows the header stands, and the row below."""

    shape: Shape
    at: int
    header: Cells
    sample: Cells
    mapping: str = ""
    remembered: bool = False


def recognise(
    name: str, rows: Sequence[Row | Problem], forced: Forced, known: Mapping[str, str]
) -> Recognised:
    """The shape: what a person says goes before what is remembered, that before a known header.

    `name` is the file's. Raises `UnknownShape`, and `InvalidValue` for a mapping that is none.
    """
    top = [each.cells if isinstance(each, Row) else () for each in rows[:HEADER_WITHIN]]
    if forced.mapping:
        mapped = read_mapping(forced.mapping)
        at = _header_of(mapped, top)
        return Recognised(mapped.shape(), at, *_with_sample(top, at), mapped.text)
    if not forced.shape:
        for at, cells in enumerate(top):
            text = mapping_for(cells, known)
            shape = _remembered(text, cells) if text else None
            if shape is not None:
                return Recognised(shape, at, *_with_sample(top, at), text, remembered=True)
    for known_shape in SHAPES:
        for at, cells in enumerate(top):
            if forced.shape in ("", known_shape.name) and known_shape.recognises(cells):
                return Recognised(known_shape, at, *_with_sample(top, at))
    at = max(range(len(top)), key=lambda each: _said(top[each]), default=0)
    raise UnknownShape(name, *_with_sample(top, at))


def _remembered(text: str, header: Cells) -> Shape | None:
    """The shape of a mapping that was given for this header; none for one that does not hold."""
    try:
        mapped = read_mapping(text)
        mapped.check(header)
    except InvalidValue:  # somebody edited the memory
        return None
    return mapped.shape()


def _header_of(mapped: Mapped, top: Sequence[Cells]) -> int:
    """The first row with all columns; raises `InvalidValue` for what the likeliest one lacks."""
    wanted = {plain(column) for column in mapped.columns.values()}
    for at, cells in enumerate(top):
        if wanted <= {plain(cell) for cell in cells}:
            return at
    mapped.check(max(top, key=_said, default=()))
    return 0


def _with_sample(top: Sequence[Cells], at: int) -> tuple[Cells, Cells]:
    """The header in that place, and the row below it."""
    header, sample, *_more = [*top[at:], (), ()]
    return header, sample


def _said(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)

"""Reading a file of another program: its shape is recognised by its header.

Nothing is added here; that is left to `store.exchange.import_quotes`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from store.changes.field_reading import Reading
from store.errors import InvalidValue
from store.exchange.cells import CellReader, plain
from store.exchange.conventions import Conventions, Forced, day_order, decimal_sign
from store.exchange.decoding import decoded
from store.exchange.imported import Import, ImportedQuote
from store.exchange.mapping import Mapped, read_mapping
from store.exchange.problem import Problem
from store.exchange.quote_reading import quote_of
from store.exchange.remembered import mapping_for
from store.exchange.shapes.dolibarr import DOLIBARR
from store.exchange.shapes.erpnext import ERPNEXT
from store.exchange.shapes.french_spreadsheet import FRENCH_SPREADSHEET
from store.exchange.shapes.invoice_ninja import INVOICE_NINJA
from store.exchange.shapes.odoo import ODOO
from store.exchange.shapes.shape import Entry, Scattered, Shape
from store.exchange.table import Row, aligned, delimiter_of, read_rows
from store.exchange.usual_columns import likely_mapping
from store.records.settings import Settings

SHAPES: tuple[Shape, ...] = (FRENCH_SPREADSHEET, DOLIBARR, INVOICE_NINJA, ODOO, ERPNEXT)
"""The shapes that are known; the first that recognises a header reads the file."""

HEADER_WITHIN = 20
"""Within how many rows the header is looked for: some programs write a title above it."""

WATCHED = 250
"""After how many quotes whoever watches is told."""

_NAMED = 20
"""How many columns an error names, and how much of each, in characters."""

Watch = Callable[[int, int], None]
"""Told how many of how many are done; may raise to stop what it watches."""

_AMOUNTS = ("amount", "unit_price", "quantity", "discount")
_DAYS = ("asked_on", "sent_on", "valid_until", "last_follow_up_on")


def unwatched(_done: int, _of: int) -> None:
    """Nobody watches."""


class UnknownShape(InvalidValue):
    """No shape recognises the file; `header` is what seems to be its header, `sample` a row."""

    def __init__(self, name: str, header: tuple[str, ...], sample: tuple[str, ...]) -> None:
        columns = tuple(cell[:_NAMED] for cell in header if cell.strip())[:_NAMED]
        super().__init__(
            "file", name, "unknown_shape", columns=columns, mapping=likely_mapping(columns)
        )
        self.header = header
        self.sample = sample


class _Found(NamedTuple):
    """The shape that reads a file, and at which of its rows the header stands."""

    shape: Shape
    at: int
    mapping: str = ""
    remembered: bool = False


def read_file(
    name: str,
    data: bytes,
    today: date,
    settings: Settings,
    *,
    forced: Forced | None = None,
    known: Mapping[str, str] | None = None,
    watch: Watch = unwatched,
) -> Import:
    """The quotes in the file, and a problem for every line that is none; bad ones stop no others.

    `name` is for the errors, `forced` what a person says of the file, `known` the mappings that
    are remembered. Raises `FileTrouble` for what is no text or too large, and `InvalidValue` for a
    header that no shape recognises, or that lacks a column.
    """
    forced = forced or Forced()
    text, encoding = decoded(name, data, forced.encoding)
    delimiter = forced.delimiter or delimiter_of(text)
    rows = list(read_rows(text, delimiter))
    top = [each.cells if isinstance(each, Row) else () for each in rows[:HEADER_WITHIN]]
    found = _found(top, forced, known or {})
    if found is None:
        at = max(range(len(top)), key=lambda each: _said(top[each]), default=0)
        raise UnknownShape(name, *_with_sample(top, at))
    header = tuple(top[found.at])
    fields = found.shape.fields(header)
    below = list(aligned(rows[found.at + 1 :], len(header)))
    conventions = _conventions(encoding, delimiter, forced, fields, below)
    reader = CellReader(Reading(today, settings), conventions)
    entries = list(found.shape.gather(Scattered(below, fields, reader)))
    checked = list(_checked(_read(entries, found.shape, reader, watch)))
    return Import(
        name=name,
        quotes=tuple(each for each in checked if isinstance(each, ImportedQuote)),
        problems=tuple(sorted((each for each in checked if isinstance(each, Problem)), key=_line)),
        unread=found.shape.unread(header),
        shape=found.shape.name,
        mapping=found.mapping,
        remembered=found.remembered,
        conventions=conventions,
        header=header,
        sample=_with_sample(top, found.at)[1],
    )


def _found(top: Sequence[Sequence[str]], forced: Forced, known: Mapping[str, str]) -> _Found | None:
    """What a person says goes before what is remembered, and that before what is recognised."""
    if forced.mapping:
        mapped = read_mapping(forced.mapping)
        at = _header_of(mapped, top)
        return _Found(mapped.shape(), at, mapped.text)
    if not forced.shape:
        for at, cells in enumerate(top):
            text = mapping_for(cells, known)
            if text:
                return _Found(read_mapping(text).shape(), at, text, remembered=True)
    for shape in SHAPES:
        for at, cells in enumerate(top):
            if forced.shape in ("", shape.name) and shape.recognises(cells):
                return _Found(shape, at)
    return None


def _header_of(mapped: Mapped, top: Sequence[Sequence[str]]) -> int:
    """The first row with all columns; raises `InvalidValue` for what the likeliest one lacks."""
    wanted = {plain(column) for column in mapped.columns.values()}
    for at, cells in enumerate(top):
        if wanted <= {plain(cell) for cell in cells}:
            return at
    mapped.check(max(top, key=_said, default=()))
    return 0


def _with_sample(top: Sequence[Sequence[str]], at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The header in that place, and the row below it."""
    header, sample, *_more = [*top[at:], (), ()]
    return tuple(header), tuple(sample)


def _said(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _conventions(
    encoding: str,
    delimiter: str,
    forced: Forced,
    fields: Sequence[str],
    rows: Iterable[Row | Problem],
) -> Conventions:
    """How the file is written, as forced, else as its cells show it."""
    good = [row.cells for row in rows if isinstance(row, Row)]

    def cells(names: Sequence[str]) -> list[str]:
        places = [place for place, name in enumerate(fields) if name in names]
        return [row[place] for row in good for place in places]

    return Conventions(
        encoding=encoding,
        delimiter=delimiter,
        decimal=forced.decimal or decimal_sign(cells(_AMOUNTS)),
        dates=forced.dates or day_order(cells(_DAYS)),
        short_years=bool(forced.dates),
    )


def _read(
    entries: Sequence[Entry | Problem], shape: Shape, reader: CellReader, watch: Watch
) -> Iterator[ImportedQuote | Problem]:
    for number, entry in enumerate(entries):
        if number % WATCHED == 0:
            watch(number, len(entries))
        if isinstance(entry, Problem):
            yield entry
            continue
        try:
            yield quote_of(entry, shape, reader)
        except InvalidValue as error:
            yield Problem(entry.line, error, shape.column_of(error.field))
    watch(len(entries), len(entries))


def _checked(read: Iterable[ImportedQuote | Problem]) -> Iterator[ImportedQuote | Problem]:
    """A problem in place of a quote that cannot be kept, or that stands further up."""
    lines: dict[object, int] = {}
    for each in read:
        if isinstance(each, Problem):
            yield each
            continue
        try:
            each.record(each.lead_id)
            first = lines.setdefault(each.identity, each.line)
            if first != each.line and each.ref:
                raise InvalidValue("ref", each.ref, "ref_repeated", line=first)
            if first != each.line:
                raise InvalidValue("title", each.title, "quote_repeated", line=first)
        except InvalidValue as error:
            yield Problem(each.line, error)
        else:
            yield each


def _line(problem: Problem) -> int:
    return problem.line

"""Reading a file of another program: its text, its rows, and the quotes in them.

Recognising is left to `store.exchange.recognising`, what a row means to `quote_reading`. Nothing is
added here; that is for `import_quotes`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from store.changes.field_reading import Reading
from store.errors import InvalidValue
from store.exchange.cells import CellReader
from store.exchange.conventions import Conventions, Forced, day_order, decimal_sign
from store.exchange.decoding import decoded
from store.exchange.imported import Import, ImportedQuote
from store.exchange.problem import Problem
from store.exchange.quote_reading import quote_of
from store.exchange.recognising import Recognised, recognise
from store.exchange.shapes.shape import Entry, Scattered, Shape
from store.exchange.table import Row, aligned, delimiter_of, read_rows
from store.records.settings import Settings

WATCHED = 250
"""After how many quotes whoever watches is told."""

Watch = Callable[[int, int], None]
"""Told how many of how many are done; may raise to stop what it watches."""

_AMOUNTS = ("amount", "unit_price", "quantity", "discount")
_DAYS = ("asked_on", "sent_on", "valid_until", "last_follow_up_on")


def unwatched(_done: int, _of: int) -> None:
    """Nobody watches."""


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
    found = recognise(name, rows, forced, known or {})
    fields = found.shape.fields(found.header)
    below = list(aligned(rows[found.at + 1 :], len(found.header)))
    conventions = _conventions(encoding, delimiter, forced, fields, below)
    reader = CellReader(Reading(today, settings), conventions)
    entries = list(found.shape.gather(Scattered(below, fields, reader)))
    checked = list(_checked(_read(entries, found.shape, reader, watch)))
    return _import(name, found, conventions, checked)


def _import(
    name: str,
    found: Recognised,
    conventions: Conventions,
    read: Sequence[ImportedQuote | Problem],
) -> Import:
    problems = [each for each in read if isinstance(each, Problem)]
    return Import(
        name=name,
        quotes=tuple(each for each in read if isinstance(each, ImportedQuote)),
        problems=tuple(sorted(problems, key=lambda problem: problem.line)),
        unread=found.shape.unread(found.header),
        shape=found.shape.name,
        mapping=found.mapping,
        remembered=found.remembered,
        conventions=conventions,
        header=found.header,
        sample=found.sample,
    )


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

"""Reading a file of another program: its shape is recognised by its header.

Nothing is added here; that is left to `store.exchange.import_quotes`.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from store.changes.field_reading import Reading
from store.errors import InvalidValue
from store.exchange.decoding import decoded
from store.exchange.french_spreadsheet import FrenchSpreadsheet
from store.exchange.imported import Import, ImportedQuote, Problem
from store.exchange.table import Row, read_rows
from store.records.settings import Settings
from store.records.text import fold


class Shape(Protocol):
    """The way in which one program lays quotes out in rows."""

    def recognises(self, header: Sequence[str]) -> bool:
        """Whether a file with these columns is of this shape."""
        ...

    def unread(self, header: Sequence[str]) -> tuple[str, ...]:
        """The columns that hold nothing that is imported."""
        ...

    def quotes(
        self, header: Sequence[str], rows: Iterable[Row], reading: Reading
    ) -> Iterator[ImportedQuote | Problem]:
        """What the rows below the header hold, each row accounted for."""
        ...


SHAPES: tuple[Shape, ...] = (FrenchSpreadsheet(),)
"""The shapes that are known; the first that recognises a header reads the file."""


def read_file(name: str, data: bytes, today: date, settings: Settings) -> Import:
    """The quotes in the file, and a problem for every line that is none; bad ones stop no others.

    `name` is for the errors. Raises `FileTrouble` for what is no text or too large, and
    `InvalidValue` for a header that no shape recognises.
    """
    found = list(read_rows(decoded(name, data)))
    rows = [row for row in found if isinstance(row, Row)]
    header = rows[0].cells if rows else ()
    shape = next((shape for shape in SHAPES if shape.recognises(header)), None)
    if shape is None:
        raise InvalidValue("file", name, "unknown_shape")
    read = list(shape.quotes(header, rows[1:], Reading(today, settings)))
    broken = [problem for problem in found if isinstance(problem, Problem)]
    checked = [*broken, *_checked(read)]
    problems = [each for each in checked if isinstance(each, Problem)]
    return Import(
        name=name,
        quotes=tuple(each for each in checked if isinstance(each, ImportedQuote)),
        problems=tuple(sorted(problems, key=lambda problem: problem.line)),
        unread=shape.unread(header),
    )


def _checked(read: Iterable[ImportedQuote | Problem]) -> Iterator[ImportedQuote | Problem]:
    """A problem in place of a quote that cannot be kept, or whose ref stands further up."""
    lines: dict[str, int] = {}
    for each in read:
        if isinstance(each, Problem):
            yield each
            continue
        try:
            each.record(each.lead_id)
            first = lines.setdefault(fold(each.ref), each.line)
            if first != each.line:
                raise InvalidValue("ref", each.ref, "ref_repeated", line=first)
        except InvalidValue as error:
            yield Problem(each.line, error)
        else:
            yield each

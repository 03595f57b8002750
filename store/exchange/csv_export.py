"""The follow-up log as CSV: UTF-8, a header, one line for every contact.

With commas for programs, or as an Excel with French settings reads it.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from store.exchange.inert import inert
from store.exchange.log import LogLine

COLUMNS = tuple(field.name for field in fields(LogLine))
"""The header, part of what people script against."""

Value = str | int | date | time | Decimal | None
"""What a field of a line can be; codes are text."""


class _Dialect(NamedTuple):
    """How a reader wants the records written."""

    before: str
    separator: str
    line_end: str
    decimal_sign: str


_PLAIN = _Dialect("", ",", "\n", ".")
"""Records end with a line feed alone, so that `cut` and `awk` see clean last cells."""

_FRENCH_EXCEL = _Dialect("\N{ZERO WIDTH NO-BREAK SPACE}", ";", "\r\n", ",")
"""What an Excel with French settings opens with a double click: without the byte order mark it
takes UTF-8 for Windows-1252, a comma separates nothing, and `1200.50` is a text or a date. Days
stay ISO 8601: it reads them as days, and no other program takes the month for the day."""


def csv_text(lines: Iterable[LogLine]) -> str:
    """The lines as CSV text that `csv.DictReader` reads back; without a byte order mark.

    Dates are ISO 8601, times HH:MM, amounts have a decimal point, what is unknown is empty.
    Text that a spreadsheet would run begins with an apostrophe; nothing else in it is changed.
    """
    return _written(lines, _PLAIN)


def excel_csv_text(lines: Iterable[LogLine]) -> str:
    """The same for a French Excel: semicolons, a byte order mark, CRLF, amounts as `1200,50`."""
    return _written(lines, _FRENCH_EXCEL)


def _written(lines: Iterable[LogLine], dialect: _Dialect) -> str:
    rows = ([_cell(getattr(line, name), dialect) for name in COLUMNS] for line in lines)
    records = (_record(row, dialect) for row in (COLUMNS, *rows))
    return dialect.before + "".join(records)


def _record(cells: Iterable[str], dialect: _Dialect) -> str:
    """One record.

    It is written with a carriage return first because `csv`, before Python 3.13, quotes a
    carriage return in a cell only where it is part of the line's end.
    """
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=dialect.separator, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n") + dialect.line_end


def _cell(value: Value, dialect: _Dialect) -> str:
    match value:
        case None:
            return ""
        case str():
            return inert(str(value), dialect.separator)
        case time():
            return f"{value:%H:%M}"
        case Decimal():
            return f"{value:f}".replace(".", dialect.decimal_sign)
        case _:
            return str(value)

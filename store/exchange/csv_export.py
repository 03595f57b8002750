"""The follow-up log as CSV: UTF-8, commas, a header, one line for every contact."""

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, time
from decimal import Decimal

from store.exchange.inert import inert
from store.exchange.log import LogLine

COLUMNS = tuple(field.name for field in fields(LogLine))
"""The header, part of what people script against."""

Value = str | int | date | time | Decimal | None
"""What a field of a line can be; codes are text."""


def csv_text(lines: Iterable[LogLine]) -> str:
    """The lines as CSV text that `csv.DictReader` reads back; without a byte order mark.

    Dates are ISO 8601, times HH:MM, amounts have a decimal point, what is unknown is empty.
    Text that a spreadsheet would run begins with an apostrophe; nothing else in it is changed.
    """
    rows = ([_cell(getattr(line, name)) for name in COLUMNS] for line in lines)
    return _record(COLUMNS) + "".join(_record(row) for row in rows)


def _record(cells: Iterable[str]) -> str:
    """One record. It ends with a line feed alone, so that `cut` and `awk` see clean last cells.

    It is written with a carriage return first because `csv`, before Python 3.13, quotes a
    carriage return in a cell only where it is part of the line's end.
    """
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n") + "\n"


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return inert(str(value))
        case time():
            return f"{value:%H:%M}"
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)

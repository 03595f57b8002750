"""How a file writes numbers and days: seen in its cells, unless a person says it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from store.exchange.decoding import ENCODINGS
from store.exchange.table import DELIMITERS

DecimalSign = Literal["", ".", ","]
"""Empty where nothing tells, or cells differ: then each one is read by itself, or refused."""

DayOrder = Literal["dmy", "mdy", "ymd"]

DECIMAL_SIGNS = (".", ",")
DAY_ORDERS: tuple[DayOrder, ...] = get_args(DayOrder)

_NUMBER = re.compile(r"\d[\d.,\s'’]*")
_THREE_PARTS = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})\b", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Conventions:
    """How a file is written: one of `ENCODINGS`, of `DELIMITERS`, decimal sign, order of days."""

    encoding: str
    delimiter: str
    decimal: DecimalSign
    dates: DayOrder
    short_years: bool = False
    """Whether a year may have two digits: where a person says the order, nothing is guessed."""


@dataclass(frozen=True, kw_only=True)
class Forced:
    """What a person says of a file; empty for what the file itself tells.

    `shape` names one of the known shapes, `mapping` is the text of a mapping.
    """

    shape: str = ""
    mapping: str = ""
    encoding: str = ""
    delimiter: str = ""
    decimal: DecimalSign = ""
    dates: DayOrder | Literal[""] = ""

    def __post_init__(self) -> None:
        """Refuses with `ValueError` what is none of the possible values."""
        for value, known in (
            (self.encoding, ENCODINGS),
            (self.delimiter, DELIMITERS),
            (self.decimal, DECIMAL_SIGNS),
            (self.dates, DAY_ORDERS),
        ):
            if value and value not in known:
                raise ValueError(value)


def decimal_sign(cells: Iterable[str]) -> DecimalSign:
    """The sign before the decimals in these cells; none where they differ, or none shows it.

    `1,234` shows nothing: it may be a thousand, or one and a bit.
    """
    seen = {_sign_in(cell) for cell in cells} - {""}
    if len(seen) != 1:
        return ""
    return "." if "." in seen else ","


def day_order(cells: Iterable[str]) -> DayOrder:
    """The order of day, month and year in these cells; day first where nothing tells."""
    found = [match for cell in cells if (match := _THREE_PARTS.match(cell.strip()))]
    with_year_last = [match for match in found if len(match[1]) < 3]
    if found and not with_year_last:
        return "ymd"
    day_first = any(int(match[1]) > 12 for match in with_year_last)
    month_first = any(int(match[2]) > 12 for match in with_year_last)
    return "mdy" if month_first and not day_first else "dmy"


def _sign_in(cell: str) -> DecimalSign:
    match = _NUMBER.search(cell)
    number = match[0].rstrip(" .,'’\u00a0\u202f\u2009") if match else ""
    dots, commas = number.count("."), number.count(",")
    if dots and commas:
        return "." if number.rindex(".") > number.rindex(",") else ","
    if dots + commas == 0:
        return ""
    if dots + commas > 1:  # what stands more than once separates thousands
        return "," if dots else "."
    digits = len(number) - max(number.find("."), number.find(",")) - 1
    if digits == 3:
        return ""
    return "." if dots else ","

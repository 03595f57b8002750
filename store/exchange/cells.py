"""What the cells of a file mean: amounts, days and words as its conventions have them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from store.changes.field_reading import Reading
from store.errors import InvalidValue
from store.exchange.conventions import Conventions
from store.records.amount_reading import read_amount
from store.records.day_reading import read_day
from store.records.text import fold

T = TypeVar("T")

_DIGITS = re.compile(r"\d[\d.,\s'’]*\d|\d")
_GROUPED = {
    ".": re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?"),
    ",": re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?"),
}
_EITHER = re.compile(r"[-+]?[1-9]\d{0,2}[.,](\d{3})", re.ASCII)
"""What is a thousand times more where the sign separates thousands."""
_LONG_ZEROS = re.compile(r"([.,]\d\d)0+$")
_SPACES = re.compile(r"[\s'’]")
_PLAIN = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = re.compile(
    r"[ T]\d{1,2}[:h]\d\d(:\d\d(\.\d+)?)?( ?[AaPp][Mm])?(Z|[+-]\d\d:?\d\d)?$", re.ASCII
)
_THREE_PARTS = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})", re.ASCII)
_LONGEST_NUMBER = 40
_ANOTHER_DAY = date(1970, 7, 1)


@dataclass(frozen=True)
class CellReader:
    """Reads cells; every method raises `InvalidValue` with the field and the cell."""

    reading: Reading
    conventions: Conventions

    def amount(self, field: str, cell: str) -> tuple[Decimal, str | None]:
        """The amount and the currency that stands beside it, if any; see `read_amount`.

        Where the decimal sign is known, the other one may separate thousands, and more places
        than two may follow if they are zeros.
        """
        sign = self.conventions.decimal
        match = _DIGITS.search(cell) if sign else None
        if match is None:
            return read_amount(field, cell)
        digits = match[0]
        if _GROUPED[sign].fullmatch(digits):
            digits = digits.replace("," if sign == "." else ".", "")
        if sign in digits:
            digits = _LONG_ZEROS.sub(r"\1", digits)
        try:
            return read_amount(field, cell[: match.start()] + digits + cell[match.end() :])
        except InvalidValue as error:
            raise _about(error, field, cell) from error

    def number(self, field: str, cell: str, *, is_count: bool = False) -> Decimal:
        """A number of any sign and any places, such as a quantity; without a unit.

        Where the decimal sign is not known, `1,200` is refused as in an amount. Of a count,
        `1.000` is one: programs write a quantity with three places, and seldom sell a thousand.
        """
        text = _SPACES.sub("", cell)
        sign = self.conventions.decimal
        if sign and _GROUPED[sign].fullmatch(text.lstrip("+-")):
            text = text.replace("," if sign == "." else ".", "")
        either = None if sign else _EITHER.fullmatch(text)
        if either and not (is_count and either[1] == "000"):
            raise InvalidValue(field, cell, "not_an_amount")
        text = text.replace(",", ".")
        if len(text) > _LONGEST_NUMBER or not _PLAIN.fullmatch(text):
            raise InvalidValue(field, cell, "not_an_amount")
        return Decimal(text)

    def day(self, field: str, cell: str) -> date | None:
        """The day, none for an empty cell; a time after it does not matter.

        `5 mai` or `lundi` are refused too: which day that is depends on when somebody wrote it,
        and nobody knows that.
        """
        text = _TIME.sub("", cell.strip())
        if not text:
            return None
        today = self.reading.today
        try:
            if _ISO.fullmatch(text):
                return read_day(field, text, today)
            if match := _THREE_PARTS.fullmatch(text):
                return read_day(field, self._iso(match), today)
            day = read_day(field, text, today)
            if day != read_day(field, text, _ANOTHER_DAY):
                raise InvalidValue(field, cell, "day_without_year")
        except InvalidValue as error:
            raise _about(error, field, cell) from error
        return day

    def one_of(self, field: str, cell: str, words: "Words[T]") -> T:
        """What the word stands for, without regard to case and accents."""
        meaning = words.meaning_of(cell)
        if meaning is not None:
            return meaning
        if words.are_usual:
            raise InvalidValue(field, cell, "unknown_word")
        raise InvalidValue(field, cell, "not_one_of", known=tuple(words.meanings))

    def _iso(self, match: re.Match[str]) -> str:
        """The parts in the order of ISO 8601; two digits of a year may mean 1970 to 2069."""
        order = "ymd" if len(match[1]) == 4 else self.conventions.dates
        parts = dict(zip(order, match.groups(), strict=True))
        year = parts["y"]
        if len(year) == 2 and self.conventions.short_years:
            year = f"{'19' if year >= '70' else '20'}{year}"
        return f"{year}-{parts['m']:>02}-{parts['d']:>02}"


class Words(Generic[T]):
    """Words and what they stand for; `are_usual` tells that there are too many to name."""

    def __init__(self, meanings: Mapping[str, T], *, are_usual: bool = False) -> None:
        self.meanings = meanings
        self.are_usual = are_usual
        self._plain = {plain(word): meaning for word, meaning in meanings.items()}

    def meaning_of(self, cell: str) -> T | None:
        """What the word in the cell stands for; none where nobody knows it."""
        return self._plain.get(plain(cell))


def plain(text: str) -> str:
    """The words of a cell as they are compared: without case, accents and doubled spaces."""
    return " ".join(fold(text).split())


def _about(error: InvalidValue, field: str, cell: str) -> InvalidValue:
    """The same error, quoting the cell as it stands in the file."""
    facts = {name: fact for name, fact in error.facts.items() if name not in ("field", "value")}
    return InvalidValue(error.field or field, cell, error.code, **facts)

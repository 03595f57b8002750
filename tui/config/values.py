"""How the values of the configuration are read: each from what TOML gives, or refused."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

from store.errors import Fact
from store.records.currencies import CODES

Given = object
"""A value as TOML gives it."""


class Wrong(Exception):
    """A value that cannot be; `code` and `facts` say what is possible."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, Fact] = facts


Read = Callable[[Given], object]


def whole_number(lowest: int, highest: int) -> Read:
    """The reader of a whole number within bounds."""

    def read(given: Given) -> int:
        if not isinstance(given, int) or isinstance(given, bool) or not lowest <= given <= highest:
            raise Wrong("config_number", lowest=lowest, highest=highest)
        return given

    return read


def text(given: Given) -> str:
    """Any text."""
    if not isinstance(given, str):
        raise Wrong("config_text")
    return given


def one_of(known: Iterable[str]) -> Read:
    """The reader of one of a few words."""
    words = tuple(known)

    def read(given: Given) -> str:
        if not isinstance(given, str) or given not in words:
            raise Wrong("config_one_of", known=words)
        return given

    return read


def some_of(known: Iterable[str]) -> Read:
    """The reader of a list of a few words, at least one."""
    words = tuple(known)

    def read(given: Given) -> tuple[str, ...]:
        if not isinstance(given, list) or not given or any(word not in words for word in given):
            raise Wrong("config_some_of", known=words)
        return tuple(given)

    return read


def texts(given: Given) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise Wrong("config_texts")
    return tuple(given)


def currency(given: Given) -> str:
    """An ISO 4217 code."""
    if not isinstance(given, str) or given.upper() not in CODES:
        raise Wrong("config_currency")
    return given.upper()


def amount(given: Given) -> Decimal:
    """An amount of at least 0, written as a number or as a text."""
    try:
        read = Decimal(str(given)) if not isinstance(given, bool) else Decimal("NaN")
    except (InvalidOperation, ValueError):  # ValueError: a number of thousands of digits
        raise Wrong("config_amount") from None
    if not (read.is_finite() and 0 <= read < 10**12):
        raise Wrong("config_amount")
    return read


def hours(given: Given) -> tuple[int, int]:
    """The first hour of the working day and the one at which it is over."""
    match given:
        case [int(first), int(last)] if 0 <= first < last <= 24:
            return (first, last)
    raise Wrong("config_hours")


def folder(given: Given) -> Path:
    """A folder, `~` for one's home; `Wrong` for the home of nobody and for a NUL in its name."""
    if not isinstance(given, str) or not given.strip():
        raise Wrong("config_text")
    if "\0" in given:
        raise Wrong("config_folder")
    try:
        return Path(given).expanduser()
    except RuntimeError:
        raise Wrong("config_folder") from None

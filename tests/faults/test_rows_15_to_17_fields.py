"""Rows 15 to 17: the records of their tests have text that wants to be obeyed in every field."""

from collections.abc import Iterator
from datetime import date, time
from enum import StrEnum
from typing import Any

import msgspec
import pytest

from store.records import words
from tests.faults.poison import MARK, records

CODES = {
    code
    for thing in vars(words).values()
    if isinstance(thing, type) and issubclass(thing, StrEnum)
    for code in thing
}


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in the value, with the name of the field that it is in."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts(part, key)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part, name)


def is_no_free_text(text: str) -> bool:
    """Whether it is a code, a number, a day or a time."""
    if text in CODES:
        return True
    for kind in (date, time, float):
        try:
            msgspec.convert(text, kind, strict=False)
        except msgspec.ValidationError:
            continue
        return True
    return False


def test_no_field_of_text_is_left_out() -> None:
    left = {
        (type(record).__name__, name)
        for record in records(MARK)
        for name, text in texts(msgspec.to_builtins(record))
        if MARK not in text and not is_no_free_text(text)
    }
    assert left == set()


@pytest.mark.parametrize("field", ["name", "email", "sector", "tags", "reason", "note", "machine"])
def test_a_field_of_text_is_filled_by_itself(field: str) -> None:
    filled = {name for each in records(MARK) for name, _ in texts(msgspec.to_builtins(each))}
    assert field in filled

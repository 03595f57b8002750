"""What a record from another file must keep to: the bounds that typed fields have."""

from enum import Enum
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from store.errors import InvalidValue
from store.records.edit import Record
from store.records.quote import Quote
from store.records.quote_practice import PRIVATE
from store.records.text import LINE_LENGTH, NOTE_LENGTH, REF_LENGTH, kept_text

S = TypeVar("S", bound=msgspec.Struct)

HIGHEST_NUMBER = 2**53
"""Highest id, number of recording and revision: every JSON reader keeps them exactly."""

_LENGTHS = dict.fromkeys(("notes", "note", "reason", "stated_reason", PRIVATE), NOTE_LENGTH)


def checked_record(record: Record) -> Record:
    """The record with its text in NFC and without a private reason (PRACTICES H5).

    Raises `InvalidValue` for a text that is too long or cannot be kept, and for an id or a number
    out of bounds.
    """
    numbers = {"id": record.id, "seq": record.seq, "changed": record.changed.revision}
    for name, number in numbers.items():
        if number > HIGHEST_NUMBER or (name == "id" and not number):
            raise InvalidValue(name, str(number), "number_out_of_bounds", highest=HIGHEST_NUMBER)
    whole = _checked(record)
    if isinstance(whole, Quote) and whole.private_reason:
        return replace(whole, private_reason="")
    return whole


def _checked(record: S) -> S:
    values = {name: getattr(record, name) for name in record.__struct_fields__}
    checked = {name: _value(name, value) for name, value in values.items()}
    changed = {name: value for name, value in checked.items() if value is not values[name]}
    return replace(record, **changed) if changed else record


def _value(name: str, value: object) -> object:
    match value:
        case "" | () | None | Enum():
            return value
        case str():
            longest = REF_LENGTH if name == "ref" else _LENGTHS.get(name, LINE_LENGTH)
            kept = kept_text(name, value, longest=longest)
            return value if kept == value else kept
        case tuple():
            checked = tuple(_value(name, each) for each in value)
            return value if checked == value else checked
        case msgspec.Struct():
            return _checked(value)
        case _:
            return value

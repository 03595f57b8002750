"""What a record from another file must keep to: the bounds that typed fields have."""

from enum import Enum
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from store.errors import InvalidValue
from store.records.edit import Record
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.quote_practice import PRIVATE
from store.records.stamp import Stamp
from store.records.text import LINE_LENGTH, NOTE_LENGTH, REF_LENGTH, kept_text

S = TypeVar("S", bound=msgspec.Struct)

HIGHEST_NUMBER = 2**53
"""Highest id, number of recording and revision: every JSON reader keeps them exactly."""

HIGHEST_COUNT = 2**52
"""Highest number of recording and revision that are taken over: the tracker counts on from them,
and must never come to one that its own export could not bring back."""

_LENGTHS = dict.fromkeys(("notes", "note", "reason", "stated_reason", PRIVATE), NOTE_LENGTH)


def checked_record(record: Record) -> Record:
    """The record with its text in NFC and without a private reason (PRACTICES H5).

    A number of recording or a stamp above `HIGHEST_COUNT` is forgotten: the tracker gives its own.
    Raises `InvalidValue` for a text that is too long or cannot be kept, for a lead without a name,
    and for an id or a number out of bounds.
    """
    numbers = {"id": record.id, "seq": record.seq, "changed": record.changed.revision}
    for name, number in numbers.items():
        if number > HIGHEST_NUMBER or (name == "id" and not number):
            raise InvalidValue(name, str(number), "number_out_of_bounds", highest=HIGHEST_NUMBER)
    if isinstance(record, Lead) and not record.name.strip():
        raise InvalidValue("name", record.name, "empty")
    whole = _counted(_checked(record))
    if isinstance(whole, Quote) and whole.private_reason:
        return replace(whole, private_reason="")
    return whole


def _counted(record: Record) -> Record:
    seq = record.seq if record.seq <= HIGHEST_COUNT else 0
    stamp = record.changed if record.changed.revision <= HIGHEST_COUNT else Stamp()
    is_as_it_was = (seq, stamp) == (record.seq, record.changed)
    return record if is_as_it_was else replace(record, seq=seq, changed=stamp)


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

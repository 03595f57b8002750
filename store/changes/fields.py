"""The fields that people set by name, and how the text for each is read.

The command line (`edit REF FIELD=VALUE`), the app's forms and imports share these readers.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from store.errors import InvalidValue
from store.records import day_reading, text
from store.records.amount_reading import read_amount, read_currency
from store.records.follow_up import LONGEST_CONTACT
from store.records.quote import HIGHEST_LIMIT, LONGEST_VALIDITY
from store.records.settings import Settings
from store.records.words import CallOutcome, Channel, Direction, Kind

YES = ("yes", "y", "true", "1", "on", "oui", "o", "vrai")
NO = ("no", "n", "false", "0", "off", "non", "faux", "")


class Reading(msgspec.Struct, frozen=True):
    """What reading a value may need: the day it is read on, and the settings."""

    today: date
    settings: Settings


Values = Mapping[str, object]
Reader = Callable[[str, str, Reading], Values]


def read_values(
    readers: Mapping[str, Reader], typed: Mapping[str, str], reading: Reading
) -> dict[str, object]:
    """The values of the typed texts; raises `InvalidValue`, also for a field nobody knows."""
    values: dict[str, object] = {}
    for name, typed_text in typed.items():
        read = reader_for(readers, name, typed_text)(name, typed_text, reading)
        if values.keys() & read.keys():
            raise InvalidValue(name, typed_text, "said_twice")
        values.update(read)
    return values


def reader_for(readers: Mapping[str, Reader], name: str, typed_text: str) -> Reader:
    """The reader of a field; raises `InvalidValue` with the fields there are."""
    if name not in readers:
        raise InvalidValue(name, typed_text, "unknown_field", known=tuple(readers))
    return readers[name]


def _line(field: str, typed: str, _: Reading) -> Values:
    return {field: text.read_line(field, typed)}


def _required_line(field: str, typed: str, _: Reading) -> Values:
    return {field: text.read_required_line(field, typed)}


def _note(field: str, typed: str, _: Reading) -> Values:
    return {field: text.read_note(field, typed)}


def _words(field: str, typed: str, _: Reading) -> Values:
    return {field: text.read_words(field, typed)}


def _ref(field: str, typed: str, _: Reading) -> Values:
    return {field: text.read_ref(field, typed)}


def _amount(field: str, typed: str, _: Reading) -> Values:
    amount, currency = read_amount(field, typed)
    return {field: amount} | ({"currency": currency} if currency else {})


def _currency(field: str, typed: str, _: Reading) -> Values:
    return {field: read_currency(field, typed)}


def _day(field: str, typed: str, reading: Reading) -> Values:
    return {field: day_reading.read_day(field, typed, reading.today) if typed.strip() else None}


def _deadline(field: str, typed: str, reading: Reading) -> Values:
    return {"valid_until": _day(field, typed, reading)[field]}


def _moment(field: str, typed: str, reading: Reading) -> Values:
    """A day and the time that may follow; empty for unknown."""
    if not typed.strip():
        return {field: None, "time": None}
    moment = day_reading.read_moment(field, typed, reading.today)
    return {field: moment.day} | ({"time": moment.at} if moment.at else {})


def _time(field: str, typed: str, _: Reading) -> Values:
    return {field: day_reading.read_time(field, typed) if typed.strip() else None}


def _yes_no(field: str, typed: str, _: Reading) -> Values:
    word = text.fold(typed.strip())
    if word not in YES + NO:
        raise InvalidValue(field, typed, "not_yes_or_no")
    return {field: word in YES}


def _number(highest: int) -> Reader:
    def read(field: str, typed: str, _: Reading) -> Values:
        if not typed.strip():
            return {field: None}
        return {field: read_number(field, typed, highest)}

    return read


def read_number(field: str, typed: str, highest: int) -> int:
    """A whole number from 0 to `highest`; raises `InvalidValue`."""
    digits = typed.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10 and int(digits) <= highest):
        raise InvalidValue(field, typed, "not_a_number", highest=highest)
    return int(digits)


def _one_of(codes: type[StrEnum], *, optional: bool = False) -> Reader:
    def read(field: str, typed: str, _: Reading) -> Values:
        word = text.fold(typed.strip()).replace("-", "_").replace(" ", "_")
        if optional and not word:
            return {field: None}
        if word not in list(codes):
            raise InvalidValue(field, typed, "not_one_of", known=tuple(codes))
        return {field: codes(word)}

    return read


def _cadence(field: str, typed: str, reading: Reading) -> Values:
    known = tuple(cadence.name for cadence in reading.settings.cadences)
    if typed.strip() not in (*known, ""):
        raise InvalidValue(field, typed, "not_one_of", known=known)
    return {field: typed.strip()}


QUOTE_FIELDS: Mapping[str, Reader] = {
    "title": _required_line,
    "amount": _amount,
    "currency": _currency,
    "ref": _ref,
    "lead": _required_line,
    "asked_on": _day,
    "send_by": _day,
    "sent_on": _day,
    "validity_days": _number(LONGEST_VALIDITY),
    "valid_until": _day,
    "deadline": _deadline,
    "cadence": _cadence,
    "limit": _number(HIGHEST_LIMIT),
    "snoozed_until": _day,
    "decision_expected": _day,
    "urgent": _yes_no,
    "notes": _note,
}

LEAD_FIELDS: Mapping[str, Reader] = {
    "name": _required_line,
    "sector": _line,
    "platform": _line,
    "regular": _yes_no,
    "source": _line,
    "tags": _words,
    "flags": _words,
    "notes": _note,
}

CONTACT_FIELDS: Mapping[str, Reader] = {
    "on": _moment,
    "time": _time,
    "kind": _one_of(Kind),
    "direction": _one_of(Direction),
    "channel": _one_of(Channel),
    "outcome": _one_of(CallOutcome, optional=True),
    "minutes": _number(LONGEST_CONTACT),
    "answer_needed": _yes_no,
    "note": _note,
}

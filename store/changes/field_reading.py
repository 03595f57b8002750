"""How the text for a field is read into a value: the readers that tables of fields name.

The command line (`edit REF FIELD=VALUE`), the app's forms and imports share them.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum

import msgspec

from store.errors import InvalidValue
from store.records import day_reading, text
from store.records.amount_reading import read_amount, read_currency
from store.records.settings import Settings

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


def line(field: str, typed: str, _: Reading) -> Values:
    """One line of text."""
    return {field: text.read_line(field, typed)}


def required_line(field: str, typed: str, _: Reading) -> Values:
    """One line of text that says something."""
    return {field: text.read_required_line(field, typed)}


def note(field: str, typed: str, _: Reading) -> Values:
    """Text of several lines."""
    return {field: text.read_note(field, typed)}


def words(field: str, typed: str, _: Reading) -> Values:
    """A comma-separated list."""
    return {field: text.read_words(field, typed)}


def ref(field: str, typed: str, _: Reading) -> Values:
    """A ref."""
    return {field: text.read_ref(field, typed)}


def amount(field: str, typed: str, _: Reading) -> Values:
    """An amount, and the currency that may stand by it."""
    amount, currency = read_amount(field, typed)
    return {field: amount} | ({"currency": currency} if currency else {})


def currency(field: str, typed: str, _: Reading) -> Values:
    """A currency code."""
    return {field: read_currency(field, typed)}


def day(field: str, typed: str, reading: Reading) -> Values:
    """A day; empty for none."""
    return {field: day_reading.read_day(field, typed, reading.today) if typed.strip() else None}


def deadline(field: str, typed: str, reading: Reading) -> Values:
    """The last valid day."""
    return {"valid_until": day(field, typed, reading)[field]}


def moment(field: str, typed: str, reading: Reading) -> Values:
    """A day and the time that may follow; empty for unknown."""
    if not typed.strip():
        return {field: None, "time": None}
    moment = day_reading.read_moment(field, typed, reading.today)
    return {field: moment.day} | ({"time": moment.at} if moment.at else {})


def time_of_day(field: str, typed: str, _: Reading) -> Values:
    """A time of day; empty for unknown."""
    return {field: day_reading.read_time(field, typed) if typed.strip() else None}


def at(field: str, typed: str, reading: Reading) -> Values:
    """The time of day of a contact, under the name it has in PRACTICES E9."""
    return {"time": time_of_day(field, typed, reading)[field]}


def yes_no(field: str, typed: str, _: Reading) -> Values:
    """Yes or no; empty for no."""
    word = text.fold(typed.strip())
    if word not in YES + NO:
        raise InvalidValue(field, typed, "not_yes_or_no")
    return {field: word in YES}


def number(highest: int) -> Reader:
    """The reader of a whole number from 0 to `highest`; empty for none."""

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


def one_of(codes: type[StrEnum], *, optional: bool = False) -> Reader:
    """The reader of a code, written with blanks or hyphens too; empty for none if `optional`."""

    def read(field: str, typed: str, _: Reading) -> Values:
        if optional and not typed.strip():
            return {field: None}
        return {field: _code(field, typed, codes)}

    return read


def some_of(codes: type[StrEnum]) -> Reader:
    """The reader of a comma-separated list of codes, without repetition, in the order given.

    A whole number from 1 is the code at that place.
    """

    def read(field: str, typed: str, _: Reading) -> Values:
        found = (_code_or_place(field, word, codes) for word in text.read_words(field, typed))
        return {field: tuple(dict.fromkeys(found))}

    return read


def some_of_or_own(codes: type[StrEnum]) -> Reader:
    """As `some_of`, but what is no code is kept as it is: a word of one's own.

    Whether it may be one is known to the command, which sees the record.
    """

    def read(field: str, typed: str, _: Reading) -> Values:
        found: list[str] = []
        for word in text.read_words(field, typed):
            try:
                found.append(_code_or_place(field, word, codes))
            except InvalidValue:
                found.append(word)
        return {field: tuple(dict.fromkeys(found))}

    return read


def maybe(field: str, typed: str, reading: Reading) -> Values:
    """Yes or no; empty for unknown."""
    return yes_no(field, typed, reading) if typed.strip() else {field: None}


def day_and_time(field: str, typed: str, reading: Reading) -> Values:
    """A day with its time, as one value; empty for none."""
    if not typed.strip():
        return {field: None}
    found = day_reading.read_moment(field, typed.replace("T", " "), reading.today)
    if found.at is None:
        raise InvalidValue(field, typed, "not_a_time")
    return {field: datetime.combine(found.day, found.at)}


def _code_or_place(field: str, word: str, codes: type[StrEnum]) -> StrEnum:
    places = {str(place): code for place, code in enumerate(codes, start=1)}
    return places.get(word) or _code(field, word, codes)


def _code(field: str, typed: str, codes: type[StrEnum]) -> StrEnum:
    word = text.fold(typed.strip()).replace("-", "_").replace(" ", "_")
    if word not in list(codes):
        raise InvalidValue(field, typed, "not_one_of", known=tuple(codes))
    return codes(word)


def cadence(field: str, typed: str, reading: Reading) -> Values:
    """The name of a cadence; empty for the default one."""
    known = tuple(cadence.name for cadence in reading.settings.cadences)
    if typed.strip() not in (*known, ""):
        raise InvalidValue(field, typed, "not_one_of", known=known)
    return {field: typed.strip()}

"""Reading what `json_export` wrote: records with their ids, each as it stands in the file.

What becomes of them in a tracker is left to `store.exchange.import_records`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from store.errors import FileTrouble, InvalidValue
from store.exchange.decoding import LARGEST
from store.exchange.found_record import FoundRecord
from store.exchange.json_export import FORMAT
from store.exchange.problem import Problem
from store.exchange.record_check import checked_record
from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.quote import Quote

TABLES: Mapping[str, type[Record]] = {
    "leads": Lead,
    "quotes": Quote,
    "follow_ups": FollowUp,
    "incidents": Incident,
}
"""The kinds of records by the name under which the file lists them."""

_MARK = "relance"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BY_NAME = msgspec.json.Decoder(dict[str, msgspec.Raw])
_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_WHERE = re.compile(r" - at `\$\.?(?P<field>\w*).*`$")


class Records(NamedTuple):
    """The good records of a file, in its order, and a problem for each that is none.

    Whether those that they belong to are good as well is left to the planning.
    """

    name: str
    found: tuple[FoundRecord, ...]
    problems: tuple[Problem, ...]


def is_json(data: bytes) -> bool:
    """Whether the bytes begin as a JSON object does."""
    return data.removeprefix(_BYTE_ORDER_MARK).lstrip()[:1] == b"{"


def read_records(name: str, data: bytes) -> Records:
    """The records in the bytes of a file; a bad one stops no others. `name` is for the errors.

    Raises `FileTrouble` for more than `LARGEST` bytes and for what is not UTF-8, `InvalidValue`
    for what is no JSON, no export of relance, or one of a newer format.
    """
    if len(data) > LARGEST:
        raise FileTrouble("import_too_large", path=name, size=len(data), largest=LARGEST)
    text = data.removeprefix(_BYTE_ORDER_MARK)
    try:
        text.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileTrouble("import_not_text", path=name, line=line) from error
    read = list(_each(text, _tables(name, text)))
    found = tuple(each for each in read if isinstance(each, FoundRecord))
    problems = tuple(each for each in read if isinstance(each, Problem))
    return Records(name, found, problems)


def _tables(name: str, text: bytes) -> Mapping[str, Sequence[msgspec.Raw]]:
    """The records of each table, unread; raises `InvalidValue`."""
    try:
        parts = _BY_NAME.decode(text)
        if _MARK not in parts:
            raise InvalidValue("file", name, "unknown_json")
        version = msgspec.json.decode(parts[_MARK], type=int)
        if version > FORMAT:
            raise InvalidValue("file", name, "newer_format", format=str(version)[:20])
        return {table: _LIST.decode(raw) for table, raw in parts.items() if table in TABLES}
    except msgspec.ValidationError as error:
        raise InvalidValue("file", name, "unknown_json") from error
    except msgspec.DecodeError as error:
        raise InvalidValue("file", name, "not_json", why=str(error)) from error
    except RecursionError:
        raise InvalidValue("file", name, "not_json", why="nested too deeply") from None


def _each(
    text: bytes, tables: Mapping[str, Sequence[msgspec.Raw]]
) -> Iterator[FoundRecord | Problem]:
    """Every record or why it is none: they stand in the text in this order."""
    position, line = 0, 1
    for table, rows in tables.items():
        lines: dict[int, int] = {}
        for row in rows:
            raw = bytes(row)
            start = text.find(raw, position)
            line += text.count(b"\n", position, start)
            try:
                record = checked_record(_record(TABLES[table], row))
                if record.id in lines:
                    raise InvalidValue("id", str(record.id), "id_repeated", line=lines[record.id])
                lines[record.id] = line
            except InvalidValue as error:
                yield Problem(line, error, column=table)
            else:
                yield FoundRecord(line, record)
            line += raw.count(b"\n")
            position = start + len(raw)


def _record(kind: type[Record], row: msgspec.Raw) -> Record:
    """The record in the row; raises `InvalidValue` with the field, where it is known."""
    try:
        return msgspec.json.decode(row, type=kind)
    except (msgspec.MsgspecError, ValueError) as error:
        why = str(error)
        where = _WHERE.search(why)
        field = where["field"] if where else ""
        reason = _WHERE.sub("", why)
        raise InvalidValue(
            field or "record", _shown(row, field), "bad_value", why=reason
        ) from error
    except RecursionError:
        raise InvalidValue("record", "", "bad_value", why="nested too deeply") from None


def _shown(row: msgspec.Raw, field: str) -> str:
    """The value of the field, or the whole record where it is not known which one is wrong."""
    try:
        fields = _BY_NAME.decode(row)
    except (msgspec.MsgspecError, RecursionError):
        return ""
    return bytes(fields.get(field, row)).decode()

"""What two rows or fields say, whoever wrote the text: spaces, escapes and order do not count."""

import json
from typing import NamedTuple

import msgspec

from store.errors import FileTrouble
from store.file.codec import Fields, fields_of
from store.file.tables import Row
from store.records.ids import Id
from store.records.stamp import Stamp


class Number(NamedTuple):
    """A number as it is written: no size is too large, and `1.50` is not `1.5`."""

    text: str


class _Stamped(msgspec.Struct, frozen=True):
    changed: Stamp = Stamp()


class _Recorded(msgspec.Struct, frozen=True):
    seq: Id = 0


Age = tuple[int, str]
"""Revision and machine of a change: the larger is the newer."""


def same(one: Row | None, other: Row | None) -> bool:
    """Whether both say the same; nothing is the same as nothing only."""
    if one is None or other is None:
        return one is other
    return bytes(one) == bytes(other) or _meaning(one) == _meaning(other)


def tidier(one: Row, other: Row) -> Row:
    """Of two texts that say the same, the shorter; the same one whichever is named first."""
    return min(one, other, key=lambda text: (len(bytes(text)), bytes(text)))


def read_fields(table: str, document_id: str, row: Row) -> Fields:
    """The fields of a row; raises `FileTrouble` for a row that has none."""
    try:
        return fields_of(row)
    except msgspec.MsgspecError as error:
        raise FileTrouble("bad_record", table=table, id=document_id, why=str(error)) from error


def age(row: Row) -> Age:
    """When the row was last changed; the oldest of all where it does not say."""
    try:
        return age_of(msgspec.json.decode(row, type=_Stamped).changed)
    except msgspec.MsgspecError:
        return age_of(Stamp())


def age_of(stamp: Stamp) -> Age:
    """The stamp as something that can be compared."""
    return (stamp.revision, stamp.machine)


def seq(row: Row) -> int:
    """The row's number of recording; 0 where another program wrote it."""
    try:
        return msgspec.json.decode(row, type=_Recorded).seq
    except msgspec.MsgspecError:
        return 0


def _meaning(text: Row) -> object:
    try:
        return json.loads(bytes(text), parse_int=Number, parse_float=Number)
    except (ValueError, RecursionError):
        return bytes(text)

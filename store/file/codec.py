"""Rows into records and back. What a row has that we do not know survives every change."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from store.errors import FileTrouble
from store.file.tables import Row, TableName
from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.written_fields import encoded

TABLE_OF: Mapping[type, TableName] = {
    Lead: "leads",
    Quote: "quotes",
    FollowUp: "follow_ups",
    Incident: "incidents",
}
KIND_OF: Mapping[TableName, type[Record]] = {
    "leads": Lead,
    "quotes": Quote,
    "follow_ups": FollowUp,
    "incidents": Incident,
}

R = TypeVar("R", bound=Record)

Fields = dict[str, msgspec.Raw]
"""The fields of a row, each as raw JSON."""

_NESTED = ("contacts", "outcome")
"""Fields that hold records of their own, in which there may be fields that we do not know."""

_FIELDS = msgspec.json.Decoder(Fields)


def read_record(kind: type[Record], document_id: str, row: Row) -> Record:
    """The record in a row; its id is the document's, whatever the row says."""
    try:
        record = msgspec.json.decode(row, type=kind)
        return with_id(record, document_id)
    except (msgspec.MsgspecError, ValueError) as error:
        raise bad_row(kind, document_id, error) from error


def fields_of(row: Row) -> Fields:
    """The fields of a row."""
    return _FIELDS.decode(row)


def row_of(fields: Mapping[str, object]) -> bytes:
    """The row of the fields."""
    return msgspec.json.encode(fields)


def write_record(record: Record, old: Row | None) -> bytes:
    """The row of a record; unknown fields of the old row stay word for word, in it and deeper."""
    fields = encoded(record)
    if old is None:
        return row_of(fields)
    kept = fields_of(old)
    before = msgspec.json.decode(old, type=type(record))
    for name in record.__struct_fields__:
        same = name in _NESTED and getattr(before, name) == getattr(record, name)
        if not same:
            kept.pop(name, None)
    return row_of(fields | kept)


def with_id(record: R, document_id: str) -> R:
    """The record; its id is the document's, whatever the row says."""
    number = int(document_id)
    return record if record.id == number else msgspec.structs.replace(record, id=number)


def bad_row(kind: type, document_id: str, error: Exception) -> FileTrouble:
    """That a row is no record of that kind."""
    return FileTrouble("bad_record", table=TABLE_OF[kind], id=document_id, why=str(error))

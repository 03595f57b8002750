"""Rows into records and back. What a row has that we do not know survives every change."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from store.errors import FileTrouble
from store.file.tables import Row, TableName, Tables
from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.snapshot import Snapshot
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


def read_snapshot(tables: Tables) -> Snapshot:
    """The records in the tables; raises `FileTrouble` naming the row that cannot be read."""
    return Snapshot(
        _records(tables, Lead),
        _records(tables, Quote),
        _records(tables, FollowUp),
        _records(tables, Incident),
    )


def read_record(kind: type[Record], document_id: str, row: Row) -> Record:
    """The record in a row; its id is the document's, whatever the row says."""
    try:
        record = msgspec.json.decode(row, type=kind)
        return _with_id(record, document_id)
    except (msgspec.MsgspecError, ValueError) as error:
        raise _bad_row(kind, document_id, error) from error


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


def _records(tables: Tables, kind: type[R]) -> dict[int, R]:
    decoder = msgspec.json.Decoder(kind)
    records = {}
    document_id = ""
    try:
        for document_id, row in tables.get(TABLE_OF[kind], {}).items():
            records[int(document_id)] = _with_id(decoder.decode(row), document_id)
    except (msgspec.MsgspecError, ValueError) as error:
        raise _bad_row(kind, document_id, error) from error
    return records


def _with_id(record: R, document_id: str) -> R:
    number = int(document_id)
    return record if record.id == number else msgspec.structs.replace(record, id=number)


def _bad_row(kind: type, document_id: str, error: Exception) -> FileTrouble:
    return FileTrouble("bad_record", table=TABLE_OF[kind], id=document_id, why=str(error))

"""Tables as a snapshot: what belongs together is read at once, the records when they are needed."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

import msgspec

from store.file.codec import TABLE_OF
from store.file.lazy_table import LazyTable
from store.file.tables import Row, Tables
from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.ids import Id
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.outline import Outline, outline_of
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.words import Status

R = TypeVar("R", bound=Record)
Head = TypeVar("Head")


class _LeadHead(msgspec.Struct, frozen=True, gc=False):
    recontact_on: date | None = None


class _EndHead(msgspec.Struct, frozen=True, gc=False):
    on: date | None = None


class _QuoteHead(msgspec.Struct, frozen=True, gc=False):
    lead_id: Id
    status: Status = Status.DRAFT
    outcome: _EndHead | None = None


class _ContactHead(msgspec.Struct, frozen=True, gc=False):
    lead_id: Id


def read_snapshot(tables: Tables, *, are_sound: bool = False) -> Snapshot:
    """The records in the tables; raises `FileTrouble` naming the row that cannot be read.

    Where it is known that all of them `are_sound`, each is read when it is first asked for.
    """
    leads, quotes = _table(tables, Lead), _table(tables, Quote)
    follow_ups, incidents = _table(tables, FollowUp), _table(tables, Incident)
    if are_sound:
        return Snapshot(leads, quotes, follow_ups, incidents, outline=lambda: _outline(tables))
    leads.read_all()
    quotes.read_all()
    follow_ups.read_all()
    incidents.read_all()
    return Snapshot(leads, quotes, follow_ups, incidents)


def _table(tables: Tables, kind: type[R]) -> LazyTable[R]:
    return LazyTable(tables.get(TABLE_OF[kind], {}), kind)


def _outline(tables: Tables) -> Outline:
    return outline_of(
        _heads(tables.get("leads", {}), _LeadHead),
        _heads(tables.get("quotes", {}), _QuoteHead),
        _heads(tables.get("follow_ups", {}), _ContactHead),
    )


def _heads(rows: Mapping[str, Row], kind: type[Head]) -> Iterator[tuple[int, Head]]:
    decode = msgspec.json.Decoder(kind).decode
    return ((int(key), decode(row)) for key, row in rows.items())

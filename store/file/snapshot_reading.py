"""Tables as a snapshot: what belongs together is read at once, the records when they are needed."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import msgspec

from store.file.codec import TABLE_OF
from store.file.lazy_table import LazyTable
from store.file.tables import Tables
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


def read_snapshot(
    tables: Tables, *, are_sound: bool = False, doubt: Callable[[], None] | None = None
) -> Snapshot:
    """The records in the tables; raises `FileTrouble` naming the row that cannot be read.

    Each is read when it is asked for; before that all of them are tried, unless it is known that
    they `are_sound`; should one not be so all the same, `doubt` hears of it first.
    """
    leads, quotes = _table(tables, Lead, doubt), _table(tables, Quote, doubt)
    follow_ups, incidents = _table(tables, FollowUp, doubt), _table(tables, Incident, doubt)
    if not are_sound:
        leads.check_all()
        quotes.check_all()
        follow_ups.check_all()
        incidents.check_all()
    return Snapshot(leads, quotes, follow_ups, incidents, outline=lambda: _outline(tables))


def _table(tables: Tables, kind: type[R], doubt: Callable[[], None] | None = None) -> LazyTable[R]:
    return LazyTable(tables.get(TABLE_OF[kind], {}), kind, doubt)


def _outline(tables: Tables) -> Outline:
    return outline_of(
        _table(tables, Lead).heads(_LeadHead),
        _table(tables, Quote).heads(_QuoteHead),
        _table(tables, FollowUp).heads(_ContactHead),
    )

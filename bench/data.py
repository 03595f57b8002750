"""A made-up tracker of any size, written as a program would have left it after ten years."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import replace

from bench.made.chance import Chance
from bench.made.past import recorded
from store.file.codec import TABLE_OF, write_record
from store.file.history import HISTORY, Change, Touched
from store.file.history_limit import KEPT
from store.file.meta import META, OWN, Meta
from store.file.repository import Repository
from store.file.tables import Tables
from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.records.stamp import Stamp

TODAY = date(2026, 3, 20)
"""The day on which the made-up tracker is looked at."""

_MACHINES = ("bureau", "portable")


def write_tracker(path: Path, quotes: int) -> None:
    """Writes a tracker of so many quotes; the same bytes for the same number."""
    tables = made_tables(quotes)
    Repository(path, _MACHINES[0]).rewrite(lambda _nothing: tables, TODAY)


def made_tables(quotes: int) -> Tables:
    """The tables of such a tracker; every record was a change of its own."""
    chance = Chance(quotes)
    records = [
        replace(record, changed=Stamp(number, chance.one_of(_MACHINES)), seq=number)
        for number, record in enumerate(recorded(quotes, chance, TODAY), start=1)
    ]
    rows: dict[str, dict[str, bytes]] = {name: {} for name in TABLE_OF.values()}
    for record in records:
        rows[TABLE_OF[type(record)]][str(record.id)] = write_record(record, None)
    last = len(records)
    changes = _history(records, chance)
    history = {str(change.id): msgspec.json.encode(change) for change in changes}
    own = msgspec.json.encode(Meta(revision=last, seq=last + len(history)))
    return {**rows, HISTORY: history, META: {OWN: own}}


def _history(records: Sequence[Record], chance: Chance) -> Iterator[Change]:
    """The last changes: as many as a history keeps, each of which added a quote or a contact."""
    refs = {record.id: record.ref for record in records if isinstance(record, Quote)}
    added = [record for record in records if isinstance(record, Quote | FollowUp)]
    for number, record in enumerate(added[-KEPT:], start=len(records) + 1):
        is_quote = isinstance(record, Quote)
        touched = Touched(table=TABLE_OF[type(record)], id=record.id, how="created")
        yield Change(
            id=chance.new_id(),
            seq=number,
            on=TODAY,
            time=chance.moment(),
            machine=record.changed.machine,
            code="added" if is_quote else "logged",
            subject=record.ref if isinstance(record, Quote) else refs[record.quote_id],
            facts={} if is_quote else {"kind": "follow_up", "channel": "email"},
            records=(touched,),
        )

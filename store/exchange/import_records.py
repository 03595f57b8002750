"""Taking in the records of another tracker's JSON export: each is found again by its id.

What the tracker does not have is added. Of a record that both have, the one that was changed last
stays, as in a merge, and ours where both have one stamp: another program may have edited either,
and what is here is not overwritten for that. A private reason is never taken over, nor taken away
(PRACTICES H5).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from msgspec.structs import replace

from store.changes.command import Circumstances
from store.errors import Facts, InvalidValue
from store.exchange.found_record import FoundRecord, without_orphans
from store.exchange.json_import import TABLES, Records
from store.exchange.problem import Problem
from store.records.edit import Edit, Record
from store.records.follow_up import FollowUp
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.text import fold


class RecordVerdict(StrEnum):
    """What becomes of a record of the file."""

    ADD = "add"
    CHANGE = "change"
    PRESENT = "present"
    OLDER = "older"
    PROBLEM = "problem"


TAKEN = (RecordVerdict.ADD, RecordVerdict.CHANGE)
"""The verdicts after which a record of the file is put into the tracker."""


class PlannedRecord(NamedTuple):
    """A record of the file and what becomes of it, and what is wrong with it or to be told."""

    line: int
    verdict: RecordVerdict
    record: Record | None
    problem: Problem | None = None


def plan_records(read: Records, snapshot: Snapshot) -> list[PlannedRecord]:
    """What importing would do with every record, in the order of the lines, and nothing more."""
    good, orphans = without_orphans(read.found, snapshot)
    problems = (*read.problems, *orphans)
    failed = [PlannedRecord(each.line, RecordVerdict.PROBLEM, None, each) for each in problems]
    tracker = _Tracker(snapshot)
    return sorted([*failed, *map(tracker.plan, good)], key=lambda each: each.line)


@dataclass(frozen=True, kw_only=True)
class ImportRecords:
    """Put the records of a file, `name`, as far as `plan_records` takes them, at once."""

    name: str
    found: tuple[FoundRecord, ...]

    def apply(self, snapshot: Snapshot, _circumstances: Circumstances) -> Edit:
        """Puts the records; the facts count those added by kind, and those changed."""
        tracker = _Tracker(snapshot)
        good, _ = without_orphans(self.found, snapshot)
        planned = [tracker.plan(each) for each in good]
        added = [each.record for each in planned if each.verdict is RecordVerdict.ADD]
        changed = [each.record for each in planned if each.verdict is RecordVerdict.CHANGE]
        new = _numbered([record for record in added if record], snapshot)
        counts: Facts = {
            table: sum(isinstance(record, kind) for record in new) for table, kind in TABLES.items()
        }
        puts = (*new, *(record for record in changed if record))
        facts: Facts = {**counts, "changed": len(changed)}
        return Edit("imported_records", self.name, puts=puts, facts=facts, brought=True)


class _Tracker:
    """What the tracker has, for any number of look-ups."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._known: Mapping[type, Mapping[int, Record]] = {
            Lead: snapshot.leads,
            Quote: snapshot.quotes,
            FollowUp: snapshot.follow_ups,
            Incident: snapshot.incidents,
        }
        self._refs = {fold(quote.ref): quote.id for quote in snapshot.quotes.values()}
        self._names = {fold(lead.name): lead.id for lead in snapshot.leads.values()}

    def plan(self, found: FoundRecord) -> PlannedRecord:
        """What becomes of the record."""
        line, record = found
        ours = self._known[type(record)].get(record.id)
        if ours is None:
            return PlannedRecord(line, RecordVerdict.ADD, record, self._doubled(found))
        theirs = _as_it_would_be(record, ours)
        if replace(theirs, changed=ours.changed) == ours:
            return PlannedRecord(line, RecordVerdict.PRESENT, theirs)
        if _age(theirs) <= _age(ours):
            return PlannedRecord(line, RecordVerdict.OLDER, theirs)
        return PlannedRecord(line, RecordVerdict.CHANGE, theirs)

    def _doubled(self, found: FoundRecord) -> Problem | None:
        """What a person should know of a new record: its name is another's already."""
        line, record = found
        if isinstance(record, Quote) and self._refs.get(fold(record.ref), record.id) != record.id:
            return Problem(line, InvalidValue("ref", record.ref, "ref_doubled"))
        if isinstance(record, Lead) and self._names.get(fold(record.name), record.id) != record.id:
            return Problem(line, InvalidValue("name", record.name, "name_doubled"))
        return None


def _as_it_would_be(record: Record, ours: Record) -> Record:
    """The record as it would stand in place of ours: where ours was recorded, with our reason."""
    placed = replace(record, seq=ours.seq)
    if isinstance(placed, Quote) and isinstance(ours, Quote):
        return replace(placed, private_reason=ours.private_reason)
    return placed


def _age(record: Record) -> tuple[int, str]:
    """When it was last changed; the larger is the newer."""
    return (record.changed.revision, record.changed.machine)


def _numbered(new: Sequence[Record], snapshot: Snapshot) -> list[Record]:
    """The new records with their numbers of recording, where all of those are free here.

    Else all of them are recorded anew, in the order that they had: a number here and there would
    mix up the contacts of a day.
    """
    taken = {record.seq for record in _all(snapshot)}
    if all(record.seq and record.seq not in taken for record in new):
        return [*new]
    return [replace(each, seq=0) for each in sorted(new, key=lambda each: (each.seq, each.id))]


def _all(snapshot: Snapshot) -> Iterator[Record]:
    tables: Iterable[Mapping[int, Record]] = (
        snapshot.leads,
        snapshot.quotes,
        snapshot.follow_ups,
        snapshot.incidents,
    )
    for table in tables:
        yield from table.values()

"""A record of a file, and whether those that it belongs to are there or come with it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.errors import InvalidValue
from store.exchange.problem import Problem
from store.records.edit import Record
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.snapshot import Snapshot


class FoundRecord(NamedTuple):
    """A record and the line of the file on which it begins, counted from 1."""

    line: int
    record: Record


def without_orphans(
    found: Sequence[FoundRecord], snapshot: Snapshot
) -> tuple[list[FoundRecord], list[Problem]]:
    """The records whose lead and quote are good ones of the file or the tracker's own.

    And a problem for each other one: it would come in without a name.
    """
    leads = set(snapshot.leads)
    leads |= {each.record.id for each in found if isinstance(each.record, Lead)}
    quotes = set(snapshot.quotes)
    quotes |= {
        each.record.id
        for each in found
        if isinstance(each.record, Quote) and each.record.lead_id in leads
    }
    good, orphans = [], []
    for each in found:
        lacking = next(_lacking(each.record, leads, quotes), None)
        if lacking is None:
            good.append(each)
        else:
            orphans.append(Problem(each.line, InvalidValue(*lacking, "of_bad_record")))
    return good, orphans


def _lacking(record: Record, leads: set[int], quotes: set[int]) -> Iterator[tuple[str, str]]:
    """The references of the record that lead to nothing good, by field."""
    for field, known in (("lead_id", leads), ("quote_id", quotes)):
        number = getattr(record, field, None)
        if number is not None and number not in known:
            yield field, str(number)

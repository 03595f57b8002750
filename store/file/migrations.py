"""From the schema of an older file to the next: pure functions, one step a version.

Schema 0 is a file without the `_meta` table, made by hand with stock TinyDB: its records may lack
ids, numbers of recording, refs and deadlines. Once it was restored from a backup it has a revision.
`schema` says when they are taken.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import count

from msgspec.structs import replace

from store.changes.deadlines import sent
from store.errors import InvalidValue
from store.file.codec import KIND_OF, write_record
from store.file.meta import META, Graves, next_meta, read_meta
from store.file.row_value import seq
from store.file.schema import readable
from store.file.tables import SELDOM, Tables
from store.records.day import FIRST_DAY
from store.records.edit import Record
from store.records.quote import Quote
from store.records.settings import Settings
from store.records.words import Status

_NO_GRAVES: Graves = {}


def from_0_to_1(tables: Tables) -> Tables:
    """Every record has an id and a number of recording, every quote a ref, if sent a deadline.

    Rows that cannot be read stay as they are: reading names them.
    """
    records = {name: readable(tables, name) for name in KIND_OF}
    highest = max((seq(row) for table in tables.values() for row in table.values()), default=0)
    numbers, refs = count(highest + 1), _Refs(records["quotes"].values())
    whole = {**tables}
    for name, table in records.items():
        rows = dict(tables.get(name, {}))
        for key, record in table.items():
            rows[key] = write_record(_completed(record, numbers, refs), rows[key])
        if rows or name not in SELDOM:
            whole[name] = rows
    meta = replace(read_meta(tables), schema=1, seq=next(numbers) - 1)
    whole[META] = next_meta(tables.get(META, {}), meta, _NO_GRAVES, FIRST_DAY)
    return whole


Step = Callable[[Tables], Tables]

STEPS: tuple[Step, ...] = (from_0_to_1,)
"""The step at position n leads from schema n to n + 1."""


class _Refs:
    """Gives refs to quotes that have none: the year of their first day, and the next number."""

    _PATTERN = re.compile(r"D(\d\d)-(\d{1,9})", re.ASCII | re.IGNORECASE)

    def __init__(self, quotes: Iterable[Record]) -> None:
        self._highest: dict[str, int] = {}
        for quote in quotes:
            match = self._PATTERN.fullmatch(quote.ref) if isinstance(quote, Quote) else None
            if match is not None:
                known = self._highest.get(match[1], 0)
                self._highest[match[1]] = max(known, int(match[2]))

    def next(self, quote: Quote) -> str:
        """The next free ref; `D00-…` where no day of the quote is known."""
        day = quote.asked_on or quote.sent_on or quote.send_by or quote.valid_until
        year = f"{day:%y}" if day else "00"
        self._highest[year] = self._highest.get(year, 0) + 1
        return f"D{year}-{self._highest[year]:03d}"


def _completed(record: Record, numbers: Iterator[int], refs: _Refs) -> Record:
    if not record.seq:
        record = replace(record, seq=next(numbers))
    if not isinstance(record, Quote):
        return record
    if not record.ref:
        record = replace(record, ref=refs.next(record))
    if record.status is not Status.DRAFT and record.sent_on and not record.valid_until:
        with suppress(InvalidValue):  # a deadline past the last day there is
            return sent(record, record.sent_on, Settings().validity_days)
    return record

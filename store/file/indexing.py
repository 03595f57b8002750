"""Keeping the index of a file up to date: after it was read as a whole, and after changes to it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import msgspec

from store.file.edition import Edition
from store.file.excerpt import excerpt_of, read_dossiers, updated
from store.file.index import PARTS, Index, Part
from store.file.meta import SCHEMA
from store.file.schema import schema_of
from store.file.storage import SafeStorage
from store.file.tables import Row, TableName, Tables
from store.records.snapshot import Snapshot

_OF_A_LEAD: tuple[TableName, ...] = ("quotes", "follow_ups")


class _Told(msgspec.Struct, frozen=True):
    """Whose a row is."""

    lead_id: int


class Indexing:
    """Reads the index of the version in place, and writes that of what was last read or saved."""

    def __init__(self, index: Index, storage: SafeStorage) -> None:
        self._index = index
        self._storage = storage

    def excerpt(self, day: date) -> Snapshot | None:
        """What today's work on that day is made of; none where only the whole file tells.

        Raises `FileTrouble` where the file cannot be looked at.
        """
        return self._read("excerpt", day, read_dossiers)

    def briefing(self, day: date) -> Snapshot | None:
        """The same with what advice on that work is made of."""
        from store.file.briefing import read_briefing  # the first screen gives no advice

        return self._read("briefing", day, read_briefing)

    def _read(
        self, part: Part, day: date, snapshot_of: Callable[[bytes | memoryview], Snapshot]
    ) -> Snapshot | None:
        excerpt = self._index.read(self._storage.current(), part)
        if excerpt is None or day < excerpt.complete_from:
            return None
        try:
            return snapshot_of(excerpt.text)
        except msgspec.MsgspecError:
            return None

    def is_behind(self, *, only_by_own: bool = False) -> bool:
        """Whether what was last read or saved could be indexed, and is not.

        With `only_by_own`, whether what was there before is indexed.
        """
        known, indexed = self._storage.known, self._storage.indexed
        if known.version in (None, indexed.version) or (only_by_own and indexed.version is None):
            return False
        return known.is_ours and schema_of(known.tables) == SCHEMA

    def keep_up(self, edition: Edition, snapshot: Snapshot, day: date) -> None:
        """Indexes the edition, of which `snapshot` is, as seen on that day.

        Where there is an index of what was before, only leads are looked at whose records changed.
        """
        if edition.version is None:
            return
        from store.file.briefing import briefing_of, updated_briefing

        before = self._storage.indexed
        excerpt, briefing = (self._index.read(before.version, part) for part in PARTS)
        if excerpt is None or briefing is None:
            excerpt, briefing = excerpt_of(snapshot, day), briefing_of(snapshot, day)
        else:
            changed = changed_leads(before.tables, edition.tables)
            excerpt = updated(excerpt, snapshot, changed, day)
            briefing = updated_briefing(briefing, snapshot, changed, day)
        self._index.write(edition.version, {"excerpt": excerpt, "briefing": briefing})
        self._storage.indexed = edition._replace(text=b"")


def changed_leads(before: Tables, after: Tables) -> set[int]:
    """The ids of the leads whose own records, or what belongs to them, differ."""
    none: Mapping[str, Row] = {}
    changed = {
        int(key) for key, _ in _differing(before.get("leads", none), after.get("leads", none))
    }
    for name in _OF_A_LEAD:
        for _, rows in _differing(before.get(name, none), after.get(name, none)):
            changed |= {msgspec.json.decode(row, type=_Told).lead_id for row in rows}
    return changed


def _differing(
    before: Mapping[str, Row], after: Mapping[str, Row]
) -> Iterator[tuple[str, list[Row]]]:
    """The keys of rows that differ, with both rows, or the one that there is.

    Nearly all are the same objects, which need not be compared. What is gone is looked for only
    where something is: keys wait for as long as two sets of ten years' ids are made.
    """
    if before is after:
        return
    new = 0
    for key, row in after.items():
        old = before.get(key)
        if old is row:
            continue
        if old is None:
            new += 1
            yield key, [row]
        elif bytes(old) != bytes(row):
            yield key, [old, row]
    if len(before) + new > len(after):
        for key in before.keys() - after.keys():
            yield key, [before[key]]

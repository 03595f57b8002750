"""One table that two sides have: which rows stay, which go, and in which order."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from store.file.merge_row import Clash, Versions, merge_rows
from store.file.row_value import age, age_of, same, seq
from store.file.tables import Row
from store.records.stamp import Stamp

Rows = Mapping[str, Row]


class TableVersions(NamedTuple):
    """A table as the common ancestor had it, empty where that is not known, and as two sides do."""

    base: Rows
    ours: Rows
    theirs: Rows


Ancestor = Callable[[str, Row, Row], Row | None]
"""What is known of a row's ancestor where no common ancestor of the file is."""


class MergedTable(NamedTuple):
    """The rows that stay, and by document id what had to give way in them."""

    rows: dict[str, Row]
    clashes: dict[str, tuple[Clash, ...]]


def merge_table(
    name: str, versions: TableVersions, graves: Mapping[int, Stamp], ancestor: Ancestor
) -> MergedTable:
    """The table that both sides' changes make. `graves` are the stamps of deletions by id."""
    rows: dict[str, Row] = {}
    clashes = {}
    for key in in_order(versions):
        base, ours, theirs = (table.get(key) for table in versions)
        if ours is not None and theirs is not None:
            known = base or ancestor(key, ours, theirs)
            rows[key], lost = merge_rows(name, key, Versions(known, ours, theirs))
            if lost:
                clashes[key] = lost
        else:
            only = ours or theirs
            if only is not None and not is_deleted(base, only, graves.get(int(key))):
                rows[key] = only
    return MergedTable(rows, clashes)


def is_deleted(base: Row | None, only: Row, grave: Stamp | None) -> bool:
    """Whether a row that one side lacks was deleted there, and not changed on the other since."""
    if base is not None:
        return same(base, only)
    return grave is not None and age_of(grave) > age(only)


def in_order(versions: TableVersions) -> Iterator[str]:
    """The ids of all rows of both sides: first those that were there, then the added ones.

    The same whichever side is ours; added rows stand in the order of their recording.
    """
    base, ours, theirs = versions
    known = ours if [*ours] == [*theirs] else base
    yield from (key for key in known if key in ours or key in theirs)
    added = {key for key in (*ours, *theirs) if key not in known}

    def recorded(key: str) -> tuple[int, int]:
        return (min(seq(table[key]) for table in (ours, theirs) if key in table), int(key))

    yield from sorted(added, key=recorded)

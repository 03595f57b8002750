"""Two versions of the file made one, record by record (FAULTS: sync conflicts).

A one-sided change wins, an edit beats a deletion, of two changes of one field the newer is kept and
the other logged for review. Without a common ancestor the histories and tombstones tell what they
can. Pure: no clock, no disk, and the same result whichever side is called ours.
"""

from collections.abc import Mapping

from store.file.ancestor import Ancestors
from store.file.history import HISTORY
from store.file.lost import Lost, Merged
from store.file.merge_history import merge_history
from store.file.merge_meta import Grave, Place, graves, merge_meta
from store.file.merge_table import MergedTable, Rows, TableVersions, merge_table
from store.file.meta import META
from store.file.references import keep_references
from store.file.remarks import with_conflicts
from store.file.row_value import age
from store.file.tables import Row, Tables

_ORDER = ("leads", "quotes", "follow_ups", "incidents", HISTORY, META)
_BOOKS = (HISTORY, META)


def merge(base: Tables | None, ours: Tables, theirs: Tables) -> Merged:
    """What both sides' changes since `base` make of it; without it, all that either side has.

    The losers stand in the result's history too. Raises `FileTrouble` for a row that is no record.
    """
    stones = graves(ours, theirs)
    merged = _merge_records(base, ours, theirs, stones)
    tables = {name: table.rows for name, table in merged.items()}
    keep_references(tables, ours, theirs)
    alive = {(name, int(key)) for name, rows in tables.items() for key in rows}
    names = _names(ours, theirs)
    if HISTORY in names:
        tables[HISTORY] = merge_history(_versions(HISTORY, base, ours, theirs))
    if META in names:
        tables[META] = merge_meta(_versions(META, base, ours, theirs), stones, alive)
    lost = _lost(merged, ours, theirs)
    ordered: dict[str, Rows] = {name: tables[name] for name in names}
    return Merged(with_conflicts(ordered, lost), lost)


def _merge_records(
    base: Tables | None, ours: Tables, theirs: Tables, stones: Mapping[Place, Grave]
) -> dict[str, MergedTable]:
    # what was buried before the sides parted may have come back since
    known = {place: grave.stone for place, grave in graves(base or {}, {}).items()}
    ancestors = Ancestors(ours, theirs)

    def merged(name: str) -> MergedTable:
        buried = {
            number: grave.stone.changed
            for (table, number), grave in stones.items()
            if table == name and known.get((table, number)) != grave.stone
        }

        def ancestor(key: str, our_row: Row, their_row: Row) -> Row | None:
            return ancestors.of(name, key, our_row, their_row)

        return merge_table(name, _versions(name, base, ours, theirs), buried, ancestor)

    return {name: merged(name) for name in _names(ours, theirs) if name not in _BOOKS}


def _names(ours: Tables, theirs: Tables) -> list[str]:
    found = {*ours, *theirs}
    known = [name for name in _ORDER if name in found]
    others = [*ours] if [*ours] == [*theirs] else sorted(found)
    return known + [name for name in others if name not in _ORDER]


def _versions(name: str, base: Tables | None, ours: Tables, theirs: Tables) -> TableVersions:
    return TableVersions((base or {}).get(name, {}), ours.get(name, {}), theirs.get(name, {}))


def _lost(merged: dict[str, MergedTable], ours: Tables, theirs: Tables) -> tuple[Lost, ...]:
    found = []
    for name, table in merged.items():
        for key, clashes in table.clashes.items():
            kept_by, lost_by = _ages((name, int(key)), ours, theirs)
            found += [
                Lost(name, int(key), clash.field, clash.kept, clash.lost, kept_by, lost_by)
                for clash in clashes
            ]
    return tuple(sorted(found, key=lambda lost: (lost.table, lost.id, lost.field)))


def _ages(place: Place, ours: Tables, theirs: Tables) -> tuple[tuple[int, str], tuple[int, str]]:
    table, number = place
    sides = sorted(age(side[table][str(number)]) for side in (ours, theirs))
    return sides[1], sides[0]

"""The ancestor of a record, worked out from the history where no common ancestor is at hand.

A change that one side's history has and the other's lacks was made after they parted: taken back,
it gives the record as it was then.
"""

from collections.abc import Mapping

import msgspec

from store.errors import FileTrouble
from store.file.history import HISTORY, Change, Touched, backward, read_history
from store.file.merge_row import newest_first
from store.file.tables import Row, Tables

Moves = tuple[tuple[Change, Touched], ...]
"""What a side did to one record, oldest first."""


class Ancestors:
    """Finds ancestors in the histories of two sides; none where a history cannot be read."""

    def __init__(self, ours: Tables, theirs: Tables) -> None:
        self._sides = (_moves(ours), _moves(theirs))

    def of(self, table: str, document_id: str, ours: Row, theirs: Row) -> Row | None:
        """The row as it was when the sides parted; none where the histories do not tell."""
        key = (table, int(document_id))
        ours_did, theirs_did = (side.get(key, ()) for side in self._sides)
        newer, _older = newest_first(ours, theirs)
        own, other = (ours_did, theirs_did) if newer is ours else (theirs_did, ours_did)
        known = {change.id: change.undone for change, _ in other}
        if any(known.get(change.id, change.undone) != change.undone for change, _ in own):
            return None
        return _taken_back(newer, [each for each in own if each[0].id not in known])


def _taken_back(row: Row, moves: list[tuple[Change, Touched]]) -> Row | None:
    if not moves or any(touched.how != "updated" for _, touched in moves):
        return None
    past: Row | None = row
    try:
        for change, touched in reversed(moves):
            if not change.undone:
                past, _ = backward(touched, past)
    except msgspec.MsgspecError:
        return None
    return past


def _moves(tables: Tables) -> Mapping[tuple[str, int], Moves]:
    try:
        changes = read_history(tables.get(HISTORY, {}))
    except FileTrouble:
        return {}
    found: dict[tuple[str, int], Moves] = {}
    for change in changes:
        for touched in change.records if change.is_change else ():
            key = (touched.table, touched.id)
            found[key] = (*found.get(key, ()), (change, touched))
    return found

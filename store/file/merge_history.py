"""The histories of two sides, as one: every change that either knows, as far as they are kept."""

import msgspec

from store.file.history_limit import newest
from store.file.merge_table import TableVersions, in_order, is_deleted
from store.file.row_value import same
from store.file.tables import Row
from store.records.ids import Id


class _State(msgspec.Struct, frozen=True):
    undone: Id = 0
    facts: dict[str, object] = {}


def merge_history(versions: TableVersions) -> dict[str, Row]:
    """The union by id. An entry that one side took out and the other left alone is gone."""
    rows: dict[str, Row] = {}
    for key in in_order(versions):
        base, ours, theirs = (table.get(key) for table in versions)
        if ours is not None and theirs is not None:
            rows[key] = _entry(base, ours, theirs)
        else:
            only = ours or theirs
            if only is not None and not is_deleted(base, only, None):
                rows[key] = only
    return newest(rows)


def _entry(base: Row | None, ours: Row, theirs: Row) -> Row:
    """An entry moves as a whole: what was undone or seen later on one side holds."""
    if base is not None and same(base, ours):
        return theirs
    if base is not None and same(base, theirs):
        return ours
    return max(ours, theirs, key=_rank)


def _rank(row: Row) -> tuple[int, bool, int, bytes]:
    try:
        state = msgspec.json.decode(row, type=_State)
    except msgspec.ValidationError:
        state = _State()
    return (state.undone, bool(state.facts.get("seen")), -len(bytes(row)), bytes(row))

"""One record that two sides have: field by field, with an ancestor or without."""

from collections.abc import Mapping
from typing import NamedTuple

from store.file.codec import Fields, row_of
from store.file.row_value import age, read_fields, same, tidier
from store.file.tables import Row

_QUIET = ("id", "changed", "seq", "imported")
"""Fields that nobody types: of two, one goes and nobody needs to hear of it."""


class Versions(NamedTuple):
    """A row as the common ancestor had it, none where that is not known, and as two sides do."""

    base: Row | None
    ours: Row
    theirs: Row


class Clash(NamedTuple):
    """A field that both sides changed, as it was kept and as it was lost."""

    field: str
    kept: Row
    lost: Row


Field = Row | None
"""A field's text, none where the row has no such field."""


def merge_rows(table: str, document_id: str, rows: Versions) -> tuple[Row, tuple[Clash, ...]]:
    """The row that both sides' changes make, and what had to give way in it.

    Raises `FileTrouble` for a row that is no record.
    """
    base, ours, theirs = rows
    if same(ours, theirs):
        return tidier(ours, theirs), ()
    if base is not None and same(base, ours):
        return theirs, ()
    if base is not None and same(base, theirs):
        return ours, ()
    newer, older = newest_first(ours, theirs)
    new = read_fields(table, document_id, newer)
    old = read_fields(table, document_id, older)
    before = None if base is None else read_fields(table, document_id, base)
    kept, clashes = _merge_fields(before, new, old)
    return (newer if kept == new else older if kept == old else row_of(kept)), clashes


def newest_first(ours: Row, theirs: Row) -> tuple[Row, Row]:
    """Both, the one changed last first; of the same age, in an order that is always the same."""
    newer, older = sorted((ours, theirs), key=lambda row: (age(row), bytes(row)), reverse=True)
    return newer, older


def _merge_fields(
    before: Fields | None, new: Fields, old: Fields
) -> tuple[Mapping[str, Row], tuple[Clash, ...]]:
    kept: dict[str, Row] = {}
    clashes = []
    for name in (*new, *(name for name in old if name not in new)):
        ours, theirs = new.get(name), old.get(name)
        if name == "changed":
            value: Field = ours or theirs
        elif before is not None and same(before.get(name), ours):
            value = theirs
        elif before is not None and same(before.get(name), theirs):
            value = ours
        else:
            value = _newest(ours, theirs)
            if ours is not None and theirs is not None and not same(ours, theirs):
                clashes.append(Clash(name, kept=ours, lost=theirs))
        if value is not None:
            kept[name] = value
    return kept, tuple(clash for clash in clashes if clash.field not in _QUIET)


def _newest(new: Field, old: Field) -> Field:
    """The newer of two changes; a value beats none."""
    if new is None or old is None:
        return new if old is None else old
    return tidier(new, old) if same(new, old) else new

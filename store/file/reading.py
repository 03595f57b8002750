"""The text of a file into tables, also after people and git worked on it."""

from typing import NamedTuple

from store.file.conflict_markers import has_markers, split
from store.file.duplicates import is_ours, keep_duplicates
from store.file.level import level
from store.file.merge import merge
from store.file.tables import Tables, parse


class Text(NamedTuple):
    """What is in a text, and whether it is byte for byte what we would write."""

    tables: Tables
    is_ours: bool


def read_text(text: bytes) -> Text:
    """The tables; sides between conflict markers are merged, and what stands twice is kept.

    The same text always gives the same tables. Raises `ValueError` for a text that is damaged,
    `FileTrouble` for a row that is no record.
    """
    if not has_markers(text):
        return _read(text)
    sides = split(text)
    ours, theirs = _read(sides.ours).tables, _read(sides.theirs).tables
    return Text(merge(*level(_ancestor(sides.base), ours, theirs)).tables, is_ours=False)


def read_tables(text: bytes) -> Tables:
    """The tables alone."""
    return read_text(text).tables


def _read(text: bytes) -> Text:
    tables = parse(text)
    if is_ours(text, tables):
        return Text(tables, is_ours=True)
    return Text(keep_duplicates(text, tables), is_ours=False)


def _ancestor(text: bytes | None) -> Tables | None:
    """The ancestor; none where git had to merge ancestors and left markers in it."""
    try:
        return None if text is None else _read(text).tables
    except ValueError:
        return None

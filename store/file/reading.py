"""The text of a file into tables, also after people and git worked on it."""

from typing import NamedTuple

from store.file.conflict_markers import has_markers, split
from store.file.ours import is_ours
from store.file.tables import Tables, parse


class Read(NamedTuple):
    """The tables, and whether the text is, byte for byte, what we would write for them."""

    tables: Tables
    is_ours: bool


def read_tables(text: bytes) -> Tables:
    """The tables; sides between conflict markers are merged, and what stands twice is kept.
    The same text always gives the same tables. Raises `ValueError` for a text that is damaged,
    `FileTrouble` for a row that is no record.
    """
    return read(text).tables


def read(text: bytes) -> Read:
    """The same, with whether nothing had to be made of the text. Raises what `read_tables` does."""
    if not has_markers(text):
        tables = parse(text)
        if not tables or is_ours(text, tables):
            return Read(tables, is_ours=True)
        from store.file.duplicates import keep_duplicates  # few files were written by others

        return Read(keep_duplicates(text, tables), is_ours=False)
    from store.file.level import level  # few files are left in a conflict
    from store.file.merge import merge

    sides = split(text)
    versions = level(_ancestor(sides.base), read_tables(sides.ours), read_tables(sides.theirs))
    return Read(merge(*versions).tables, is_ours=False)


def _ancestor(text: bytes | None) -> Tables | None:
    """The ancestor; none where git had to merge ancestors and left markers in it."""
    try:
        return None if text is None else read_tables(text)
    except ValueError:
        return None

"""The text of a file into tables, also after people and git worked on it."""

from store.file.conflict_markers import has_markers, split
from store.file.ours import is_ours
from store.file.tables import Tables, parse


def read_tables(text: bytes) -> Tables:
    """The tables; sides between conflict markers are merged, and what stands twice is kept.
    The same text always gives the same tables. Raises `ValueError` for a text that is damaged,
    `FileTrouble` for a row that is no record.
    """
    if not has_markers(text):
        return _read(text)
    from store.file.level import level  # few files are left in a conflict
    from store.file.merge import merge

    sides = split(text)
    versions = level(_ancestor(sides.base), _read(sides.ours), _read(sides.theirs))
    return merge(*versions).tables


def _read(text: bytes) -> Tables:
    tables = parse(text)
    if not tables or is_ours(text, tables):
        return tables
    from store.file.duplicates import keep_duplicates  # few files were written by others

    return keep_duplicates(text, tables)


def _ancestor(text: bytes | None) -> Tables | None:
    """The ancestor; none where git had to merge ancestors and left markers in it."""
    try:
        return None if text is None else _read(text)
    except ValueError:
        return None

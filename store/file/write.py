"""Putting a version of the file in place: it is the old one or the new one, whatever happens.

`save` goes round until what it displaced is what it had read; see FAULTS, the write, steps 4 to 6.
"""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from store.errors import FileTrouble, trouble_of
from store.file.beside import Prepared, clear_away, write_beside
from store.file.displaced import Tell, foreign_tables, joined, keep_aside
from store.file.edition import Edition
from store.file.exchange_names import LACKING
from store.file.pages import cut, paged, repaged
from store.file.port import Disk, Version
from store.file.tables import Tables
from store.file.text import Paged, whole

ROUNDS = 20
"""How often to go round; what is displaced then is kept, and merged at the next write."""


def save(disk: Disk, path: Path, base: Edition, tables: Tables, tell: Tell) -> Edition:
    """Writes tables made from `base` and returns what is in place once that is safe.

    That is more than the tables where somebody else replaced the file meanwhile; what of that
    cannot be merged is kept aside, and `tell` is told. Raises
    `FileTrouble`: `not_saved` when the old file is intact and nothing is left beside it,
    `not_confirmed` when the new one is in place but may not survive a power cut.
    """
    put = _put(disk, path, _next(base, tables), base.version)
    put, merged = _settled(disk, path, base, put, tell)
    try:
        disk.sync_folder(path.parent)
    except OSError as error:
        raise trouble_of("not_confirmed", path, error) from error
    for place in merged:
        clear_away(disk, place)
    return put.edition._replace(version=_as_placed(disk, path, put.edition))


def _next(base: Edition, tables: Tables) -> Edition:
    """The tables with their text, of which what did not change since the base is taken over."""
    known = _pages(base)
    text = paged(tables) if known is None else repaged(known, base.tables, tables)
    return Edition(text, tables, None, is_ours=True)


def _pages(base: Edition) -> Paged | None:
    """What of the base's text may be taken over; none where another program wrote it."""
    if isinstance(base.text, Paged):
        return base.text
    with suppress(ValueError):
        return cut(base.text, base.tables) if base.is_ours else None
    return None


class _Put(NamedTuple):
    """What was put in place, and where what it displaced is now, if there was anything."""

    edition: Edition
    displaced: Path | None


def _settled(
    disk: Disk, path: Path, base: Edition, put: _Put, tell: Tell
) -> tuple[_Put, list[Path]]:
    """Goes round until what was displaced is in what is in place; and where all that stands."""
    merged: list[Path] = []
    expected = base
    for _ in range(ROUNDS):
        theirs = put.displaced and foreign_tables(disk, path, put.displaced, expected.text, tell)
        if put.displaced is None or not theirs:
            break
        try:
            tables = joined(base.tables, put.edition.tables, theirs)
        except FileTrouble as trouble:  # ours is in place; that is saved
            keep_aside(disk, path, put.displaced, trouble, tell)
            break
        again = _put_again(disk, path, put.edition, tables)
        if again is None:
            break  # ours is in place; theirs stays beside it until the next write
        merged.append(put.displaced)
        expected, put = put.edition, again
    return put, merged


def _put_again(disk: Disk, path: Path, placed: Edition, tables: Tables) -> _Put | None:
    """Puts the merged tables in place of ours; none where that fails."""
    again = _next(placed, tables)
    if whole(again.text) == whole(placed.text):
        return _Put(placed, None)
    try:
        return _put(disk, path, again, placed.version)
    except FileTrouble:
        return None


def _put(disk: Disk, path: Path, edition: Edition, base: Version | None) -> _Put:
    try:
        ours = write_beside(disk, path, edition.text, base)
    except OSError as error:
        raise trouble_of("not_saved", path, error) from error
    placed = edition._replace(version=ours.version)
    try:
        return _Put(placed, _swapped(disk, ours.place, path))
    except OSError as error:
        if _is_in_place(disk, path, ours, error):
            return _Put(placed, ours.place)
        clear_away(disk, ours.place)
        raise trouble_of("not_saved", path, error) from error


def _swapped(disk: Disk, place: Path, path: Path) -> Path | None:
    """Puts the new version in place; returns where what it displaced is, none if nothing is.

    Where the system cannot exchange names, or not on this file system, what it displaces is gone.
    """
    try:
        try:
            disk.exchange(place, path)
            return place
        except FileNotFoundError:
            disk.name_first(place, path)
    except FileExistsError:  # somebody made one between the two
        disk.exchange(place, path)
        return place
    except OSError as error:
        if error.errno not in LACKING:
            raise
        disk.rename(place, path)
    return None


def _is_in_place(disk: Disk, path: Path, ours: Prepared, error: OSError) -> bool:
    """Whether the new version is in place although that was said to have failed."""
    try:
        version = disk.version(path)
    except OSError:
        raise trouble_of("not_confirmed", path, error) from error
    return ours.version.is_the_same_file_as(version)


def _as_placed(disk: Disk, path: Path, edition: Edition) -> Version | None:
    """The version with its new ctime; if it is another already, one that will be read again."""
    with suppress(OSError):
        current = disk.version(path)
        if current is not None and current.is_the_same_file_as(edition.version):
            return current
    return edition.version

"""Every other text on this computer in which a record of the file may stand: its copies.

Backups, what was kept aside, conflict copies put away, and what a killed program left behind.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from store.errors import FileTrouble
from store.file.atomic import replace_file
from store.file.beside import versions_aside
from store.file.conflict_copies import conflict_copies
from store.file.hindrance import newer
from store.file.history import HISTORY, read_history
from store.file.port import Disk
from store.file.reading import read_tables
from store.file.repository import Repository
from store.file.tables import Tables, compose

_ARCHIVES = "conflicts"
"""The folder of the state folder into which conflict copies are put away."""

_ARCHIVED = re.compile("[0-9a-f]{12}-")


class Copy(NamedTuple):
    """A copy: where it is, its text, and its tables, none where they cannot be read.

    One that is `closed` was written by a newer relance, and is not ours to change.
    """

    place: Path
    text: bytes
    tables: Tables | None
    closed: bool = False


def copies(repository: Repository) -> Iterator[Copy]:
    """The copies of the file; raises `OSError` where one cannot be looked at."""
    for place in _places(repository):
        with suppress(FileNotFoundError, IsADirectoryError):
            yield _copy(repository.disk, place)


def rewrite(disk: Disk, copy: Copy, tables: Tables) -> None:
    """Puts other tables into the copy, and reads them back; raises `FileTrouble`, `OSError`."""
    text = compose(tables)
    replace_file(disk, copy.place, text)
    if disk.read(copy.place)[0] != text:
        raise OSError("what was read back is not what was written")


def _places(repository: Repository) -> list[Path]:
    path, state, disk = repository.path, repository.keeper.state, repository.disk
    places = [*versions_aside(path), *conflict_copies(path)]
    with suppress(FileNotFoundError):
        places += [place for place in disk.beside(path) if place.suffix != ".lock"]
    if state is not None:
        places += [state.folder / name for name in state.files() if name != state.mark]
        places += _archived(state.root / _ARCHIVES, path)
    return places


def _archived(folder: Path, path: Path) -> list[Path]:
    """The conflict copies that were put away and, by their names, may be of this file."""
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    return [
        each
        for each in found
        if _ARCHIVED.match(each.name)
        and each.name[13:].startswith(path.stem)
        and each.is_file()
        and not each.is_symlink()
    ]


def _copy(disk: Disk, place: Path) -> Copy:
    text, _ = disk.read(place)
    try:
        tables = read_tables(text)
        if newer(place, tables) is not None:
            return Copy(place, text, None, closed=True)
        read_history(tables.get(HISTORY, {}))
        return Copy(place, text, tables)
    except (ValueError, FileTrouble):
        return Copy(place, text, None)

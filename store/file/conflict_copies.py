"""Copies that Syncthing, Dropbox and Nextcloud leave beside the file when two machines wrote it."""

import re
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec

from store.errors import FileTrouble, trouble_of
from store.file.atomic import replace_file
from store.file.conflict_markers import has_markers
from store.file.level import level
from store.file.lost import Lost
from store.file.merge import merge
from store.file.port import Disk
from store.file.repository import Repository
from store.file.side import Side, read_side
from store.file.tables import Tables

_MIDDLE = r"(\.sync-conflict-.+|_conflict-.+|[ _(-].*(conflicted copy|copie en conflit).*)"
"""What stands between name and ending: Syncthing, ownCloud, then Dropbox and Nextcloud."""


class MergedCopies(msgspec.Struct, frozen=True):
    """The copies that were merged and put away, those left where they are, and what was lost."""

    merged: tuple[Path, ...] = ()
    troubles: tuple[FileTrouble, ...] = ()
    lost: tuple[Lost, ...] = ()


def conflict_copies(path: Path) -> list[Path]:
    """The conflict copies of a data file, by name; links are none. Changes nothing."""
    shape = re.compile(re.escape(path.stem) + _MIDDLE + re.escape(path.suffix), re.IGNORECASE)
    try:
        return [
            each
            for each in sorted(path.parent.iterdir())
            if shape.fullmatch(each.name) and each.is_file() and not each.is_symlink()
        ]
    except OSError:
        return []


def troubled_copies(path: Path, disk: Disk) -> list[FileTrouble]:
    """Why conflict copies cannot be merged, for each that cannot; changes nothing."""
    return _read(disk, conflict_copies(path))[1]


def merge_copies(
    repository: Repository, archive: Path, day: date, disk: Disk | None = None
) -> MergedCopies:
    """Merges all conflict copies in one write and moves them into the folder `archive`.

    A file with git's conflict markers is written without them, and put there as it was. Copies
    that cannot be read, or that a newer relance wrote, stay where they are. A backup of that `day`
    is made before. Nothing is done where there is no data file. Raises
    `FileTrouble` where the data file cannot be read or written.
    """
    disk = disk or Disk()
    marked = _marked(disk, repository.path)
    sides, troubles = _read(disk, conflict_copies(repository.path))
    if not repository.exists() or not (sides or marked):
        return MergedCopies(troubles=tuple(troubles))
    if marked is not None:
        _archive(disk, archive, repository.path.name, marked)
    merges = _Merges(sides)
    repository.rewrite(merges.into, day, "merge")
    troubles += merges.troubles
    merged = []
    for side in merges.merged:
        try:
            _put_away(disk, archive, side)
            merged.append(side.path)
        except FileTrouble as trouble:
            troubles.append(trouble)
    return MergedCopies(tuple(merged), tuple(troubles), tuple(merges.lost))


def _marked(disk: Disk, path: Path) -> bytes | None:
    """The file's text where it has conflict markers."""
    with suppress(OSError):
        text, _ = disk.read(path)
        return text if has_markers(text) else None
    return None


def _read(disk: Disk, copies: list[Path]) -> tuple[list[Side], list[FileTrouble]]:
    sides, troubles = [], []
    for copy in copies:
        try:
            sides.append(read_side(disk, copy))
        except FileTrouble as trouble:
            troubles.append(_of_copy(copy, trouble))
    return sides, troubles


def _of_copy(copy: Path, trouble: FileTrouble) -> FileTrouble:
    """The trouble as one of the copy, whose name people need to find it."""
    if trouble.code not in ("damaged", "bad_record"):
        return trouble
    return FileTrouble("copy_damaged", path=str(copy), why=trouble.facts["why"])


class _Merges:
    """Merges the copies one after another; one that cannot be merged is left out."""

    def __init__(self, sides: list[Side]) -> None:
        self._sides = sides
        self.merged: list[Side] = []
        self.troubles: list[FileTrouble] = []
        self.lost: list[Lost] = []

    def into(self, tables: Tables) -> Tables:
        """The tables with what the copies changed."""
        for side in self._sides:
            try:
                made = merge(*level(None, tables, side.tables))
            except FileTrouble as trouble:
                self.troubles.append(_of_copy(side.path, trouble))
                continue
            self.lost.extend(made.lost)
            self.merged.append(side)
            tables = made.tables
        return tables


def _put_away(disk: Disk, archive: Path, side: Side) -> None:
    """Keeps what was merged; a copy that was written again meanwhile stays for the next time."""
    _archive(disk, archive, side.path.name, side.text)
    try:
        if disk.version(side.path) == side.version:
            disk.remove(side.path)
    except OSError as error:
        raise trouble_of("not_put_away", side.path, error) from error


def _archive(disk: Disk, archive: Path, name: str, text: bytes) -> None:
    """Keeps the text under a name that says what is in it, so that nothing is written over."""
    target = archive / f"{sha256(text).hexdigest()[:12]}-{name}"
    try:
        disk.make_folder(archive)
    except OSError as error:
        raise trouble_of("not_put_away", target, error) from error
    replace_file(disk, target, text)

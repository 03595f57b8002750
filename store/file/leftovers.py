"""What a program that was killed left beside the file, found under the lock at the next write."""

from pathlib import Path

from store.errors import FileTrouble
from store.file.beside import holds_nothing_new
from store.file.displaced import Tell, foreign_tables, joined, keep_aside
from store.file.port import Disk
from store.file.tables import Tables


def merge_leftovers(
    disk: Disk, path: Path, tables: Tables, tell: Tell
) -> tuple[Tables, tuple[Path, ...]]:
    """The tables with every version that nobody has read, and the files to remove once saved.

    `tell` is told what is kept aside. Raises `OSError` where the folder cannot be looked through.
    """
    contained = []
    for place, version in disk.beside(path).items():
        nothing_new = holds_nothing_new(path, place, version)
        if nothing_new is None:
            continue
        if not nothing_new:
            theirs = foreign_tables(disk, path, place, b"", tell)
            if theirs is None:
                continue
            try:
                tables = joined(None, tables, theirs)
            except FileTrouble as trouble:
                keep_aside(disk, path, place, trouble, tell)
                continue
        contained.append(place)
    return tables, tuple(contained)

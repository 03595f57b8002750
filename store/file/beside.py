"""Files beside the data file: a new version before it is put in place, and what it displaced.

Their names tell what a kill left behind. `.NAME.….tmp` is not whole yet. `.NAME.OURS-BASE.….new`
is whole: the version with the inode OURS while it has not been in place, BASE when it changed names
with the version that it was made from, and anything else is a version that nobody has read.
"""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from store.file.port import Disk, Version
from store.file.text import Text, blocks

_WHOLE = re.compile(r"(?P<ours>[0-9a-f]+)-(?P<base>[0-9a-f.]*)-[0-9a-f]{8}\.new", re.ASCII)


class Prepared(NamedTuple):
    """A new version, whole and safe on the disk, but not in place yet."""

    place: Path
    version: Version


def write_beside(disk: Disk, path: Path, text: Text, base: Version | None) -> Prepared:
    """Writes the text beside the file, made from the version `base`; raises `OSError`.

    After an error nothing is left.
    """
    temporary, version = write_temporary(disk, path, text)
    whole = _name_of_whole(path, version, base)
    try:
        disk.rename(temporary, whole)
    except OSError:
        clear_away(disk, temporary)
        raise
    return Prepared(whole, version)


def write_temporary(disk: Disk, path: Path, text: Text) -> Prepared:
    """The same under a name that tells nothing of what it was made from."""
    temporary, descriptor = disk.create_beside(path)
    try:
        try:
            for block in blocks(text):
                disk.write(descriptor, block)
            disk.sync(descriptor)
            version = disk.version_of(descriptor)
        finally:
            disk.close(descriptor)
    except OSError:
        clear_away(disk, temporary)
        raise
    return Prepared(temporary, version)


def clear_away(disk: Disk, temporary: Path) -> None:
    """Removes the file where the disk still lets us; the trouble before that is what matters."""
    with suppress(OSError):
        disk.remove(temporary)


def holds_nothing_new(path: Path, place: Path, version: Version) -> bool | None:
    """Whether a file beside `path` holds nothing that is not in it; none if it is not one of ours.

    What is not whole, and what is whole and has not been in place, was never acknowledged.
    """
    rest = place.name.removeprefix(f".{path.name}.")
    if rest.endswith(".tmp"):
        return True
    match = _WHOLE.fullmatch(rest)
    if match is None:
        return None
    return match["ours"] == f"{version.inode:x}" or match["base"] == _tag(version)


def kept_aside(path: Path) -> Path:
    """A name that people see, for a version that cannot be read."""
    return path.with_name(f"{path.name}.displaced-{os.urandom(4).hex()}")


def versions_aside(path: Path) -> list[Path]:
    """The versions that were kept aside, by name; none where the folder cannot be looked at."""
    try:
        beside = [*path.parent.iterdir()]
    except OSError:
        return []
    return sorted(each for each in beside if each.name.startswith(f"{path.name}.displaced-"))


def _name_of_whole(path: Path, version: Version, base: Version | None) -> Path:
    tag = "" if base is None else _tag(base)
    return path.with_name(f".{path.name}.{version.inode:x}-{tag}-{os.urandom(4).hex()}.new")


def _tag(version: Version) -> str:
    return f"{version.inode:x}.{version.mtime_ns:x}.{version.size:x}"

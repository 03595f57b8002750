"""A disposable index of the data file, in the platform's cache folder.

It says of one very version of the file that it was read and found sound, and holds two excerpts,
each in a file of its own. The file stays the only truth: an index that is not of the
version in place, or is odd in any way, is as good as none.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Literal
from zlib import crc32

import msgspec

from store.file.excerpt import Excerpt
from store.file.port import Disk, Version

FORMAT = 3
"""The number of what is written here; every change to it, or to the excerpts, takes the next.

So does every change to what a record may hold: the index says that all of them could be read.
"""

Part = Literal["excerpt", "briefing"]
"""What the first screen is made of, and what `relance today` is."""

PARTS: tuple[Part, ...] = ("excerpt", "briefing")

_SUFFIX = ".index"


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first line. `check` tells whether the rest of the file is what was written."""

    format: int
    version: Version
    complete_from: date
    check: int


_HEAD = msgspec.json.Decoder(_Head)


class Index:
    """The index of one data file. `root` is the cache folder, asked for when it is needed.

    Nothing here raises but `erase_all`: who cannot read or write an index does without.
    """

    def __init__(self, root: Callable[[], Path], path: Path, disk: Disk | None = None) -> None:
        self._root = root
        self._path = path.expanduser().resolve()
        self._disk = disk or Disk()

    @property
    def place(self) -> Path:
        """Where the index is; its name tells the file's name and place."""
        return self._place("excerpt")

    def vouches_for(self, version: Version | None) -> bool:
        """Whether that version of the file was read before and found sound, and as we write it."""
        with suppress(OSError):
            return (
                self._head(self._disk.read_own(self.place, only_first_line=True), version)
                is not None
            )
        return False

    def read(self, version: Version | None, part: Part = "excerpt") -> Excerpt | None:
        """That part of the index of that version; none where there is none."""
        try:
            data = self._disk.read_own(self._place(part))
        except OSError:
            return None
        end = data.find(b"\n")
        head, rest = self._head(data[: max(end, 0)], version), memoryview(data)[end + 1 :]
        if head is None or head.check != crc32(rest):
            return None
        return Excerpt(rest, head.complete_from)

    def write(self, version: Version, parts: Mapping[Part, Excerpt]) -> None:
        """Keeps these parts of the index of that version, unless the file is another by now."""
        with suppress(OSError):
            for part, excerpt in parts.items():
                head = _Head(FORMAT, version, excerpt.complete_from, crc32(excerpt.text))
                if self._disk.version(self._path) == version:
                    data = b"\n".join((msgspec.json.encode(head), excerpt.text))
                    self._put(self._place(part), data)
            if self._disk.version(self._path) != version:  # forgetting may have come in between
                for part in parts:
                    self._disk.remove(self._place(part))

    def erase(self) -> None:
        """Removes the index of the file, where that can be done."""
        with suppress(OSError):
            for part in PARTS:
                self._disk.remove(self._place(part))

    def erase_all(self) -> None:
        """Removes the indexes of all data files, and what a kill left of them; raises `OSError`.

        A file that was renamed, or copied, has more than one.
        """
        with suppress(FileNotFoundError, NotADirectoryError):
            for name in self._disk.names_in(self._root()):
                if _SUFFIX in name:
                    self._disk.remove(self._root() / name)

    def _place(self, part: Part) -> Path:
        place = crc32(bytes(self._path))
        return self._root() / f"{self._path.name}-{place:08x}.{part}{_SUFFIX}"

    def _put(self, place: Path, data: bytes) -> None:
        self._disk.make_folder(place.parent)
        self._disk.make_private(place.parent)
        for left in self._disk.beside(place):
            self._disk.remove(left)
        temporary, descriptor = self._disk.create_beside(place)
        try:
            try:
                self._disk.write(descriptor, data)
            finally:
                self._disk.close(descriptor)
            self._disk.rename(temporary, place)
        except OSError:
            self._disk.remove(temporary)
            raise

    @staticmethod
    def _head(line: bytes, version: Version | None) -> _Head | None:
        with suppress(msgspec.MsgspecError):
            head = _HEAD.decode(line)
            if head.format == FORMAT and head.version == version:
                return head
        return None

"""What relance remembers of one data file outside of it: a folder in the platform's state folder.

It holds the backups, what was kept aside, and a mark that the file once existed.
"""

import os
import stat
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from store.file.port import Disk
from store.file.text import Text, blocks

_MARK = "path"


class State:
    """The folder of one data file. `root` is asked for only when something is looked up.

    Methods raise `OSError`, and `FileTrouble` where something cannot be written.
    """

    def __init__(self, root: Callable[[], Path], path: Path, disk: Disk | None = None) -> None:
        self._root = root
        self._path = path.expanduser().resolve()
        self.disk = disk or Disk()

    @property
    def root(self) -> Path:
        """The folder that holds those of all data files."""
        return self._root()

    @cached_property
    def folder(self) -> Path:
        """Where everything about the file is; its name tells the file's name and place."""
        from hashlib import sha256  # not needed where nothing is looked up

        place = sha256(os.fsencode(self._path)).hexdigest()[:12]
        return self.root / "backups" / f"{self._path.name}-{place}"

    @property
    def mark(self) -> str:
        """The name of the file that remembers that the data file existed; it holds its place."""
        return _MARK

    @property
    def remembers(self) -> bool:
        """Whether the data file once existed."""
        return self.disk.version(self.folder / _MARK) is not None

    def remember(self) -> None:
        """Remembers that the data file exists."""
        if not self.remembers:
            self.keep(_MARK, os.fsencode(f"{self._path}\n"))

    def forget(self) -> None:
        """Forgets that the file once existed; backups stay."""
        self.disk.remove(self.folder / _MARK)

    def keep(self, name: str, data: Text) -> Path:
        """Keeps the data, only for us, and reads it back to be sure of it."""
        from store.file.atomic import replace_file  # reading keeps nothing

        path = self.folder / name
        self.disk.make_folder(self.folder)
        self.disk.make_private(self.folder)
        replace_file(self.disk, path, data)
        if not self.disk.holds(path, blocks(data)):
            raise OSError("what was read back is not what was written")
        return path

    def read(self, name: str) -> bytes:
        """What was kept under that name."""
        return self.disk.read(self.folder / name)[0]

    def remove(self, name: str) -> None:
        """Removes what was kept under that name."""
        self.disk.remove(self.folder / name)

    def files(self) -> dict[str, int]:
        """The names of the plain files that were kept, with their sizes in bytes."""
        try:
            with os.scandir(self.folder) as entries:
                return {
                    entry.name: entry.stat().st_size
                    for entry in entries
                    if stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode)
                }
        except (FileNotFoundError, NotADirectoryError):
            return {}

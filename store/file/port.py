"""Every touch of the disk goes through here, one method a system call worth failing."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import NamedTuple

from store.plain_file import open_plain


class Version(NamedTuple):
    """What tells one version of a file from the next; mtime and size alone miss rewrites."""

    device: int
    inode: int
    mtime_ns: int
    ctime_ns: int
    size: int

    def is_the_same_file_as(self, other: "Version | None") -> bool:
        """Whether they differ in ctime at most, which a new name changes too."""
        return other is not None and self._replace(ctime_ns=0) == other._replace(ctime_ns=0)


class Disk:
    """The file system as it is. All methods raise `OSError`."""

    def version(self, path: Path) -> Version | None:
        """The version of the file, none where there is no file."""
        try:
            return _version(path.stat())
        except FileNotFoundError:
            return None

    def read(self, path: Path) -> tuple[bytes, Version]:
        """The bytes of a plain file and the version that they are; see `open_plain`."""
        with open_plain(path) as file:
            return file.read(), _version(os.fstat(file.fileno()))

    def read_own(self, path: Path, *, only_first_line: bool = False) -> bytes:
        """The bytes of a plain file that only we can have written; a link is not followed.

        Raises `OSError`: `PermissionError` for the file of somebody else.
        """
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            is_ours = found.st_uid == os.geteuid() and not found.st_mode & 0o022
            if not (stat.S_ISREG(found.st_mode) and is_ours):
                raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(path))
            return file.readline() if only_first_line else file.read()

    def holds(self, path: Path, blocks: Iterable[bytes]) -> bool:
        """Whether a plain file holds just these bytes, of which it reads one block at a time."""
        with open_plain(path) as file:
            is_so_far = all(file.read(len(block)) == block for block in blocks)
            return is_so_far and not file.read(1)

    def may_write(self, path: Path) -> bool:
        """Whether we may write the file, or in the folder."""
        return os.access(path, os.W_OK)

    def create_beside(self, path: Path) -> tuple[Path, int]:
        """A new, empty file in the same folder, only for us, and its descriptor."""
        temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        return temporary, os.open(temporary, flags, 0o600)

    def write(self, descriptor: int, data: bytes) -> None:
        """Writes all of the data."""
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]

    def sync(self, descriptor: int) -> None:
        """Returns when what was written is on the disk."""
        os.fsync(descriptor)

    def version_of(self, descriptor: int) -> Version:
        """The version of an open file."""
        return _version(os.fstat(descriptor))

    def close(self, descriptor: int) -> None:
        """Closes the descriptor."""
        os.close(descriptor)

    def rename(self, old: Path, new: Path) -> None:
        """Gives a file another name; what had that name is gone."""
        old.replace(new)

    def exchange(self, one: Path, other: Path) -> None:
        """Lets two files change names in one step; not every system can."""
        from store.file.exchange_names import exchange_names  # reading needs no ctypes

        exchange_names(one, other)

    def name_first(self, old: Path, new: Path) -> None:
        """Gives a file a name that is free; raises `FileExistsError`. Not every system can."""
        from store.file.exchange_names import take_free_name

        take_free_name(old, new)

    def sync_folder(self, folder: Path) -> None:
        """Returns when the folder's entries are on the disk."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def remove(self, path: Path) -> None:
        """Removes the file; fine where it is gone already."""
        path.unlink(missing_ok=True)

    def names_in(self, folder: Path) -> list[str]:
        """The names of what is in the folder."""
        return [each.name for each in folder.iterdir()]

    def beside(self, path: Path) -> dict[Path, Version]:
        """Our own plain files whose names are the file's with a dot before and more behind."""
        start = f".{path.name}."
        with os.scandir(path.parent) as entries:
            ours = [entry for entry in entries if entry.name.startswith(start)]
        found = {Path(entry.path): entry.stat(follow_symlinks=False) for entry in ours}
        return {
            place: _version(status)
            for place, status in found.items()
            if stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid()
        }

    def lock(self, side: Path, patience: float) -> AbstractContextManager[object]:
        """Holds an exclusive lock on the side file; raises `TimeoutError` after so many seconds."""
        from filelock import FileLock  # slow to import, and reading needs no lock

        return FileLock(side, timeout=patience, mode=0o600)

    def is_link(self, path: Path) -> bool:
        """Whether it is a symbolic link."""
        return path.is_symlink()

    def is_odd(self, path: Path) -> bool:
        """Whether there is a pipe, a socket or a device; what cannot be looked at is none."""
        with suppress(OSError):
            mode = path.stat().st_mode
            return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
        return False

    def is_folder(self, path: Path) -> bool:
        """Whether it is a folder."""
        return path.is_dir()

    def make_folder(self, folder: Path) -> None:
        """Makes the folder and those above it, only for us and safe; leaves one that is there."""
        if not self.is_folder(folder):
            self.make_folder(folder.parent)
            self.make_one_folder(folder)
            self.sync_folder(folder.parent)

    def make_one_folder(self, folder: Path) -> None:
        """Makes one folder, only for us; fine where it is there."""
        folder.mkdir(mode=0o700, exist_ok=True)

    def make_private(self, folder: Path) -> None:
        """Keeps others out of the folder, where the file system knows of others at all."""
        if stat.S_IMODE(folder.stat().st_mode) & 0o077:
            with suppress(PermissionError):
                folder.chmod(0o700)


def _version(found: os.stat_result) -> Version:
    return Version(found.st_dev, found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size)

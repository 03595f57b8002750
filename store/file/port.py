"""Every touch of the disk goes through here, one method a system call worth failing."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Version(NamedTuple):
    """What tells one version of a file from the next; mtime and size alone miss rewrites."""

    device: int
    inode: int
    mtime_ns: int
    ctime_ns: int
    size: int


class Disk:
    """The file system as it is. All methods raise `OSError`."""

    def version(self, path: Path) -> Version | None:
        """The version of the file, none where there is no file."""
        try:
            found = path.stat()
        except FileNotFoundError:
            return None
        return Version(
            found.st_dev, found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size
        )

    def read(self, path: Path) -> tuple[bytes, Version]:
        """The file's bytes and the version that they are."""
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            version = Version(
                found.st_dev, found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size
            )
            return file.read(), version

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

    def close(self, descriptor: int) -> None:
        """Closes the descriptor."""
        os.close(descriptor)

    def replace(self, temporary: Path, path: Path) -> None:
        """Puts the temporary file in the place of the other."""
        temporary.replace(path)

    def sync_folder(self, folder: Path) -> None:
        """Returns when the folder's entries are on the disk."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def remove(self, path: Path) -> None:
        """Removes the file; fine where it is gone already."""
        path.unlink(missing_ok=True)

    def make_folder(self, folder: Path) -> None:
        """Makes the folder and those above it, only for us; leaves one that is there."""
        if not folder.is_dir():
            self.make_folder(folder.parent)
            folder.mkdir(mode=0o700, exist_ok=True)

    def make_private(self, folder: Path) -> None:
        """Keeps others out of the folder, where the file system knows of others at all."""
        if stat.S_IMODE(folder.stat().st_mode) & 0o077:
            with suppress(PermissionError):
                folder.chmod(0o700)

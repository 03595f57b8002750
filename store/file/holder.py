"""Who may hold a lock, as far as the system tells; only to be said, never to be relied on."""

from contextlib import suppress
from pathlib import Path


def holder_of(side: Path) -> str:
    """The name and process id of who holds a lock on the file, `sync 1234`; empty if unknown."""
    with suppress(OSError, ValueError, IndexError):
        inode = side.stat().st_ino
        for line in Path("/proc/locks").read_text().splitlines():
            fields = line.split()  # 1: FLOCK ADVISORY WRITE 1234 08:01:5678 0 EOF
            if fields[1] != "->" and int(fields[5].rpartition(":")[2]) == inode:
                process = int(fields[4])
                return f"{_name(process)} {process}" if process > 0 else ""
    return ""


def _name(process: int) -> str:
    return Path(f"/proc/{process}/comm").read_text().strip()

"""A program in a pseudo-terminal, with the moment at which each of its bytes arrived.

What the bytes look like on a screen is left to `bench.screen`: drawing takes time, and is done
when the program has nothing more to say.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

CHUNK = 65536
COLUMNS, ROWS = 120, 36
QUIET = 0.15
"""Seconds without a byte after which a program has nothing more to say."""
PATIENCE = 90.0
"""Seconds after which a program is not waited for any longer."""

_LOOK = 0.15
"""Seconds between two looks at the time that a program has used."""


class Chunk(NamedTuple):
    """Bytes, and when they were read, in seconds of `time.perf_counter`."""

    at: float
    data: bytes


class Program:
    """Runs a program at 120x36; use it as a context manager. Times are in seconds."""

    def __init__(self, argv: Sequence[str], environment: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            os.execvpe(argv[0], list(argv), dict(environment))
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)
        self._ended = False

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_: object) -> None:
        if not self._ended:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self._terminal)

    def send(self, keys: bytes) -> float:
        """Types the keys; returns the moment before."""
        at = time.perf_counter()
        os.write(self._terminal, keys)
        return at

    def chunks(self, quiet: float = QUIET, patience: float = PATIENCE) -> list[Chunk]:
        """What comes until it is quiet for so long, or patience is at its end.

        Raises `TimeoutError` where nothing comes.
        """
        deadline = time.perf_counter() + patience
        if not self._ready(patience):
            raise TimeoutError(f"nothing for {patience:.0f} s")
        found = [self._next()]
        while found[-1].data and self._ready(quiet) and found[-1].at < deadline:
            found.append(self._next())
        return found

    def left_over(self) -> list[Chunk]:
        """What has come already."""
        found = []
        while self._ready(0):
            found.append(self._next())
            if not found[-1].data:
                break
        return found

    def rest(self, patience: float = PATIENCE) -> list[Chunk]:
        """What comes until the program neither writes nor works, or patience is at its end."""
        deadline = time.perf_counter() + patience
        found: list[Chunk] = []
        used = self._used()
        while time.perf_counter() < deadline:
            if self._ready(_LOOK):
                found += self.chunks()
                if not found[-1].data:
                    break
                continue
            before, used = used, self._used()
            if used - before <= 1:
                break
        return found

    def quit(self, keys: bytes) -> None:
        """Types the keys that end it, and waits for its end."""
        self.send(keys)
        while self._ready(PATIENCE) and self._next().data:
            pass
        os.waitpid(self.process, 0)
        self._ended = True

    def _ready(self, patience: float) -> bool:
        return bool(select.select([self._terminal], [], [], max(0.0, patience))[0])

    def _next(self) -> Chunk:
        """What has come; no bytes where the program ended."""
        try:
            data = os.read(self._terminal, CHUNK)
        except OSError:  # so Linux says that nobody holds the other side any more
            data = b""
        return Chunk(time.perf_counter(), data)

    def _used(self) -> int:
        """The processor time it has used, in ticks; always 0 where there is no /proc."""
        stat = Path("/proc", str(self.process), "stat")
        if not stat.exists():
            return 0
        fields = stat.read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

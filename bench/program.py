"""A program in a pseudo-terminal, with the moment at which each of its bytes arrived."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

CHUNK = 65536


class Program:
    """Runs a program at 120x36; use it as a context manager. Times are in seconds."""

    def __init__(self, argv: Sequence[str], environment: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.execvpe(argv[0], list(argv), dict(environment))
        size = struct.pack("HHHH", 36, 120, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._terminal)

    def send(self, keys: bytes) -> float:
        """Types the keys; returns the moment."""
        os.write(self._terminal, keys)
        return time.perf_counter()

    def until(self, wanted: bytes, patience: float = 30.0) -> float:
        """The moment at which the wanted bytes had come; raises `TimeoutError`."""
        seen = b""
        deadline = time.perf_counter() + patience
        while wanted not in seen:
            seen += self._next(deadline - time.perf_counter())
        return time.perf_counter()

    def until_quiet(self, quiet: float = 0.2) -> float:
        """The moment of the last byte before so long a silence."""
        last = time.perf_counter()
        while select.select([self._terminal], [], [], quiet)[0]:
            os.read(self._terminal, CHUNK)
            last = time.perf_counter()
        return last

    def _next(self, patience: float) -> bytes:
        if patience <= 0 or not select.select([self._terminal], [], [], patience)[0]:
            raise TimeoutError
        return os.read(self._terminal, CHUNK)

    def memory(self) -> int:
        """The memory in use, in bytes (Linux)."""
        with open(f"/proc/{self._process}/statm") as file:  # noqa: PTH123 - not a file on a disk
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

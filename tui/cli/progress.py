"""A progress bar on stderr, for work that takes longer than a blink, where a person looks on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from store.exchange.importing import Watch, unwatched

LARGE = 1_000
"""From how many steps on there is something to show."""

_WIDTH = 30
_ERASE = "\r\x1b[K"


@contextmanager
def progress(words: str) -> Iterator[Watch]:
    """What is told of the work draws the bar behind the words, and is gone when it is done."""
    if not sys.stderr.isatty():
        yield unwatched
        return
    try:
        yield lambda done, of: _draw(words, done, of)
    finally:
        sys.stderr.write(_ERASE)
        sys.stderr.flush()


def _draw(words: str, done: int, of: int) -> None:
    if of < LARGE:
        return
    full = done * _WIDTH // of
    bar = "#" * full + "." * (_WIDTH - full)
    sys.stderr.write(f"{_ERASE}{words} [{bar}] {done * 100 // of} %")
    sys.stderr.flush()

"""The text of the file: in one piece as it was read, or in pages as it was composed.

Ten years of quotes are too much to be put together in memory for every change: whoever writes or
compares a text takes it block by block.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from store.file.tables import head_of

BLOCK = 1 << 18
"""How long a block is in bytes, more or less: most files are one."""


class Page(NamedTuple):
    """Rows of one table that follow one another: their lines, and how many they are."""

    text: bytes | memoryview
    size: int


class Paged(NamedTuple):
    """The text of tables: each one's pages by its name, in the order of the text."""

    pages: Mapping[str, Sequence[Page]]


Text = bytes | Paged


def blocks(text: Text) -> Iterator[bytes]:
    """The text, block by block."""
    if isinstance(text, Paged):
        yield from _joined(_parts(text))
    else:
        yield from (text[at : at + BLOCK] for at in range(0, len(text), BLOCK))


def whole(text: Text) -> bytes:
    """The text in one piece."""
    return b"".join(_parts(text)) if isinstance(text, Paged) else text


def length(text: Text) -> int:
    """How long the text is, in bytes."""
    return sum(map(len, _parts(text))) if isinstance(text, Paged) else len(text)


def _joined(parts: Iterator[bytes | memoryview]) -> Iterator[bytes]:
    waiting, length = list[bytes | memoryview](), 0
    for part in parts:
        waiting.append(part)
        length += len(part)
        if length >= BLOCK:
            yield b"".join(waiting)
            waiting, length = [], 0
    yield b"".join(waiting)


def _parts(text: Paged) -> Iterator[bytes | memoryview]:
    yield b"{\n"
    for number, (name, pages) in enumerate(text.pages.items()):
        yield (b",\n" if number else b"") + head_of(name, pages)
        for place, page in enumerate(pages):
            if place:
                yield b",\n"
            yield page.text
        if pages:
            yield b"\n}"
    yield b"\n}\n"

"""What a program's bytes look like, and at which of them the screen showed what was waited for."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import pyte

from bench.program import COLUMNS, PATIENCE, ROWS, Chunk, Program
from tests.terminal import AlternatingScreen, SequenceFilter

Lines = tuple[str, ...]
"""The rows of a screen, without the blanks at their ends."""

Seen = Callable[[Lines], bool]
"""Whether a screen shows what is waited for."""

POINTER = "▸"


class Reaction(NamedTuple):
    """When the list was as it stays, and when the last byte came: seconds after the key."""

    moved: float
    last: float


class Screen:
    """The picture that the bytes so far make."""

    def __init__(self) -> None:
        self._filter = SequenceFilter()
        self._screen = AlternatingScreen(COLUMNS, ROWS, lambda _answer: None)
        self._stream = pyte.ByteStream(self._screen)

    def draw(self, chunks: Iterable[Chunk]) -> Iterator[tuple[float, Lines]]:
        """Draws one chunk after the other; yields each moment with the rows as they are then."""
        for chunk in chunks:
            self._stream.feed(self._filter(chunk.data))
            yield chunk.at, self.lines

    @property
    def lines(self) -> Lines:
        """The rows."""
        rows = range(self._screen.lines)
        return tuple("".join(text for _, text in self._screen.cells(row)).rstrip() for row in rows)


class Watched:
    """A program and its screen."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._screen = Screen()

    @property
    def lines(self) -> Lines:
        """The rows as last drawn."""
        return self._screen.lines

    def until(self, seen: Seen, patience: float = PATIENCE) -> tuple[float, float]:
        """When the screen first showed it, and when the last byte before a silence came.

        Raises `TimeoutError` with the screen where it does not come.
        """
        first = None
        deadline = time.perf_counter() + patience
        while first is None:
            chunks = self._chunks(deadline)
            for at, lines in self._screen.draw(chunks):
                if first is None and seen(lines):
                    first = at
        return first, chunks[-1].at

    def press(self, keys: bytes, seen: Seen) -> Reaction:
        """Types the keys, and waits until the screen shows it and then is silent."""
        self.catch_up()
        states: list[tuple[float, Lines]] = []
        deadline = time.perf_counter() + PATIENCE
        pressed = self.program.send(keys)
        while not (states and seen(states[-1][1])):
            states += self._screen.draw(self._chunks(deadline))
        return reaction(states, pressed)

    def catch_up(self) -> None:
        """Draws what has come since."""
        self._draw(self.program.left_over())

    def settle(self) -> None:
        """Waits until the program neither writes nor works."""
        self._draw(self.program.rest())

    def _draw(self, chunks: Iterable[Chunk]) -> None:
        for _ in self._screen.draw(chunks):
            pass

    def _chunks(self, deadline: float) -> list[Chunk]:
        try:
            chunks = self.program.chunks(patience=max(0.0, deadline - time.perf_counter()))
        except TimeoutError as error:
            raise TimeoutError("\n".join([str(error), *self.lines])) from None
        if not chunks[-1].data:
            self._draw(chunks)
            raise TimeoutError("\n".join(["the program ended", *self.lines]))
        return chunks


def reaction(states: Sequence[tuple[float, Lines]], pressed: float) -> Reaction:
    """How long after the key the list had moved, and how long after it the last byte came.

    The list has moved when the list's side of the screen is as it is in the end: the echo of a
    typed letter, or a half of the new list, is not it.
    """
    final = list_side(states[-1][1])
    moved = next(at for at, lines in states if list_side(lines) == final)
    return Reaction(moved - pressed, states[-1][0] - pressed)


def list_side(lines: Lines) -> Lines:
    """The part with the list: from the row of the views' titles, left of the detail."""
    top = next((row for row, line in enumerate(lines) if "1 Today" in line), None)
    if top is None:
        return lines
    width = lines[top].find("╮") + 1
    return tuple(line[:width] for line in lines[top:])


def pointed(lines: Lines) -> tuple[int, str]:
    """The row that the pointer is on, and what stands there; row -1 where there is no pointer."""
    for row, line in enumerate(list_side(lines)):
        if line[1:2] == POINTER:
            return row, line
    return -1, ""


def count_of(lines: Lines) -> str:
    """What stands in the lower edge of the list: how many rows it has; nothing before that."""
    for line in reversed(list_side(lines)):
        if line.startswith("╰"):
            return line.strip("╰─╯ ")
    return ""


def is_listed(lines: Lines) -> bool:
    """Whether the list is there, with a row under the pointer and the number of its rows."""
    return pointed(lines)[0] >= 0 and count_of(lines) != ""

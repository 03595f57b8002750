"""The first paint of a full-screen peer, and its keys."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bench.figure import MILLISECONDS, Figures, milliseconds, not_run
from bench.program import Program
from bench.screen import Lines, Watched

KEYS = 20
PATIENCE = 60.0
"""Seconds after which a peer is not waited for any longer."""


class Way(NamedTuple):
    """From the start to the list.

    Once the screen shows `opens`, `key` brings the list, where it takes one. The list is there
    once the screen shows `listed`, and `keys` lead into it.
    """

    listed: str
    keys: Sequence[bytes]
    opens: str = ""
    key: bytes = b""


def screen_figures(name: str, start: Callable[[], Program], way: Way, runs: int) -> Figures:
    """The start to the list, without the pause before a key; a step down, to the last byte."""
    try:
        painted = [_painted(start, way) for _ in range(runs)]
        with start() as program:
            watched = Watched(program)
            _go(watched, way)
            watched.settle()
            for key in way.keys:
                program.send(key)
                watched.settle()
            moved = [watched.press(b"j", bool).last for _ in range(KEYS)]
    except TimeoutError:
        return not_watched(name, f"over {PATIENCE:.0f} s")
    return {name: milliseconds(painted), f"{name}_key": milliseconds(moved)}


def _painted(start: Callable[[], Program], way: Way) -> float:
    with start() as program:
        return _go(Watched(program), way)


def _go(watched: Watched, way: Way) -> float:
    """Goes to the list; returns the seconds that the program took for it."""
    begun, spent = watched.program.started, 0.0
    if way.key:
        opened, _ = watched.until(_shows(way.opens), PATIENCE)
        spent = opened - begun
        begun = watched.program.send(way.key)
    listed, _ = watched.until(_shows(way.listed), PATIENCE)
    return spent + listed - begun


def not_watched(name: str, why: str) -> Figures:
    """The figures of a peer that was not run."""
    return {name: not_run(MILLISECONDS, why), f"{name}_key": not_run(MILLISECONDS, why)}


def _shows(seen: str) -> Callable[[Lines], bool]:
    return lambda lines: any(seen in line for line in lines)

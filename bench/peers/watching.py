"""The first paint of a full-screen peer, and its keys."""

from collections.abc import Callable, Sequence

from bench.figure import MILLISECONDS, Figures, milliseconds, not_run
from bench.program import Program
from bench.screen import Lines, Watched

KEYS = 20
PATIENCE = 60.0
"""Seconds after which a peer is not waited for any longer."""


def screen_figures(
    name: str,
    start: Callable[[], Program],
    seen: str,
    to_the_list: Sequence[bytes],
    runs: int,
) -> Figures:
    """Its first paint, when the screen shows `seen`; a step down in its list, to the last byte.

    The list is reached with some keys from the start.
    """
    painted, moved = [], []
    shows = _shows(seen)
    try:
        for _ in range(runs):
            with start() as program:
                painted.append(Watched(program).until(shows, PATIENCE)[0] - program.started)
        with start() as program:
            watched = Watched(program)
            watched.until(shows, PATIENCE)
            watched.settle()
            for key in to_the_list:
                program.send(key)
                watched.settle()
            moved = [watched.press(b"j", bool).last for _ in range(KEYS)]
    except TimeoutError:
        return not_watched(name, f"over {PATIENCE:.0f} s")
    return {name: milliseconds(painted), f"{name}_key": milliseconds(moved)}


def not_watched(name: str, why: str) -> Figures:
    """The figures of a peer that was not run."""
    return {name: not_run(MILLISECONDS, why), f"{name}_key": not_run(MILLISECONDS, why)}


def _shows(seen: str) -> Callable[[Lines], bool]:
    return lambda lines: any(seen in line for line in lines)

"""From a key to the list that it asks for: moves, changes of view, and letters of find."""

from collections.abc import Mapping, Sequence
from itertools import cycle, islice

from bench.figure import Figures, milliseconds
from bench.place import Place
from bench.program import Program
from bench.screen import Lines, Reaction, Seen, Watched, count_of, is_listed, pointed

DOWN, PAGE_DOWN, HOME, END = b"\x1b[B", b"\x1b[6~", b"\x1b[H", b"\x1b[F"
ESCAPE, ENTER = b"\x1b", b"\r"

MOVES = 40
"""How often each key is pressed, half of it in the first view and half in the longest."""

_MOVED_IN = (b"1", b"4")
_VIEWS = (b"2", b"3", b"4", b"5", b"1")
_ROUNDS = 6
_FOUND_IN: Mapping[bytes, str] = {b"2": "quotes", b"4": "log", b"5": "closed"}
_WORDS = ("atelier", "refonte")


def key_figures(place: Place) -> Figures:
    """The figures of one program; the views first, while none but today's has been seen."""
    with Program(place.relance(), place.environment) as program:
        watched = Watched(program)
        watched.until(is_listed)
        watched.settle()
        views = [_view(watched, key) for key in islice(cycle(_VIEWS), _ROUNDS * len(_VIEWS))]
        figures = {
            "view_first": milliseconds([each.moved for each in views[: len(_VIEWS) - 1]]),
            **_both("view", views),
            **_moves(watched),
        }
        for key, name in _FOUND_IN.items():
            _view(watched, key)
            figures |= _both(f"find_{name}", _letters(watched))
    return figures


def _both(name: str, reactions: Sequence[Reaction]) -> Figures:
    return {
        name: milliseconds([each.moved for each in reactions]),
        f"{name}_last": milliseconds([each.last for each in reactions]),
    }


def _view(watched: Watched, key: bytes) -> Reaction:
    titles = _columns(watched.lines)
    return watched.press(key, lambda lines: is_listed(lines) and _columns(lines) != titles)


def _columns(lines: Lines) -> str:
    """The row of the columns' titles and the number of rows: no two views share both."""
    top = next(row for row, line in enumerate(lines) if "1 Today" in line)
    return lines[top + 1] + count_of(lines)


def _moves(watched: Watched) -> Figures:
    down: list[Reaction] = []
    page: list[Reaction] = []
    end: list[Reaction] = []
    presses = MOVES // len(_MOVED_IN)
    for view in _MOVED_IN:
        if view != b"1":
            _view(watched, view)
        for _ in range(presses):
            end.append(_move(watched, END))
            last = pointed(watched.lines)
            _move(watched, HOME)
        down += _steps(watched, DOWN, presses, last)
        page += _steps(watched, PAGE_DOWN, presses, last)
    return _both("down", down) | _both("page", page) | _both("end", end)


def _steps(watched: Watched, key: bytes, presses: int, last: tuple[int, str]) -> list[Reaction]:
    """So many steps; from the top once more where the list is at its end."""
    reactions: list[Reaction] = []
    for _ in range(presses):
        reactions.append(_move(watched, key))
        if pointed(watched.lines) == last:
            _move(watched, HOME)
    return reactions


def _move(watched: Watched, key: bytes) -> Reaction:
    return watched.press(key, _moved_from(watched.lines))


def _moved_from(before: Lines) -> Seen:
    """Whether the pointer is on another row, or another row under the pointer."""
    at = pointed(before)
    return lambda lines: pointed(lines)[0] >= 0 and pointed(lines) != at


def _letters(watched: Watched) -> list[Reaction]:
    reactions = []
    for word in _WORDS:
        watched.program.send(b"/")
        watched.settle()
        for end in range(1, len(word) + 1):
            found = f"“{word[:end]}”"
            letter = word[end - 1].encode()
            reactions.append(watched.press(letter, _says(found)))
        watched.press(ESCAPE, lambda lines: "“" not in count_of(lines) and is_listed(lines))
    return reactions


def _says(found: str) -> Seen:
    """Whether the lower edge names the words found: the list writes it, the input does not."""
    return lambda lines: found in count_of(lines)

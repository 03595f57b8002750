"""Works out ahead, after the first paint, what the views will ask the board for.

Nothing waits for it: what is not worked out yet when it is needed is worked out then. It is the
order of the long lists; rows are made when they are painted, and none is kept for its own sake.
"""

import gc
from collections.abc import Callable, Iterator
from time import monotonic, sleep

from store.rules.board import Board

REST = 0.3
"""How long keys must rest before it goes on, in seconds."""


class Warming:
    """Works in a thread, in steps, and not while keys are pressed."""

    def __init__(self) -> None:
        self._goes_on_at = 0.0

    def give_way(self) -> None:
        """A key was pressed: what it asks for comes first."""
        self._goes_on_at = monotonic() + REST

    def warm(self, board: Board, is_wanted: Callable[[], bool]) -> bool:
        """Works it all out, as long as the board is wanted; whether that was to the end."""
        for _ in _steps(board):
            if not is_wanted():
                return False
            gc.freeze()  # what is made here is kept: to look through it for garbage takes long
            self._rest(is_wanted)
        return True

    def _rest(self, is_wanted: Callable[[], bool]) -> None:
        while is_wanted() and (rest := self._goes_on_at - monotonic()) > 0:
            sleep(min(rest, REST / 10))


def _steps(board: Board) -> Iterator[None]:
    """One list after another, those first that are likely to be asked for first."""
    yield
    board.open_quotes()
    yield
    board.leads()
    yield
    board.journal()
    yield
    board.closed()
    yield
    board.linked()

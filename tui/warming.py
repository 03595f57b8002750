"""Works out ahead, after the first paint, what the views will ask the board for.

Nothing waits for it: what is not worked out yet when it is needed is worked out then.
"""

import gc
from collections.abc import Callable, Iterator
from time import monotonic, sleep

from store.rules.board import Board
from store.rules.journal import ContactRow
from store.rules.leads import LeadStanding
from store.rules.standing import Standing
from store.rules.views import View

_Row = Standing | LeadStanding | ContactRow

REST = 0.3
"""How long keys must rest before it goes on, in seconds."""

STEPS_AT_ONCE = 50
"""Steps after which it looks whether it goes on; as many take a few milliseconds."""


class Warming:
    """Works in a thread, in small steps, and not while keys are pressed."""

    def __init__(self) -> None:
        self._goes_on_at = 0.0

    def give_way(self) -> None:
        """A key was pressed: what it asks for comes first."""
        self._goes_on_at = monotonic() + REST

    def warm(self, board: Board, is_wanted: Callable[[], bool]) -> bool:
        """Works it all out, as long as the board is wanted; whether that was to the end."""
        for step, is_long in enumerate(_steps(board)):
            if not is_wanted():
                return False
            if step >= STEPS_AT_ONCE and (is_long or step % STEPS_AT_ONCE == 0):
                gc.freeze()  # what is made here is kept: to look through it for garbage takes long
                self._rest(is_wanted)
        return True

    def _rest(self, is_wanted: Callable[[], bool]) -> None:
        while is_wanted() and (rest := self._goes_on_at - monotonic()) > 0:
            sleep(min(rest, REST / 10))


def _steps(board: Board) -> Iterator[bool]:
    """Each lead with its quotes, then the lists of them, then what they are found by.

    Of each step, whether the next one takes long.
    """
    for lead_id in board.snapshot.dossiers:
        board.lead(lead_id)
        yield False
    yield True
    board.linked()
    yield True
    quotes = (*board.open_quotes(), *board.quotes(View.CLOSED))
    yield True
    leads = board.leads()
    yield True
    rows: tuple[_Row, ...] = (*quotes, *leads, *board.journal())
    for row in rows:
        row.found_by  # noqa: B018 - each keeps it
        yield False

"""Works out ahead, after the first paint, what the views will ask the board for.

It is done in a thread and in small steps, so that it gives way to keys, and can be left off as
soon as the board is replaced. Nothing waits for it: what is not worked out yet when it is needed
is worked out then.
"""

import gc
from collections.abc import Callable, Iterator

from store.rules.board import Board
from store.rules.views import View

STEPS_BETWEEN_TIDYING = 500


def warm(board: Board, is_wanted: Callable[[], bool]) -> bool:
    """Works it all out, as long as it is wanted; whether that was to the end."""
    for step, _ in enumerate(_steps(board)):
        if not is_wanted():
            return False
        if step % STEPS_BETWEEN_TIDYING == 0:
            gc.freeze()  # what is made here is kept: to look through it for garbage takes long
    gc.freeze()
    return True


def _steps(board: Board) -> Iterator[object]:
    """Each lead with its quotes, then the lists of them, then what they are found by."""
    for lead_id in board.snapshot.dossiers:
        yield board.lead(lead_id)
    yield board.linked()
    yield board.open_quotes()
    lists = (board.quotes(View.CLOSED), board.leads(), board.journal())
    yield lists
    for rows in (board.open_quotes(), *lists):
        for row in rows:
            yield row.found_by

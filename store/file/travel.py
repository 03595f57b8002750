"""The two ways through the history of changes: undo and redo."""

from collections.abc import Callable
from typing import NamedTuple

from store.file.history import Change, last_done, next_undone
from store.file.revision import Revision


class Way(NamedTuple):
    """Which change comes next on it, and what is done; `nothing` is the code for no such change."""

    nothing: str
    choose: Callable[[list[Change]], Change | None]
    move: Callable[[Revision, Change], Change]


UNDO = Way("nothing_to_undo", last_done, Revision.undo)
REDO = Way("nothing_to_redo", next_undone, Revision.redo)

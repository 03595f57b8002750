"""The two ways through the history of changes: undo and redo."""

from collections.abc import Callable
from typing import NamedTuple

from store.errors import NothingToDo, Refused
from store.file.history import Change, last_done, next_undone
from store.file.revision import Revision


class Way(NamedTuple):
    """Which change comes next on it, and what is done; `nothing` is the code for no such change.

    `only` is the id of the one change that may be meant; none for whichever comes next.
    """

    nothing: str
    choose: Callable[[list[Change]], Change | None]
    move: Callable[[Revision, Change], Change]
    only: int | None = None

    def next(self, changes: list[Change]) -> Change:
        """The change to move; raises `NothingToDo`, and `Refused` where another one comes next."""
        found = self.choose(changes)
        if found is None:
            raise NothingToDo(self.nothing)
        if self.only is not None and found.id != self.only:
            raise Refused("not_the_latest")
        return found


UNDO = Way("nothing_to_undo", last_done, Revision.undo)
REDO = Way("nothing_to_redo", next_undone, Revision.redo)

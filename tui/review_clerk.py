"""Takes the orders about what a merge lost: take the value back, mark it as seen, undo either."""

from collections.abc import Callable
from typing import NamedTuple

from store.errors import NothingToDo, TrackerError
from store.file.history import Change
from store.file.take_back import take_back
from tui.clerk import Clerk
from tui.desk import Desk
from tui.language import _
from tui.wording.changes import change_text


class _Done(NamedTuple):
    """An entry that was looked at, and the change that this made, 0 where it made none."""

    entry: Change
    change_id: int


class ReviewClerk:
    """One for each opening of the screen: `undo` goes back to that, and no further.

    `changed` is called after each order, when the list may be another.
    """

    def __init__(self, clerk: Clerk, desk: Desk, changed: Callable[[], None]) -> None:
        self._clerk = clerk
        self._desk = desk
        self._changed = changed
        self._done: list[_Done] = []

    async def take_back(self, change: Change) -> None:
        """Put the lost value into the record; what was looked at so is seen."""
        try:
            saved = await self._clerk.save(take_back(change))
            if saved is not None:
                self._done.append(_Done(change, saved.change_id))
                await self._desk.mark_seen(change.id)
        except TrackerError as trouble:
            self._clerk.complain(trouble)
        self._changed()

    async def mark_seen(self, change: Change) -> None:
        """Leave the record as it is."""
        try:
            await self._desk.mark_seen(change.id)
            self._done.append(_Done(change, 0))
            self._clerk.tell(_("Marked as seen: the value kept stays."))
        except TrackerError as trouble:
            self._clerk.complain(trouble)
        self._changed()

    async def undo(self) -> None:
        """Undo what was done last here, and list its entry again; nothing else is touched."""
        if not self._done:
            self._clerk.complain(NothingToDo("nothing_done_here"))
            return
        latest = self._done.pop()
        try:
            text = await self._undone(latest)
            await self._desk.mark_unseen(latest.entry.id)
            self._clerk.tell(text)
        except TrackerError as trouble:
            self._clerk.complain(trouble)
        self._changed()

    async def _undone(self, latest: _Done) -> str:
        """Undoes the change that was made, if there is one, and says so."""
        if not latest.change_id:
            return _("No longer marked as seen.")
        try:
            change = await self._desk.undo(latest.change_id)
        except TrackerError:
            self._done.append(latest)
            raise
        text = change_text(change.code, change.subject, change.facts)
        return _("Undone: {change}").format(change=text)

"""Takes the orders about what a merge lost: take the value back, or mark it as seen."""

from collections.abc import Callable

from store.errors import TrackerError
from store.file.history import Change
from store.file.take_back import take_back
from tui.clerk import Clerk
from tui.desk import Desk
from tui.language import _


class ReviewClerk:
    """`changed` is called after each order, when the list may be another."""

    def __init__(self, clerk: Clerk, desk: Desk, changed: Callable[[], None]) -> None:
        self._clerk = clerk
        self._desk = desk
        self._changed = changed

    async def take_back(self, change: Change) -> None:
        """Put the lost value into the record; what was looked at so is seen."""
        try:
            if await self._clerk.save(take_back(change)):
                await self._desk.mark_seen(change.id)
        except TrackerError as trouble:
            self._clerk.complain(trouble)
        self._changed()

    async def mark_seen(self, change: Change) -> None:
        """Leave the record as it is."""
        try:
            await self._desk.mark_seen(change.id)
            self._clerk.tell(_("Marked as seen: the value kept stays."))
        except TrackerError as trouble:
            self._clerk.complain(trouble)
        self._changed()

"""Keys and clicks that come before the whole file is read, kept until then in their order."""

from collections.abc import Awaitable, Callable

from textual.app import App
from textual.events import Event, Key, MouseDown, MouseUp, Paste

_NEVER_WAIT = ("quit", "interrupt", "suspend_process")
"""Actions that a person may want most where something takes long."""

_NEED_ONLY_TODAY = ("move", "page", "top", "bottom")
"""Actions that do with today's work."""

PACE = 0.05
"""Seconds between two events that are let go: what one asks for opens before the next comes."""

Handle = Callable[[Event], Awaitable[None]]


class Patience:
    """Holds what a person does until `release`."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._held: list[Event] = []

    def holds(self, event: Event, *, is_whole: bool) -> bool:
        """Whether the event has to wait; then it is kept.

        Keys that move the cursor do not, unless one before them does.
        """
        if not isinstance(event, Key | MouseDown | MouseUp | Paste) or event.is_forwarded:
            return False
        if is_whole and not self._held:
            return False
        action = self._action(event) if isinstance(event, Key) else ""
        if action in _NEVER_WAIT or (action in _NEED_ONLY_TODAY and not self._held):
            return False
        self._held.append(event)
        return True

    async def release(self, handle: Handle) -> None:
        """Lets one event after another be handled, each when there is a screen that takes it."""
        if not self._held:
            return
        if self._is_ready_for(self._held[0]):
            await handle(self._held.pop(0))
        self._app.set_timer(PACE, lambda: self.release(handle))

    def _is_ready_for(self, event: Event) -> bool:
        """Whether the screen has opened; for a key also whether it has a place to type it."""
        screen = self._app.screen
        if not screen.is_mounted:
            return False
        return not isinstance(event, Key) or bool(screen.focused) or not screen.focus_chain

    def drop(self) -> None:
        """Forgets what was held, where a question came up that it was not meant for."""
        self._held.clear()

    def _action(self, key: Key) -> str:
        """The name of the action that the key has now."""
        active = self._app.screen.active_bindings.get(key.key)
        return active.binding.action.partition("(")[0] if active else ""

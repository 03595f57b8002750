"""Keys and clicks that come before the whole file is read, kept until then in their order."""

from collections.abc import Awaitable, Callable

from textual.app import App
from textual.events import Event, Key, MouseDown, MouseUp, Paste

_NEVER_WAIT = ("quit", "interrupt", "suspend_process")
"""Actions that a person may want most where something takes long."""

_NEED_NO_MORE = ("move", "page", "top", "bottom")
"""Actions that do with today's work."""

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
        if action in _NEVER_WAIT or (action in _NEED_NO_MORE and not self._held):
            return False
        self._held.append(event)
        return True

    async def release(self, handle: Handle) -> None:
        """Lets one event after another be handled, the next when the screen has seen to it."""
        if self._held:
            event = self._held.pop(0)
            await handle(event)
            self._app.screen.call_later(self._app.call_later, self.release, handle)

    def drop(self) -> None:
        """Forgets what is held."""
        self._held.clear()

    def _action(self, key: Key) -> str:
        """The name of the action that the key has now."""
        active = self._app.screen.active_bindings.get(key.key)
        return active.binding.action.partition("(")[0] if active else ""

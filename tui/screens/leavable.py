"""What every screen of ours is built upon, so that it can be left before it has opened."""

from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from textual.message import Message
from textual.screen import ModalScreen, Screen, ScreenResultType


class LeavableScreen(Screen[ScreenResultType]):
    """A screen whose own handlers, `on_mount` too, run only while it is there with its parts.

    A key, a signal or an end of work may take a screen away while it opens. Textual mounts it all
    the same, but no longer the parts within it: who then asks for one would end the app.
    """

    @property
    def was_left(self) -> bool:
        """Whether it was taken away, or the app is being left."""
        is_over = not (self.is_attached and self.app.is_running)
        return is_over or self not in self.app.screen_stack

    @property
    def is_there(self) -> bool:
        """Whether others can have it show something: not before it has opened either."""
        return self.is_mounted and not self.was_left

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """As any widget does, unless it is left by then: Textual has another screen call it."""

        def unless_left() -> object:
            return None if self.was_left else callback(*args, **kwargs)

        return super().call_after_refresh(unless_left)

    def _get_dispatch_methods(
        self, method_name: str, message: Message
    ) -> Iterator[tuple[type, Callable[[Message], Awaitable[Any]]]]:
        """Textual's own handlers take leave of a screen; ours have nothing to do any more."""
        for owner, method in super()._get_dispatch_methods(method_name, message):
            if not issubclass(owner, LeavableScreen) or not self.was_left:
                yield owner, method


class DialogScreen(ModalScreen[ScreenResultType], LeavableScreen[ScreenResultType]):
    """The same over another screen; it returns what was answered."""

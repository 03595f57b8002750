"""Where a field is typed, chosen or ticked; each entry obeys its keys in order.

Textual hands a burst of keys to whatever has the focus when they arrive, and runs a binding only
once the key has bubbled up to the app. What is typed right after a Tab would then land before it,
in the field that is being left. Here a key is obeyed when its turn comes, and what is for another
field is handed on.
"""

from collections.abc import Sequence
from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from tui.safe_text import editable
from tui.widgets.chooser import Chooser
from tui.widgets.columns import fitted
from tui.widgets.completion import Completion
from tui.widgets.path_completion import PathCompletion
from tui.widgets.ticks import Ticks

MOVES: Final = (
    Binding("up,shift+tab", "app.focus_previous", show=False),
    Binding("down,tab", "app.focus_next", show=False),
)


class TypedEntry(Input):
    """A text on one line, completed from known values."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES]

    def __init__(
        self,
        text: str,
        *,
        hint: str,
        options: Sequence[str],
        ellipsis: str,
        paths: bool = False,
    ) -> None:
        """An input with this text. `hint` is shown dim as long as it is empty.

        With `paths` it is completed from the names of files and folders.
        """
        suggester = PathCompletion() if paths else Completion(options) if options else None
        super().__init__(editable(text), compact=True, suggester=suggester)
        self._hint = Text(hint)
        self._ellipsis = ellipsis

    def on_resize(self) -> None:
        """Cut the hint to what there is room for: an input would wrap it."""
        width = self.content_size.width
        self.placeholder = fitted(self._hint, width, self._ellipsis).plain.rstrip()

    async def on_key(self, event: events.Key) -> None:
        """Obey now, before the input types what is a printable key."""
        await _obey(self, event)


class ChosenEntry(Chooser):
    """One of a few values."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES]

    async def on_key(self, event: events.Key) -> None:
        """Obey now."""
        await _obey(self, event)


class TickedEntry(Ticks):
    """Some of a few values."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES]

    async def on_key(self, event: events.Key) -> None:
        """Obey now."""
        await _obey(self, event)


async def _obey(entry: Widget, event: events.Key) -> None:
    focused = entry.screen.focused
    if focused is not None and focused is not entry:
        focused._forward_event(events.Key(event.key, event.character))
    elif not await _ran_a_binding(entry, event.key):
        return
    event.stop()
    event.prevent_default()


async def _ran_a_binding(entry: Widget, key: str) -> bool:
    for binding in entry._bindings.key_to_bindings.get(key, ()):
        if await entry.app.run_action(binding.action, entry):
            return True
    return False

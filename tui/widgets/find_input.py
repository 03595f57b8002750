"""Where the words to find are typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from tui.language import _


class FindInput(Input):
    """Escape gives up, Enter and the arrows go back to the list with what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave(True)", show=False),
        Binding("enter,down,up", "leave(False)", show=False),
    ]

    DEFAULT_CSS = """
    FindInput { height: 1; border: none; padding: 0 1; }
    """

    # What is typed is as wide as it is: nothing around it has to make room.
    virtual_size = Reactive(Size(0, 0), layout=False)

    @dataclass
    class Left(Message):
        """Back to the list; `clear` shows all rows again."""

        clear: bool

    def __init__(self, show_found: Callable[[str], None]) -> None:
        """Shows what has the words before anything is painted: in the frame of the letter itself.

        Found in answer to a message, it would come one or two frames later.
        """
        super().__init__(placeholder=_("find a lead, title, ref or note"), compact=True)
        self._show_found = show_found

    def watch_value(self, value: str) -> None:
        """Other words."""
        self._show_found(value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Nobody else need know: they are found by now."""
        event.stop()

    def action_leave(self, clear: bool) -> None:
        """Back to the list."""
        self.post_message(self.Left(clear))

"""Where the words to find are typed."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
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

    @dataclass
    class Left(Message):
        """Back to the list; `clear` shows all rows again."""

        clear: bool

    def __init__(self) -> None:
        super().__init__(placeholder=_("find a lead, title, ref or note"), compact=True)

    def action_leave(self, clear: bool) -> None:
        """Back to the list."""
        self.post_message(self.Left(clear))

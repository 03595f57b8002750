"""The detail side of the main screen: a panel that scrolls."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static


class Detail(VerticalScroll, can_focus=False):
    """Shows a text, from its top each time it is another one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]

    DEFAULT_CSS = """
    Detail {
        border: $frame $border-blurred;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        Static { height: auto; width: 100%; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._text

    @property
    def text_width(self) -> int:
        """How many cells a line has."""
        return self.scrollable_content_region.width

    def show(self, text: Text) -> None:
        """Another text."""
        self._text.update(text)
        self.scroll_home(animate=False)

"""The detail side of the main screen: a panel that scrolls.

A key on the list paints it anew, so it wraps its text by itself and paints line by line.
"""

from collections.abc import Iterator
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.selection import Selection
from textual.strip import Strip

from tui.widgets.scrolled_lines import ScrolledLines


class Detail(ScrolledLines, can_focus=False):
    """Shows a text, from its top each time it is another one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", show=False),
        Binding("down,j", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home,g", "scroll_home", show=False),
        Binding("end,G", "scroll_end", show=False),
    ]

    # Lines are as wide with a scrollbar as without, so that no text jumps when it comes.
    DEFAULT_CSS = """
    Detail {
        border: $frame $border-blurred;
        padding: 0 1;
        scrollbar-gutter: stable;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.text = Text()
        """The text that is shown."""
        self._lines: list[Text] = []
        self._goes_on: list[bool] = []
        self._wrapped_at = 0

    @property
    def text_width(self) -> int:
        """How many cells a line has."""
        return self.scrollable_content_region.width

    def show(self, text: Text) -> None:
        """Another text, from its start; the same one stays as far as it was scrolled."""
        if text == self.text and self._lines:
            return
        self.text = text
        self._wrap()
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """The same text in lines of another width."""
        if self.text_width != self._wrapped_at:
            self._wrap()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the widget."""
        index = self.scroll_offset.y + y
        line = self._lines[index].copy() if index < len(self._lines) else Text()
        selected = self.text_selection.get_span(index) if self.text_selection else None
        if selected is not None:
            start, end = selected
            style = self.screen.get_component_rich_style("screen--selection")
            line.stylize(style, start, None if end == -1 else end)
        strip = Strip(line.render(self.app.console)).apply_style(self.base_style)
        width = self.text_width
        return strip.adjust_cell_length(width, self.base_style).apply_offsets(0, index)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """What of the text is selected, without the line breaks that only the width made."""
        first = selection.start.y if selection.start else 0
        chosen = selection.extract("\n".join(line.plain for line in self._lines))
        parts = []
        for index, line in enumerate(chosen.split("\n"), first):
            parts.append(line + (" " if self._goes_on[index : index + 1] == [True] else "\n"))
        return "".join(parts)[:-1], "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint what is selected."""
        self.refresh()

    def _wrap(self) -> None:
        self._wrapped_at = max(1, self.text_width)
        wrapped = [*self._wrapped(self._wrapped_at)]
        self._lines = [line for line, _ in wrapped]
        self._goes_on = [goes_on for _, goes_on in wrapped]
        self._set_lines(len(wrapped))

    def _wrapped(self, width: int) -> Iterator[tuple[Text, bool]]:
        """The lines, and of each whether the text goes on after it without a break of its own."""
        for line in self.text.split("\n", allow_blank=True):
            *parts, last = line.wrap(self.app.console, width)
            yield from ((part, True) for part in parts)
            yield last, False

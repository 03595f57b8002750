"""Lines that scroll up and down, painted one by one: what lists and the detail have in common."""

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget


class ScrolledLines(ScrollView, inherit_bindings=False):
    """A widget on Textual's line API; its height can change without a new layout of the screen."""

    DEFAULT_CSS = """
    ScrolledLines {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    """

    base_style = Style()
    """How text is painted that has no style of its own."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the lines in sight, for which what they have in common is worked out once."""
        self.base_style = self.rich_style
        return super().render_lines(crop)

    def _set_lines(self, count: int) -> None:
        """So many lines from now on, and all of them to be painted anew.

        The screen is laid out again only where the scrollbar comes or goes.
        """
        needs_scrollbar = count > self.container_size.height
        if needs_scrollbar != self.show_vertical_scrollbar:
            self.virtual_size = Size(0, count)
        else:
            self.set_reactive(Widget.virtual_size, Size(0, count))
            if needs_scrollbar:
                self.vertical_scrollbar.window_virtual_size = count
            self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self.refresh()

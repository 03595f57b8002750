"""Lines that scroll up and down, painted one by one: what lists and the detail have in common."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
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

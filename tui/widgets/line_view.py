"""Rows in columns under a header, one of them pointed at: what is seen of a list.

It works on Textual's line API: a row's cells are asked for when its line is painted, never before.
Keys, mouse and messages are `line_list`'s.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, Final, Generic

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import clamp
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.columns import Column
from tui.widgets.row_lines import RowLines, RowT
from tui.widgets.scrolled_lines import ScrolledLines

HEADER: Final = 1
"""Lines above the rows."""


class LineView(ScrolledLines, Generic[RowT], inherit_bindings=False):
    """Paints any number of rows in the time of one screenful."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-list--header",
        "line-list--cursor",
        "line-list--cursor-blurred",
        "line-list--empty",
    }
    DEFAULT_CSS = """
    LineView {
        height: 1fr;
        & > .line-list--header { color: $text-muted; text-style: bold; }
        & > .line-list--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: $block-cursor-text-style;
        }
        & > .line-list--cursor-blurred { background: $block-cursor-blurred-background; }
        & > .line-list--empty { color: $text-muted; }
    }
    """

    cursor_row: reactive[int] = reactive(0, repaint=False)
    """Index of the row under the cursor; 0 in an empty list."""
    sorted_by: reactive[tuple[str, bool] | None] = reactive(None)
    """Key of the column whose label has the arrow, and whether the order is descending."""
    empty: reactive[Text] = reactive(Text)
    """What to say, in as many lines as it takes, when there are no rows."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        cells_of: Callable[[RowT], Mapping[str, Text]],
        arrows: tuple[str, str],
        pointer: str,
        ellipsis: str,
        id: str | None,  # noqa: A002 (Textual's name for it)
    ) -> None:
        """A list without rows yet. `arrows` are the signs of ascending and descending order."""
        super().__init__(id=id)
        self._rows: Sequence[RowT] = ()
        self._lines = RowLines(columns, cells_of, arrows=arrows, pointer=pointer, ellipsis=ellipsis)

    @property
    def rows(self) -> Sequence[RowT]:
        """The rows as given to `show`."""
        return self._rows

    @property
    def current(self) -> RowT | None:
        """The row under the cursor."""
        return self._rows[self.cursor_row] if self._rows else None

    def _replace_rows(self, rows: Sequence[RowT]) -> None:
        self._rows = rows
        self._lines.forget()
        self._set_lines(len(rows) + HEADER)

    def validate_cursor_row(self, row: int) -> int:
        """Keep the cursor on a row."""
        return clamp(row, 0, max(0, len(self._rows) - 1))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._scroll_to_cursor()

    @property
    def _rows_in_sight(self) -> int:
        return self.scrollable_content_region.height - HEADER

    def _scroll_to_cursor(self) -> None:
        top, count, row = self.scroll_offset.y, self._rows_in_sight, self.cursor_row
        if count > 0 and not top <= row < top + count:
            self.scroll_to(y=row if row < top else row - count + 1, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Paint one line of the widget."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y - HEADER
        if y < HEADER:
            header = self._lines.header(width, self.sorted_by, self.app.console)
            return self._strip(header, self.get_component_rich_style("line-list--header"))
        if not self._rows:
            return self._stand_in_line(y - HEADER, width)
        if index >= len(self._rows):
            return Strip.blank(width, self.base_style)
        return self._row_line(index, width)

    def _row_line(self, index: int, width: int) -> Strip:
        pointed = index == self.cursor_row
        line = self._lines.row(index, self._rows[index], width, self.app.console, pointed=pointed)
        if not pointed:
            return self._strip(line, self.base_style)
        if not self.has_focus:
            return self._strip(line, self.get_component_rich_style("line-list--cursor-blurred"))
        style = self.get_component_rich_style("line-list--cursor")
        # The cursor's colours win over the cells', which were not chosen to be read on them.
        return self._strip(line, style, over=Style.from_color(style.color, style.bgcolor))

    def _stand_in_line(self, y: int, width: int) -> Strip:
        lines = self._lines.stand_in(self.empty, width, self.app.console)
        style = self.get_component_rich_style("line-list--empty")
        line = lines[y] if y < len(lines) else Text()
        return self._strip(line.render(self.app.console), style)

    def _strip(self, line: Iterable[Segment], under: Style, over: Style | None = None) -> Strip:
        segments = Segment.apply_style(line, under, over)
        width = self.scrollable_content_region.width
        return Strip(segments).simplify().adjust_cell_length(width, under)

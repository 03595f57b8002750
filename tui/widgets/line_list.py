"""A list with a cursor: keys, mouse and messages over the lines that `line_view` paints.

It knows nothing of what the rows are; sorting and filtering them is the caller's.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from operator import indexOf
from typing import Any, ClassVar, Final, NamedTuple

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.columns import Column
from tui.widgets.line_view import HEADER, LineView
from tui.widgets.row_lines import RowT

__all__ = ["Column", "LineList", "LineListMessage", "Spot"]


class Spot(NamedTuple):
    """Where a cursor is: on the row of a key, which was last seen at the index `row`."""

    key: Hashable | None
    row: int


TOP: Final = Spot(None, 0)


class LineListMessage(Message):
    """What a list has to say."""

    def __init__(self, line_list: "LineList[Any]") -> None:
        super().__init__()
        self.line_list = line_list

    @property
    def control(self) -> "LineList[Any]":
        """The list, for `@on` with a selector."""
        return self.line_list


class LineList(LineView[RowT], can_focus=True):
    """Rows in columns under a header, with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,g", "top", show=False),
        Binding("end,G", "bottom", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Moved(LineListMessage):
        """Another row is under the cursor, by a key, the mouse or a new set of rows.

        `key` is the row's; none if there is no row.
        """

        def __init__(self, line_list: "LineList[Any]", key: Hashable | None) -> None:
            super().__init__(line_list)
            self.key = key

    class Chosen(LineListMessage):
        """Enter, or a click on the row that has the cursor; `key` is the row's."""

        def __init__(self, line_list: "LineList[Any]", key: Hashable) -> None:
            super().__init__(line_list)
            self.key = key

    class SortRequested(LineListMessage):
        """A click on the header of the column with the key `column`."""

        def __init__(self, line_list: "LineList[Any]", column: str) -> None:
            super().__init__(line_list)
            self.column = column

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        key_of: Callable[[RowT], Hashable],
        cells_of: Callable[[RowT], Mapping[str, Text]],
        arrows: tuple[str, str] = ("▲", "▼"),
        pointer: str = "▸",
        ellipsis: str = "…",
        id: str | None = None,  # noqa: A002 (Textual's name for it)
    ) -> None:
        """A list without rows yet. `arrows` are the signs of ascending and descending order."""
        super().__init__(
            columns,
            cells_of=cells_of,
            arrows=arrows,
            pointer=pointer,
            ellipsis=ellipsis,
            id=id,
        )
        self._key_of = key_of
        self._announced: Hashable | None = None
        self._moved_by_click = False

    @property
    def current_key(self) -> Hashable | None:
        """The key of the row under the cursor."""
        return self._key_of(self._rows[self.cursor_row]) if self._rows else None

    def show(self, rows: Sequence[RowT], *, reset: bool = False) -> None:
        """Replace the rows, which are kept as they are and must not change afterwards.

        The cursor stays on the row of the same key, else at the same index; `reset` puts it at
        the top.
        """
        spot = TOP if reset else self.spot
        self._replace_rows(rows)
        self._start_at(spot)

    def show_other(self, columns: Sequence[Column], rows: Sequence[RowT], spot: Spot = TOP) -> None:
        """Show something else: other columns, other rows, and where the cursor was among them."""
        self._lines.set_columns(columns)
        self._replace_rows(rows)
        self._start_at(spot)

    def repaint(self) -> None:
        """Ask for the cells of all rows in sight again."""
        self._lines.forget()
        self.refresh()

    @property
    def spot(self) -> Spot:
        """Where the cursor is."""
        return Spot(self.current_key, self.cursor_row)

    def go_to(self, key: Hashable) -> bool:
        """Put the cursor on the row of this key; False if there is none."""
        index = self._index_of(key, otherwise=-1)
        if index >= 0:
            self.cursor_row = index
        return index >= 0

    def _index_of(self, key: Hashable | None, *, otherwise: int) -> int:
        """Where the row of this key is; looks at `otherwise` first, then at one after another."""
        rows = self._rows
        if key is None or (0 <= otherwise < len(rows) and self._key_of(rows[otherwise]) == key):
            return otherwise
        try:
            return indexOf(map(self._key_of, rows), key)
        except ValueError:
            return otherwise

    def _start_at(self, spot: Spot) -> None:
        self.cursor_row = self._index_of(spot.key, otherwise=spot.row)
        self._settle()

    def watch_cursor_row(self, old: int, new: int) -> None:
        """Repaint the two lines concerned, and scroll if it must be."""
        self.refresh_line(old + HEADER)
        self.refresh_line(new + HEADER)
        self._settle()

    def on_mount(self) -> None:
        """Say where the cursor is, if rows were given before."""
        self._settle()

    def action_move(self, rows: int) -> None:
        """Move the cursor by a number of rows."""
        self.cursor_row += rows

    def action_page(self, pages: int) -> None:
        """Move the cursor by a number of screenfuls."""
        self.cursor_row += pages * max(1, self._rows_in_sight)

    def action_top(self) -> None:
        """Move the cursor to the first row."""
        self.cursor_row = 0

    def action_bottom(self) -> None:
        """Move the cursor to the last row."""
        self.cursor_row = len(self._rows) - 1

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._rows:
            self.post_message(self.Chosen(self, self._key_of(self._rows[self.cursor_row])))

    def on_click(self, event: events.Click) -> None:
        """A click on the header sorts; one on a row moves the cursor there, or chooses it."""
        offset = event.get_content_offset(self)
        if offset is None or event.button != 1:
            return
        row = self.scroll_offset.y + offset.y - HEADER
        if offset.y < HEADER:
            self._request_sort(offset.x)
        elif row < len(self._rows):
            self._click_row(row, first=event.chain == 1)

    def _request_sort(self, x: int) -> None:
        column = self._lines.column_at(x, self.scrollable_content_region.width)
        if column is not None:
            self.post_message(self.SortRequested(self, column.key))

    def _click_row(self, row: int, *, first: bool) -> None:
        """Move or choose. The second click of a double one chooses only if the first one moved."""
        moved, self._moved_by_click = self._moved_by_click, row != self.cursor_row
        if row != self.cursor_row:
            self.cursor_row = row
        elif first or moved:
            self.action_choose()

    def _settle(self) -> None:
        """Bring the cursor in sight and say where it is, if that is news."""
        self._scroll_to_cursor()
        key = self.current_key
        if self.is_running and key != self._announced:
            self._announced = key
            self.post_message(self.Moved(self, key))

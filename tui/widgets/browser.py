"""The list side of the main screen: the current view, sorted, found in, with one row selected."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from store.rules.board import Board
from tui.language import _
from tui.safe_text import shown
from tui.spare_thread import in_spare_thread
from tui.views.view import Look, View
from tui.widgets.arrangement import Arrangement, Order
from tui.widgets.line_list import TOP, LineList, Spot
from tui.widgets.tabs import STATISTICS, Tabs, tab_titles

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.widgets.find_input import FindInput


WAIT = "…"
"""Stands in place of what is still being arranged."""


class _Ahead(NamedTuple):
    """What is arranged in a thread: a view of a board in that order, maybe to find in it."""

    view: View[Any, Any]
    board: Board
    order: Order | None
    finding: bool

    def arranged(self) -> Arrangement:
        """The same in an arrangement of its own, which nobody else uses meanwhile."""
        arrangement = Arrangement()
        arrangement.rows(self.view, self.board, self.order, "")
        if self.finding:
            arrangement.get_ready_to_find(self.view, self.board, self.order)
        return arrangement


class Browser(Vertical):
    """Shows one of the views of a board."""

    DEFAULT_CSS = """
    Browser {
        border: $frame $border-blurred;
        border-title-color: $foreground;
        link-style: none;
        &:focus-within { border: $frame $border; }
        LineList { height: 1fr; }
    }
    """

    class Selected(Message):
        """Another row, or the same row with other content, is under the cursor."""

    class Opened(Message):
        """The row under the cursor was chosen."""

    def __init__(self, views: Sequence[View[Any, Any]], board: Board, look: Look) -> None:
        super().__init__()
        self._views = {view.name: view for view in views}
        self._board = board
        self._look = look
        self.view: View[Any, Any] = views[0]
        self._spots: dict[str, Spot] = {}
        self._sorted_by: dict[str, Order] = {}
        self._arrangement = Arrangement()
        self._arranging: _Ahead | None = None
        self._found = ""
        signs = look.signs
        self.lines: LineList[Any] = LineList(
            self.view.columns(),
            key_of=self._key,
            cells_of=self._cells,
            arrows=signs.arrows,
            pointer=signs.pointer,
            ellipsis=signs.ellipsis,
        )
        """The list of rows."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.lines

    def on_mount(self) -> None:
        """The first view."""
        self._refill()

    @property
    def row(self) -> Any:
        """The row under the cursor, none where there is no row or the list is not shown."""
        return self.lines.current if self.display else None

    @property
    def tabs(self) -> Tabs:
        """The views, and what is not a list of anything."""
        lists = ((view.name, view.title) for view in self._views.values())
        return (*lists, (STATISTICS, _("Statistics")))

    def show_board(self, board: Board, look: Look) -> None:
        """The same view of another board, the cursor on the same row."""
        self._board, self._look = board, look
        self._refill()

    def repaint(self, look: Look) -> None:
        """The same rows, with another look."""
        self._look = look
        self.lines.repaint()

    def show_view(self, name: str) -> None:
        """Another view; its cursor is where it was when it was left."""
        if self.row is not None:
            self._spots[self.view.name] = self.lines.spot
        self._end_find()
        self.view = self._views[name]
        self._show_from(self._spots.get(name, TOP))

    def _show_from(self, spot: Spot) -> None:
        """The rows of the view; in place of what takes long a sign, until it is arranged."""
        if self._is_ready(finding=bool(self._found)):
            rows = self._arranged()
            self._title(len(rows))
        else:
            self._arrange_ahead(spot, finding=bool(self._found))
            rows, self.lines.empty = (), Text(WAIT)
            self._title(WAIT)
        self.lines.show_other(self.view.columns(), rows, spot)
        self.post_message(self.Selected())

    def show_added(self, key: Hashable) -> None:
        """The cursor on a row that was just added, in this view or among all open quotes."""
        if not self.lines.go_to(key):
            self.show_view("quotes")
            self.lines.go_to(key)

    def sort(self, steps: int) -> None:
        """Sort by a column so many places further; beyond the last is the view's own order."""
        columns: list[str | None] = [None, *self._sortable()]
        current = self._sorted_by.get(self.view.name)
        index = columns.index(current[0] if current else None)
        self._sort_by(columns[(index + steps) % len(columns)])

    def turn_order(self) -> None:
        """The last row first."""
        current = self._sorted_by.get(self.view.name)
        if current is not None:
            self._sorted_by[self.view.name] = (current[0], not current[1])
            self._refill()

    def find(self) -> None:
        """Ask for words; the list shows what has them while they are typed."""
        from tui.widgets.find_input import FindInput  # few check-ins need it

        fields = self.query(FindInput)
        field = fields.first() if fields else FindInput()
        if not fields:
            self.mount(field)
        field.focus()
        self.call_after_refresh(self._get_ready_to_find)

    def _get_ready_to_find(self) -> None:
        if self._is_ready(finding=True):
            order = self._sorted_by.get(self.view.name)
            self._arrangement.get_ready_to_find(self.view, self._board, order)
        else:
            self._arrange_ahead(self.lines.spot, finding=True)

    def _is_ready(self, *, finding: bool) -> bool:
        order = self._sorted_by.get(self.view.name)
        return self._arrangement.is_ready(self.view, self._board, order, finding=finding)

    def _arrange_ahead(self, spot: Spot, *, finding: bool) -> None:
        """Arranges in a thread what takes long, and shows it then, the cursor on that spot."""
        order = self._sorted_by.get(self.view.name)
        ahead = _Ahead(self.view, self._board, order, finding)
        if ahead != self._arranging:
            self._arranging = ahead
            self.run_worker(self._arrange(ahead, spot), group="arranging", exclusive=True)

    async def _arrange(self, ahead: "_Ahead", spot: Spot) -> None:
        arrangement = await in_spare_thread(ahead.arranged)
        if self._arranging == ahead:
            self._arranging = None
            order = self._sorted_by.get(self.view.name)
            if (self.view, self._board, order) == (ahead.view, ahead.board, ahead.order):
                if not self.query("FindInput"):
                    arrangement.end_find()  # nobody wants to find any more
                self._arrangement = arrangement
                spot = self.lines.spot if self.lines.rows else spot
                self._show_from(TOP if self._found else spot)

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Show what has the words typed so far."""
        event.stop()
        self._found = event.value
        self._refill(reset=True)

    def on_find_input_left(self, event: "FindInput.Left") -> None:
        """Back to the list; the words stay in sight as long as they hold rows back."""
        event.stop()
        self.lines.focus()
        if event.clear or not self._found:
            self.clear_find()

    def clear_find(self) -> None:
        """All rows again."""
        if self._end_find():
            self._refill()

    def _end_find(self) -> bool:
        """Nothing is looked for any more; whether something was."""
        found, self._found = self._found, ""
        self._arrangement.end_find()
        self.query("FindInput").remove()
        return bool(found)

    @on(LineList.Moved)
    def _say_selected(self, event: LineList.Moved) -> None:
        event.stop()
        self.post_message(self.Selected())

    @on(LineList.Chosen)
    def _say_opened(self, event: LineList.Chosen) -> None:
        event.stop()
        self.post_message(self.Opened())

    @on(LineList.SortRequested)
    def _sort_by_header(self, event: LineList.SortRequested) -> None:
        event.stop()
        current = self._sorted_by.get(self.view.name)
        if current is not None and current[0] == event.column:
            self.turn_order()
        elif event.column in self._sortable():
            self._sort_by(event.column)

    def _sortable(self) -> list[str]:
        keys = self.view.sort_keys()
        return [column.key for column in self.view.columns() if column.key in keys]

    def _sort_by(self, column: str | None) -> None:
        if column is None:
            self._sorted_by.pop(self.view.name, None)
        else:
            # Numbers are looked at from the largest, everything else from the start.
            descending = column in ("amount", "count", "total", "pending", "minutes", "sign")
            self._sorted_by[self.view.name] = (column, descending)
        self._refill()

    def _refill(self, *, reset: bool = False) -> None:
        if not self._is_ready(finding=bool(self._found)):
            self._arrange_ahead(TOP if reset else self.lines.spot, finding=bool(self._found))
            self._title(WAIT)
            return
        rows = self._arranged()
        self.lines.show(rows, reset=reset)
        self._title(len(rows))
        self.post_message(self.Selected())

    def _arranged(self) -> Sequence[Any]:
        """The rows of the view, sorted and found in; the list says so where there are none."""
        order = self._sorted_by.get(self.view.name)
        self.lines.sorted_by = order
        rows = self._arrangement.rows(self.view, self._board, order, self._found)
        if not rows:
            self.lines.empty = self._empty()
        return rows

    def _key(self, row: Any) -> Hashable:
        return self.view.key(row)

    def _cells(self, row: Any) -> Mapping[str, Text]:
        return self.view.cells(row, self._look)

    def _empty(self) -> Text:
        snapshot = self._board.snapshot
        if self._found and self.view.rows(self._board):
            return Text(_("Nothing has “{words}”. Esc shows all again.").format(words=self._found))
        if not snapshot.quotes and not snapshot.leads:
            return Text(
                _(
                    "Nothing here yet.\n\n"
                    "n  add your first quote\n"
                    "I  import a file\n"
                    "?  see every key\n\n"
                    "To look around first: q, then `make demo` or `relance demo`."
                )
            )
        return Text(self.view.empty)

    def _title(self, count: int | str) -> None:
        self.border_title = tab_titles(self.tabs, self.view.name)
        words = _("{n} with “{words}”, Esc shows all").format(n=count, words=shown(self._found))
        self.border_subtitle = Content(words if self._found else str(count))

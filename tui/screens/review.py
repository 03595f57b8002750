"""What merges lost and what stood twice in the file, until somebody has looked at it."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from store.file.history import Change
from store.file.review import Remark, remark_of
from tui.clerk import Clerk
from tui.desk import Desk
from tui.language import _
from tui.review_clerk import ReviewClerk
from tui.screens.leavable import LeavableScreen
from tui.views.view import Look
from tui.widgets.columns import Column
from tui.widgets.detail import Detail
from tui.widgets.line_list import LineList
from tui.wording.review import field_text, kept_lines, lost_lines, origin_text, record_text

Order = Callable[[Change], Coroutine[Any, Any, None]]


class ReviewScreen(LeavableScreen[None]):
    """Lists them with both values; one key takes the lost value back, another leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "take_back", show=False),
        Binding("s", "mark_seen", show=False),
        Binding("u", "undo", show=False),
        Binding("escape,q,c", "leave", show=False),
    ]

    DEFAULT_CSS = """
    ReviewScreen {
        background: $background;
        LineList { height: 1fr; border: $frame $border; }
        Detail { height: 1fr; border: $frame $border-blurred; border-title-color: $foreground; }
    }
    """

    def __init__(self, desk: Desk, clerk: Clerk, look: Look, changed: Callable[[], None]) -> None:
        """`changed` is called after each order that was carried out."""
        super().__init__()
        self._desk = desk
        self._look = look
        self._review_clerk = ReviewClerk(clerk, desk, changed)

    def compose(self) -> ComposeResult:
        """The list above, both values of the row under the cursor below."""
        signs = self._look.signs
        lines: LineList[Change] = LineList(
            _columns(),
            key_of=lambda change: change.id,
            cells_of=self._cells,
            arrows=signs.arrows,
            pointer=signs.pointer,
            ellipsis=signs.ellipsis,
        )
        lines.border_title = _("Lost in a merge")
        lines.empty = Text(
            _(
                "Nothing to review.\n\n"
                "Where two machines changed the same field, the value is kept of the\n"
                "one whose copy had seen more changes by then. That need not be the\n"
                "later one, so the other is listed here until you have looked at it.\n\n"
                "Esc goes back."
            )
        )
        yield lines
        yield Detail()

    def on_mount(self) -> None:
        """What there is."""
        self.query_one(LineList).focus()
        self.show()

    def show(self) -> None:
        """The newest entries, and what can be done with them."""
        lines, entries = self.query_one(LineList), self._desk.unreviewed()
        lines.show(entries)
        orders = (_("t take it back"), _("s seen, leave it")) if entries else ()
        between = f" {self._look.signs.between} "
        lines.border_subtitle = between.join((*orders, _("u undo"), _("Esc back")))
        self.show_values()

    @on(LineList.Moved)
    def show_values(self) -> None:
        """Both values of the row under the cursor, in full."""
        self.query_one(Detail).show(self._values())

    def action_take_back(self) -> None:
        """Put the lost value into the record."""
        self._give(self._review_clerk.take_back)

    def action_mark_seen(self) -> None:
        """Leave the record as it is."""
        self._give(self._review_clerk.mark_seen)

    def action_undo(self) -> None:
        """Undo what was done last on this screen."""
        self.app.run_worker(self._review_clerk.undo())

    def action_leave(self) -> None:
        """Back to the list."""
        if self.is_current:
            self.dismiss()

    def _give(self, order: Order) -> None:
        """The app's worker, which goes on when the screen is left."""
        change: Change | None = self.query_one(LineList).current
        if change is not None:
            self.app.run_worker(order(change))

    def _cells(self, change: Change) -> Mapping[str, Text]:
        remark, palette = self._remark(change), self._look.palette
        return {
            "record": Text(record_text(remark)),
            "field": Text(field_text(remark)),
            "kept": Text(" ".join(kept_lines(remark))),
            "lost": Text(" ".join(lost_lines(remark)), palette.warning),
            "machine": Text(origin_text(remark), palette.quiet),
        }

    def _remark(self, change: Change) -> Remark:
        return remark_of(change, self._desk.board.snapshot)

    def _values(self) -> Text:
        change: Change | None = self.query_one(LineList).current
        if change is None:
            return Text()
        remark, palette = self._remark(change), self._look.palette
        heading = f"{record_text(remark)} {self._look.signs.between} {field_text(remark)}"
        lines = [Text(heading, palette.strong), Text()]
        lines += _block(Text(_("kept"), palette.quiet), kept_lines(remark))
        if lost_lines(remark):
            origin = origin_text(remark)
            title = _("lost, from {machine}").format(machine=origin) if origin else _("lost")
            lines += [Text(), *_block(Text(title, palette.quiet), lost_lines(remark))]
        return Text("\n").join(lines)


def _block(title: Text, lines: list[str]) -> list[Text]:
    return [title, *(Text(f"  {line}") for line in lines)]


def _columns() -> tuple[Column, ...]:
    return (
        Column("record", _("Record"), 10, flex=2),
        Column("field", _("Field"), 8, flex=1),
        Column("kept", _("Kept"), 12, flex=4),
        Column("lost", _("Lost"), 12, flex=4),
        Column("machine", _("From"), 8, flex=1, drop=1),
    )

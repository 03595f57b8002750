"""The top line: the day in numbers."""

from collections.abc import Iterator, Mapping

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from store.rules.board import Board
from store.rules.counting import LimitState
from store.rules.groups import Group
from tui.language import _
from tui.views.view import Look
from tui.wording.amounts import sums_text
from tui.wording.day_counts import day_counts
from tui.wording.days import long_day


class SummaryLine(Widget):
    """Says what day it is, what there is to do, who is at or past the limit, and what waits."""

    DEFAULT_CSS = """
    SummaryLine { height: 1; width: 100%; padding: 0 1; background: $panel; }
    """

    is_reading: reactive[bool] = reactive(False)
    """Whether to say that the file is still being read."""

    def __init__(self) -> None:
        super().__init__()
        self._left: tuple[Text, ...] = ()
        self._right: Mapping[str, Text] = {}
        self._between = Text()

    def show(self, board: Board, look: Look, *, demo: bool = False) -> None:
        """The board in numbers; that it is made-up data is said at every width.

        What is still being read is read by then.
        """
        self.is_reading = False
        day = Text(long_day(board.today), look.palette.quiet)
        name = Text("relance", look.palette.strong)
        made_up = Text(_("demo"), look.palette.warning) if demo else Text()
        self._between = Text(f" {look.signs.between} ", look.palette.quiet)
        self._left = (
            Text("  ").join((name, *([made_up] if demo else []), day)),
            Text("  ").join((made_up, day)) if demo else day,
            made_up,
        )
        self._right = _parts(board, look)
        self.refresh()

    def render(self) -> Text:
        """The fullest right side that there is room for, and as much of the left."""
        width = self.size.width
        least = self._left[-1].cell_len if self._left else 0
        fits = (text for text in self._rights() if text.cell_len + least < width)
        right = next(fits, Text())
        said = _("reading…")
        room = width - right.cell_len
        left = next((text for text in self._left if text.cell_len < room), Text())
        words = Text(f"  {said}", "dim") if self.is_reading else Text()
        if left.cell_len + words.cell_len < room:
            left = Text.assemble(left, words)
        gap = " " * max(0, room - left.cell_len)
        return Text.assemble(left, gap, right, no_wrap=True, overflow="crop")

    def _rights(self) -> Iterator[Text]:
        """The right side, from the fullest to the shortest."""
        for left_out in _LEFT_OUT:
            parts = (text for name, text in self._right.items() if name not in left_out)
            yield self._between.join(parts)


_LEFT_OUT: tuple[tuple[str, ...], ...] = (
    ("sum",),
    ("pending",),
    ("pending", "to_send"),
    ("pending", "to_send", "expiring"),
    ("pending", "to_send", "expiring", "sum"),
)
"""What is left out, from the widest terminal to the narrowest."""

_GROUPS = {
    "owed": Group.OWED,
    "back": Group.OWED,
    "to_chase": Group.FOLLOW_UP,
    "to_send": Group.TO_SEND,
    "to_decide": Group.DECIDE,
    "expiring": Group.EXPIRING,
}
"""The group whose colour a number has."""


def _parts(board: Board, look: Look) -> dict[str, Text]:
    """The parts of the right side by name, in their order."""
    summary, palette = board.summary(), look.palette
    parts = {
        each.name: Text(each.text, palette.group(_GROUPS[each.name]))
        for each in day_counts(summary)
        if each.number or each.name == "to_chase"
    }
    marks = ((summary.at_limit, LimitState.REACHED), (summary.past_limit, LimitState.EXCEEDED))
    signs = [
        Text(f"{look.signs.limit(state)} {number}", palette.limit(state))
        for number, state in marks
        if number
    ]
    if signs:
        parts["signs"] = Text(" ").join(signs)
    money = sums_text(summary.pending)
    return parts | {"sum": Text(money), "pending": Text(_("{sum} pending").format(sum=money))}

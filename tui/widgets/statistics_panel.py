"""The statistics in place of the list: worked out in a thread, drawn anew for every width."""

import asyncio
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.rules.board import Board
from store.rules.hindsight.statistics import Statistics, look_back
from tui.language import _
from tui.palette import Palette
from tui.statistics_text import Line, Tone, laid_out
from tui.views.view import Look
from tui.widgets.tabs import STATISTICS, Tabs, tab_titles
from tui.wording.statistics import sections


class StatisticsPanel(VerticalScroll):
    """Shows what came of the quotes of a board."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]
    DEFAULT_CSS = """
    StatisticsPanel {
        border: $frame $border-blurred;
        border-title-color: $foreground;
        link-style: none;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        &:focus { border: $frame $border; }
        Static { height: auto; width: 100%; }
    }
    """

    def __init__(self, tabs: Tabs) -> None:
        super().__init__()
        self.border_title = tab_titles(tabs, STATISTICS)
        self._board: Board | None = None
        self._look: Look | None = None
        self._found: Statistics | None = None

    def compose(self) -> ComposeResult:
        """What is going on until there is something to show."""
        yield Static(_("Looking back…"), markup=False)

    def show(self, board: Board, look: Look) -> None:
        """Another board or look; what was shown stays until the new figures are there."""
        known = self._board
        self._board, self._look = board, look
        if known and known.snapshot is board.snapshot and known.today == board.today:
            self._draw()
        else:
            self.run_worker(self._work_out(board), group=STATISTICS, exclusive=True)

    def on_resize(self) -> None:
        """Another width."""
        self._draw()

    async def _work_out(self, board: Board) -> None:
        """Looks back in a thread; the keys go on meanwhile."""
        self._found = await asyncio.to_thread(
            look_back, board.snapshot, board.today, board.rulebook
        )
        self._draw()

    def _draw(self) -> None:
        width, look = self.scrollable_content_region.width, self._look
        if self._found is None or look is None or not width:
            return  # without a width yet, the resize that brings one draws
        lines = laid_out(sections(self._found), width, look.signs)
        styles = _styles(look.palette)
        text = Text("\n", no_wrap=True).join(_painted(line, styles) for line in lines)
        self.query_one(Static).update(text)


def _styles(palette: Palette) -> dict[Tone, Style]:
    return {
        Tone.TITLE: palette.strong,
        Tone.PLAIN: palette.plain,
        Tone.CHART: palette.accent,
        Tone.QUIET: palette.quiet,
    }


def _painted(line: Line, styles: dict[Tone, Style]) -> Text:
    return Text.assemble(*((piece.text, styles[piece.tone]) for piece in line))

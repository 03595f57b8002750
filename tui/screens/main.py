"""The main screen: summary, list, detail and keys, and what its keys do."""

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer
from textual.worker import get_current_worker

from store.file.repository import Saved
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.rules.board import Board
from store.rules.journal import ContactRow
from store.rules.leads import LeadStanding
from store.rules.standing import Standing
from tui.banners import show_banner
from tui.commands import COMMANDS, Section, with_keys
from tui.desk import Desk
from tui.language import _
from tui.palette import Palette
from tui.safe_text import shown
from tui.screens.orders import OrderScreen, bindings
from tui.signs import Signs
from tui.views.leads_view import LeadsView
from tui.views.log_view import LogView
from tui.views.quote_views import ClosedView, QuotesView
from tui.views.today_view import TodayView
from tui.views.view import Look
from tui.warming import Warming
from tui.widgets.browser import Browser
from tui.widgets.detail import Detail
from tui.widgets.key_line import KeyLine
from tui.widgets.summary_line import SummaryLine
from tui.widgets.tabs import STATISTICS

if TYPE_CHECKING:
    from tui.clerk import Clerk
    from tui.file_clerk import FileClerk
    from tui.widgets.statistics_panel import StatisticsPanel


@runtime_checkable
class ShowsBoard(Protocol):
    """A screen above this one that shows the board too."""

    @property
    def is_there(self) -> bool:
        """Whether it can show anything."""
        ...

    def show(self) -> None:
        """Show the newest board."""


DETAIL_DELAY = 0.02
"""The list moves at once; the detail follows when the keys rest this long, in seconds."""


WIDE = 100
"""From so many columns on there is room for the detail beside the list."""


_OF_THE_LIST = ("find", "sort", "turn_order", "detail", "copy_ref")
"""Actions without an object while the statistics are shown."""


class MainScreen(OrderScreen):
    """Everything of the daily check-in on one screen; below 100 columns Enter opens the detail."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            command
            for command in COMMANDS
            if command.section not in (Section.CHASE, Section.EDIT)
            and command.name not in ("quit", "palette")
        ),
        Binding("escape", "clear_find", show=False),
    ]

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Screen types it

    DEFAULT_CSS = """
    MainScreen {
        layout: vertical;
        Horizontal { height: 1fr; }
        Browser { width: 66fr; }
        Detail { width: 34fr; }
        &.-narrow Detail, &.-looking-back Detail { display: none; }
    }
    """

    def __init__(self, desk: Desk, signs: Signs, warming: Warming) -> None:
        super().__init__()
        self._desk = desk
        self._signs = signs
        self._warming = warming
        self._commands = with_keys(desk.session.config.keys)
        self._later: Timer | None = None
        self._statistics: StatisticsPanel | None = None
        self._advises = False

    @cached_property
    def clerk(self) -> "Clerk":
        """Who takes the orders; forms and all are loaded when the first one is given."""
        from tui.clerk import Clerk

        return Clerk(self.app, self._desk, lambda: self.look, self._changed)

    @cached_property
    def file_clerk(self) -> "FileClerk":
        """Who takes the orders about files."""
        from tui.file_clerk import FileClerk

        return FileClerk(self.clerk, self._desk)

    @property
    def look(self) -> Look:
        """How things look in the current theme."""
        return Look(Palette.of_theme(self.app.theme_variables), self._signs, self._advises)

    @property
    def browser(self) -> Browser:
        """The list side."""
        return self.query_one(Browser)

    def compose(self) -> ComposeResult:
        """Summary, list and detail, keys; in the first paint already as the width asks for."""
        is_wide = self.app.size.width >= WIDE
        self.add_class("-wide" if is_wide else "-narrow", update=False)
        yield SummaryLine()
        views = (TodayView(), QuotesView(), LeadsView(), LogView(), ClosedView())
        with Horizontal():
            yield Browser(views, self._desk.board, self.look)
            yield Detail()
        yield KeyLine(self._commands)

    def on_mount(self) -> None:
        """The numbers of the day; a new theme has new colours."""
        self.query_one(SummaryLine).show(self._desk.board, self.look, demo=self._desk.session.demo)
        self.browser.lines.focus()
        self.call_after_refresh(self._complete)
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.show())

    def _complete(self) -> None:
        """The banner; with the whole file the signs of advice, and what the other views need."""
        show_banner(self, self._desk)
        if not self._desk.is_whole:
            return
        self._advises = True
        self.browser.repaint(self.look)
        self._warm()

    def _warm(self) -> None:
        """What the views will need of this board, worked out ahead; of another one no longer."""
        board = self._desk.board
        if not self._desk.is_whole:
            return
        self.run_worker(lambda: self._warm_up(board), group="warming", thread=True, exclusive=True)

    def _warm_up(self, board: Board) -> None:
        worker = get_current_worker()
        if self._warming.warm(board, lambda: not worker.is_cancelled):
            self.call_later(self._show_links)

    def _show_links(self) -> None:
        """Which quotes name the one that is shown, now that this is known."""
        if self.is_there:
            self._show_detail()
            self._show_above()

    def show(self) -> None:
        """The newest board everywhere."""
        if not self.is_there:
            return
        self._advises = self._desk.is_whole
        self.query_one(SummaryLine).show(self._desk.board, self.look, demo=self._desk.session.demo)
        self.browser.show_board(self._desk.board, self.look)
        if self._statistics is not None and self._statistics.display:
            self._statistics.show(self._desk.board, self.look)
        show_banner(self, self._desk)
        self._show_above()
        self._warm()

    def _show_above(self) -> None:
        for screen in self.app.screen_stack:
            if isinstance(screen, MainScreen) or not isinstance(screen, ShowsBoard):
                continue
            if screen.is_there:
                screen.show()

    def say_reading(self) -> None:
        """Where the whole file takes long: that it is still being read."""
        self.query_one(SummaryLine).is_reading = not self._desk.is_whole

    @on(Browser.Selected)
    def _show_detail_soon(self) -> None:
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(DETAIL_DELAY, self._show_detail)

    def on_resize(self) -> None:
        """The timeline is drawn anew."""
        self._show_detail_soon()

    def _show_detail(self) -> None:
        if self._desk.is_whole and self.query_one(Detail).display:
            self.query_one(Detail).show(self._detail_text())

    def _detail_text(self) -> Text:
        from tui.widgets.detail_text import lead_text, quote_text  # after the list is painted

        row, board = self.browser.row, self._desk.board
        if isinstance(row, LeadStanding):
            return lead_text(row, board, self.look)
        standing = self.standing
        if standing is None:
            return Text()
        return quote_text(standing, board, self.look, self.query_one(Detail).text_width)

    @property
    def standing(self) -> Standing | None:
        """The quote that the commands concern, none where no row has one."""
        row = self.browser.row
        if row is None:
            return None
        quote: Quote | None = self.browser.view.quote(row, self._desk.board)
        return self._desk.board.of_quote(quote) if quote else None

    @property
    def lead(self) -> Lead | None:
        """The lead under the cursor."""
        row = self.browser.row
        return None if row is None else self.browser.view.lead(row)

    @property
    def under_cursor(self) -> FollowUp | Lead | Quote | None:
        """What edit and delete concern: a contact, a lead or a quote."""
        row = self.browser.row
        if isinstance(row, ContactRow):
            return row.contact
        if isinstance(row, LeadStanding):
            return row.lead
        return self.standing.quote if self.standing else None

    def action_view(self, name: str) -> None:
        """Show another view, or the statistics in place of them."""
        looks_back = name == STATISTICS
        self.set_class(looks_back, "-looking-back")
        self.query_one(KeyLine).view = name
        self.browser.display = not looks_back
        if self._statistics is not None:
            self._statistics.display = looks_back
        if looks_back:
            self._look_back()
        else:
            self.browser.show_view(name)
            self.browser.lines.focus()

    def _look_back(self) -> None:
        """The statistics, made when they are first asked for."""
        if self._statistics is None:
            from tui.widgets.statistics_panel import StatisticsPanel

            self._statistics = StatisticsPanel(self.browser.tabs)
            self.query_one(Horizontal).mount(self._statistics)
        self._statistics.show(self._desk.board, self.look)
        self._statistics.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What concerns the list is not to be had while it is not shown."""
        return not (self.has_class("-looking-back") and action in _OF_THE_LIST)

    def action_find(self) -> None:
        """Find as you type."""
        self.browser.find()

    def action_clear_find(self) -> None:
        """All rows again."""
        self.browser.clear_find()

    def action_sort(self, steps: int) -> None:
        """Sort by another column."""
        self.browser.sort(steps)

    def action_turn_order(self) -> None:
        """The last row first."""
        self.browser.turn_order()

    @on(Browser.Opened)
    def action_detail(self) -> None:
        """The quote on a whole screen; the lead, where leads are listed."""
        if not self.is_current:
            return
        row, standing = self.browser.row, self.standing
        if isinstance(row, LeadStanding):
            from tui.screens.lead import LeadScreen

            self.app.push_screen(LeadScreen(row.lead.id, self._desk, self.clerk, self.look))
        elif standing is not None:
            from tui.screens.detail import DetailScreen

            quote_id = standing.quote.id
            self.app.push_screen(DetailScreen(quote_id, self._desk, self.clerk, self.look))

    def action_copy_ref(self) -> None:
        """The quote's ref into the clipboard."""
        if self.standing is None:
            return
        ref = self.standing.quote.ref
        if ref != shown(ref):  # what it is pasted into might obey it
            self.clerk.tell(
                _("{ref} holds signs that nobody sees: not copied").format(ref=shown(ref))
            )
            return
        self.app.copy_to_clipboard(ref)
        self.clerk.tell(_("{ref} copied").format(ref=ref))

    def action_help(self) -> None:
        """Every key."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._signs, self._commands))

    def action_review(self) -> None:
        """What merges lost."""
        from tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self._desk, self.clerk, self.look, self.show))

    def action_export(self) -> None:
        """Write the log to a file."""
        self.run_worker(self.file_clerk.export())

    def action_import_file(self) -> None:
        """Add the quotes of a file."""
        from tui.import_clerk import ImportClerk

        clerk = ImportClerk(self.clerk, self.app, self._desk, lambda: self.look)
        self.run_worker(clerk.import_file())

    def _changed(self, saved: Saved | None) -> None:
        """Shows what was saved, and a quote that was added under the cursor."""
        self.show()
        if saved is not None and saved.edit.code == "added":
            from store.file.about import quote_of_edit  # no morning begins with it

            self.browser.show_added(quote_of_edit(saved.edit))

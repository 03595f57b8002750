"""One quote on a whole screen: its detail, and its contacts to correct or delete."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.rules.journal import ContactRow
from store.rules.standing import Standing
from tui.clerk import Clerk
from tui.desk import Desk
from tui.language import _
from tui.screens.orders import OrderScreen
from tui.views.log_view import LogView
from tui.views.quote_views import lead_name
from tui.views.view import Look
from tui.widgets.detail import Detail
from tui.widgets.detail_text import quote_text
from tui.widgets.line_list import LineList
from tui.widgets.view_list import view_list


class DetailScreen(OrderScreen):
    """`e` and Delete concern the contact under the cursor, the other keys the quote.

    Tab leads from the contacts to the detail, where the arrows scroll.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
    ]

    DEFAULT_CSS = """
    DetailScreen {
        background: $background;
        Detail { height: 3fr; border: $frame $border-blurred; border-title-color: $foreground; }
        Detail:focus { border: $frame $border; }
        LineList { height: 2fr; border: $frame $border-blurred; }
        LineList:focus { border: $frame $border; }
    }
    """

    def __init__(self, quote_id: int, desk: Desk, clerk: Clerk, look: Look) -> None:
        super().__init__()
        self._quote_id = quote_id
        self._desk = desk
        self._clerk = clerk
        self._look = look
        self._log = LogView()

    @property
    def standing(self) -> Standing | None:
        """Where the quote stands now, none where it is gone."""
        quote = self._desk.board.snapshot.quotes.get(self._quote_id)
        return self._desk.board.of_quote(quote) if quote else None

    @property
    def clerk(self) -> Clerk:
        """Who takes the orders."""
        return self._clerk

    @property
    def lead(self) -> Lead | None:
        """The quote's lead."""
        return self.standing.lead if self.standing else None

    @property
    def under_cursor(self) -> FollowUp | Quote | None:
        """The contact under the cursor, the quote where there is none."""
        row = self.query_one(LineList).current
        if isinstance(row, ContactRow):
            return row.contact
        return self.standing.quote if self.standing else None

    def compose(self) -> ComposeResult:
        """The detail above, the contacts below."""
        detail = Detail()
        detail.can_focus = True
        yield detail
        contacts = view_list(self._log, self._look, without=("lead", "quote"))
        contacts.border_title = _("Contacts")
        contacts.border_subtitle = _("e correct · Delete · f follow-up · r reply · Esc back")
        yield contacts

    def on_mount(self) -> None:
        """The quote as it is."""
        self.query_one(LineList).focus()
        self.watch(self.query_one(Detail), "show_vertical_scrollbar", self._say_how_to_scroll)
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """The timeline is drawn anew."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """The newest board; a quote that is gone closes the screen."""
        standing = self.standing
        if standing is None:
            self.action_leave()
            return
        detail = self.query_one(Detail)
        detail.border_title = Content(lead_name(standing.lead))
        detail.show(
            quote_text(standing, self._desk.board, self._look, detail.text_width, contacts=False)
        )
        rows = [
            ContactRow(contact, standing.lead, standing.quote, standing.today)
            for contact in reversed(standing.contacts)
        ]
        self.query_one(LineList).show(rows)

    def _say_how_to_scroll(self, is_longer: bool) -> None:
        """Tab leads to a detail that is longer than its place."""
        hint = _("Tab, then arrows: the rest") if is_longer else ""
        self.query_one(Detail).border_subtitle = hint

    def action_leave(self) -> None:
        """Back to the list."""
        if self.is_current:
            self.dismiss()

    @on(LineList.Chosen)
    def correct(self) -> None:
        """Enter corrects the contact under the cursor."""
        self.action_edit()

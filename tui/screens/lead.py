"""One lead on a whole screen: who it is, what was noted, all its quotes and all its contacts."""

from collections.abc import Iterator
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.rules.journal import ContactRow
from store.rules.leads import LeadStanding
from store.rules.order import in_work_order
from store.rules.standing import Standing
from tui.clerk import Clerk
from tui.desk import Desk
from tui.language import _
from tui.screens.orders import OrderScreen
from tui.views.log_view import LogView
from tui.views.quote_views import AllQuotesView, lead_name
from tui.views.view import Look
from tui.widgets.detail import Detail
from tui.widgets.detail_text import lead_text
from tui.widgets.line_list import LineList
from tui.widgets.view_list import view_list


class LeadScreen(OrderScreen):
    """Tab moves between quotes and contacts; the keys concern what is under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
        Binding("tab", "app.focus_next", show=False),
    ]

    DEFAULT_CSS = """
    LeadScreen {
        background: $background;
        Detail {
            height: auto; max-height: 50%;
            border: $frame $border-blurred; border-title-color: $foreground;
        }
        LineList { height: 1fr; min-height: 4; border: $frame $border-blurred; }
        LineList:focus { border: $frame $border; }
    }
    """

    def __init__(self, lead_id: int, desk: Desk, clerk: Clerk, look: Look) -> None:
        super().__init__()
        self._lead_id = lead_id
        self._desk = desk
        self._clerk = clerk
        self._look = look
        self._quotes = AllQuotesView()
        self._log = LogView()

    @property
    def clerk(self) -> Clerk:
        """Who takes the orders."""
        return self._clerk

    @property
    def lead(self) -> Lead | None:
        """The lead as it is now, none where it is gone."""
        return self._desk.board.snapshot.leads.get(self._lead_id)

    @property
    def standing(self) -> Standing | None:
        """The quote under the cursor, or that of the contact under it."""
        match self._row:
            case Standing() as standing:
                return standing
            case ContactRow(quote=Quote() as quote):
                return self._desk.board.of_quote(quote)
        return None

    @property
    def under_cursor(self) -> FollowUp | Lead | Quote | None:
        """The contact or the quote under the cursor; the lead where it has none."""
        match self._row:
            case ContactRow(contact=contact):
                return contact
            case Standing(quote=quote):
                return quote
        return self.lead

    @property
    def _row(self) -> Any:
        focused = self.focused
        rows = focused if isinstance(focused, LineList) else self.query(LineList).first()
        return rows.current

    def compose(self) -> ComposeResult:
        """The lead above, its quotes and its contacts below."""
        yield Detail()
        quotes = view_list(self._quotes, self._look, without=("lead",), list_id="quotes")
        quotes.border_title = _("Quotes")
        quotes.border_subtitle = _("Enter detail · e edit · t triage · f follow-up")
        yield quotes
        contacts = view_list(self._log, self._look, without=("lead",), list_id="contacts")
        contacts.border_title = _("Contacts")
        contacts.border_subtitle = _("Tab quotes, contacts · i edit the lead · Esc back")
        yield contacts

    def on_mount(self) -> None:
        """The lead as it is, the keyboard on its quotes."""
        self.query_one("#quotes").focus()
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """The newest board; a lead that is gone closes the screen."""
        board, found = self._desk.board, self._standing_of_lead()
        if found is None:
            self.action_leave()
            return
        detail = self.query_one(Detail)
        detail.border_title = Content(lead_name(found.lead))
        detail.show(lead_text(found, board, self._look, quotes=False))
        self.query_one("#quotes", LineList).show(in_work_order(board.of_lead(self._lead_id)))
        self.query_one("#contacts", LineList).show([*self._contacts(found)])

    def action_leave(self) -> None:
        """Back to the list."""
        if self.is_current:
            self.dismiss()

    @on(LineList.Chosen)
    def open(self) -> None:
        """Enter opens the quote under the cursor, or corrects the contact."""
        from tui.screens.detail import DetailScreen

        standing = self._row
        if isinstance(standing, Standing):
            screen = DetailScreen(standing.quote.id, self._desk, self._clerk, self._look)
            self.app.push_screen(screen)
        else:
            self.action_edit()

    def _standing_of_lead(self) -> LeadStanding | None:
        known = self._lead_id in self._desk.board.snapshot.dossiers
        return self._desk.board.lead(self._lead_id) if known else None

    def _contacts(self, standing: LeadStanding) -> Iterator[ContactRow]:
        """The lead's contacts about all its quotes, the latest first."""
        quotes = self._desk.board.snapshot.quotes
        for contact in reversed(standing.contacts):
            quote = quotes.get(contact.quote_id)
            yield ContactRow(contact, standing.lead, quote, standing.today)

"""The view of the day's work: quotes that ask for something, and leads that are back."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from rich.text import Text

from store.records.lead import Lead
from store.records.quote import Quote
from store.rules.board import Board, Work
from store.rules.groups import Group
from store.rules.leads import LeadStanding
from store.rules.order import rank
from store.rules.standing import Standing
from tui.language import _
from tui.views.leads_view import LeadsView
from tui.views.quote_views import QuotesView, lead_name
from tui.views.view import Look, SortKey, View
from tui.widgets.columns import Column
from tui.wording.days import time_past
from tui.wording.labels import label
from tui.wording.owing import owed_text
from tui.wording.taking_up import short_keys_text


class TodayView(View[Work, Work]):
    """Whom to chase today, and whom to stop chasing."""

    name = "today"

    def __init__(self) -> None:
        self._quotes = QuotesView()
        self._leads = LeadsView()

    @property
    def title(self) -> str:
        """The view's name."""
        return _("Today")

    @property
    def empty(self) -> str:
        """Nothing to do, or nothing there yet."""
        return _("Nothing to do today. 2 shows all open quotes, n adds one.")

    def columns(self) -> Sequence[Column]:
        """What to do comes first."""
        return (
            Column("sign", "", 1),
            Column("todo", _("To do"), 10),
            Column("lead", _("Lead"), 12, flex=3),
            Column("quote", _("Quote"), 10, flex=3),
            Column("amount", _("Amount"), 10, align="right"),
            Column("deadline", _("Deadline"), 9, align="right", drop=1),
            Column("count", _("Count"), 5, align="right"),
        )

    def rows(self, board: Board) -> Sequence[Work]:
        """All that is not for later."""
        return board.work()

    def key(self, row: Work) -> Hashable:
        """The quote's id, or the lead's."""
        return self._quotes.key(row) if isinstance(row, Standing) else self._leads.key(row)

    def cells(self, row: Work, look: Look) -> Mapping[str, Text]:
        """What to do, and with whom; a lead that is back says since when, and how."""
        if isinstance(row, LeadStanding):
            return _back_cells(row, look)
        group = row.group or Group.LATER
        words = owed_text(row.owed) if group is Group.OWED else label(group)
        todo = Text(words, look.palette.group(group))
        return {**self._quotes.cells(row, look), "todo": todo}

    def sort_keys(self) -> Mapping[str, SortKey[Work]]:
        """Every column; a lead that is back has no amount, and its day for a deadline."""
        of_quotes = self._quotes.sort_keys()

        def key(column: str) -> SortKey[Work]:
            def compare(row: Work) -> object:
                if isinstance(row, LeadStanding):
                    return _back_key(row)[column]
                return of_quotes[column](row)

            return compare

        return {column.key: key(column.key) for column in self.columns()}

    def found_by(self, row: Work) -> str:
        """What quotes and leads are found by."""
        return row.found_by

    def quote(self, row: Work, board: Board) -> Quote | None:
        """The row's quote; of a lead that is back, its most pressing one."""
        return self._leads.quote(row, board) if isinstance(row, LeadStanding) else row.quote

    def lead(self, row: Work) -> Lead:
        """The row's lead."""
        return row.lead


def _back_cells(row: LeadStanding, look: Look) -> Mapping[str, Text]:
    day = row.lead.recontact_on or row.today
    return {
        "sign": Text(look.signs.owed, look.palette.accent),
        "todo": Text(_("take up"), look.palette.group(Group.OWED)),
        "lead": Text(lead_name(row.lead)),
        "quote": Text(short_keys_text(), look.palette.quiet),
        "deadline": Text(time_past((row.today - day).days)),
    }


def _back_key(row: LeadStanding) -> Mapping[str, object]:
    tally = row.tally
    return {
        "sign": (tally.count - tally.limit, tally.count),
        "todo": rank(Group.OWED),
        "lead": row.lead.name.casefold(),
        "quote": "",
        "amount": Decimal(0),
        "deadline": row.lead.recontact_on or date.max,
        "count": tally.count,
    }

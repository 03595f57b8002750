"""The view of leads: who is chased how often, and what waits with whom."""

from collections.abc import Hashable, Mapping, Sequence

from rich.text import Text

from store.records.lead import Lead
from store.records.quote import Quote
from store.rules.advice import Level
from store.rules.all_leads import LeadGlance
from store.rules.board import Board
from store.rules.counting import LimitState
from store.rules.leads import LeadStanding
from store.rules.order import in_work_order
from tui.language import _
from tui.views.quote_views import lead_name, worst_level
from tui.views.view import Look, SortKey, View
from tui.widgets.columns import Column
from tui.wording.amounts import sums_text


class LeadsView(View[LeadStanding, LeadGlance]):
    """Leads, one a row. The commands concern the lead's most pressing quote."""

    name = "leads"

    @property
    def title(self) -> str:
        """The view's name."""
        return _("Leads")

    @property
    def empty(self) -> str:
        """No lead yet."""
        return _("No lead yet. n adds a quote, and its lead with it.")

    def columns(self) -> Sequence[Column]:
        """The count against the limit, and the total ever."""
        return (
            Column("sign", "", 1),
            Column("lead", _("Lead"), 20, flex=4),
            Column("pending", _("Pending"), 7, align="right"),
            Column("amount", _("Amount"), 12, align="right"),
            Column("count", _("Count"), 6, align="right"),
            Column("total", _("Total"), 5, align="right", drop=1),
        )

    def rows(self, board: Board) -> Sequence[LeadStanding]:
        """Those with most pending money first."""
        return board.leads()

    def is_listed(self, board: Board) -> bool:
        """Whether their order is known."""
        return board.knows("leads")

    def key(self, row: LeadStanding) -> Hashable:
        """The lead's id."""
        return row.lead.id

    def cells(self, row: LeadStanding, look: Look) -> Mapping[str, Text]:
        """Coloured where the limit is reached or exceeded."""
        style = look.palette.limit(row.limit_state)
        pending = len(row.pending)
        return {
            "sign": _sign(row, look),
            "lead": Text(lead_name(row.lead), style if pending else look.palette.quiet),
            "pending": Text(str(pending or "")),
            "amount": Text(sums_text(row.pending_sums) if pending else ""),
            "count": Text(f"{row.tally.count}/{row.tally.limit}" if pending else "", style),
            "total": Text(str(row.tally.total), look.palette.quiet),
        }

    def sort_keys(self) -> Mapping[str, SortKey[LeadGlance]]:
        """Every column."""
        return {
            "sign": lambda row: row.tally.count - row.tally.limit if row.pending else -100,
            "lead": lambda row: row.lead.name.casefold(),
            "pending": lambda row: len(row.pending),
            "amount": lambda row: row.pending_sums[0].amount if row.pending_sums else 0,
            "count": lambda row: row.tally.count,
            "total": lambda row: row.tally.total,
        }

    def found_by(self, row: LeadGlance) -> str:
        """Name, notes, tags and people."""
        return row.found_by

    def quote(self, row: LeadStanding, board: Board) -> Quote | None:
        """The lead's quote that comes first in the order of work."""
        ordered = in_work_order(board.of_lead(row.lead.id))
        return ordered[0].quote if ordered else None

    def lead(self, row: LeadStanding) -> Lead:
        """The row's lead."""
        return row.lead


def _sign(row: LeadStanding, look: Look) -> Text:
    """The one sign of a row: stop, then the limit, then any other warning (PRACTICES F2, G5)."""
    signs, palette = look.signs, look.palette
    level = worst_level(row, look)
    if level is Level.STOP:
        return Text(signs.stop, palette.alarm)
    if row.limit_state is not LimitState.UNDER:
        return Text(signs.limit(row.limit_state), palette.limit(row.limit_state))
    return Text(signs.warning if level is Level.WARN else " ", palette.warning)

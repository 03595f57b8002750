"""The views that list quotes: Quotes and Closed, and what all lists of quotes show."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from rich.text import Text

from store.records.lead import Lead
from store.records.quote import Quote
from store.records.words import Status
from store.rules.advice import Level
from store.rules.board import Board
from store.rules.closed import QuoteGlance
from store.rules.counting import LimitState
from store.rules.groups import Group
from store.rules.leads import LeadStanding
from store.rules.order import rank
from store.rules.standing import Standing
from tui.language import _
from tui.safe_text import shown
from tui.views.view import Look, SortKey, View
from tui.widgets.columns import Column
from tui.wording.amounts import amount_text
from tui.wording.days import short_day, time_left
from tui.wording.labels import label
from tui.wording.owing import owed_word

Glance = TypeVar("Glance", bound=QuoteGlance)


class QuoteView(View[Standing, Glance]):
    """Quotes, one a row."""

    def key(self, row: Standing) -> Hashable:
        """The quote's id."""
        return row.quote.id

    def found_by(self, row: Glance) -> str:
        """Lead, title, ref and notes."""
        return row.found_by

    def quote(self, row: Standing, board: Board) -> Quote:
        """The row's quote."""
        return row.quote

    def lead(self, row: Standing) -> Lead:
        """The quote's lead."""
        return row.lead

    def cells(self, row: Standing, look: Look) -> Mapping[str, Text]:
        """What all views of quotes show."""
        quote, limit_style = row.quote, look.palette.limit(row.limit_state)
        pending_style = limit_style if quote.is_pending else look.palette.quiet
        return {
            "sign": _sign(row, look),
            "lead": Text(lead_name(row.lead), pending_style if quote.is_pending else ""),
            "quote": Text(shown(quote.title)),
            "amount": Text(amount_text(quote.amount, quote.currency)),
            "count": Text(f"{row.tally.count}/{row.limit}", pending_style),
            "ref": Text(shown(quote.ref), look.palette.quiet),
            "deadline": _deadline(row, look),
        }

    def sort_keys(self) -> Mapping[str, SortKey[Glance]]:
        """What all views of quotes can be sorted by."""
        return {
            "lead": lambda row: row.lead.name.casefold(),
            "quote": lambda row: row.quote.title.casefold(),
            "ref": lambda row: row.quote.ref.casefold(),
            "amount": lambda row: row.quote.amount,
            "status": lambda row: label(row.quote.status),
            "closed": lambda row: _closed_on(row) or date.min,
        }


class QuotesView(QuoteView[Standing]):
    """All open quotes: pending ones and drafts."""

    name = "quotes"

    @property
    def title(self) -> str:
        """The view's name."""
        return _("Quotes")

    @property
    def empty(self) -> str:
        """No open quote."""
        return _("No open quote. n adds one; 5 shows the closed ones.")

    def columns(self) -> Sequence[Column]:
        """When the next follow-up is due comes last."""
        return (
            Column("sign", "", 1),
            Column("ref", _("Ref"), 8, drop=2),
            Column("lead", _("Lead"), 12, flex=3),
            Column("quote", _("Quote"), 10, flex=3),
            Column("amount", _("Amount"), 10, align="right"),
            Column("deadline", _("Deadline"), 9, align="right", drop=1),
            Column("count", _("Count"), 5, align="right"),
            Column("next", _("Next"), 9, align="right", drop=3),
        )

    def rows(self, board: Board) -> Sequence[Standing]:
        """In the order of their work."""
        return board.open_quotes()

    def cells(self, row: Standing, look: Look) -> Mapping[str, Text]:
        """The common cells, and the next step."""
        return {**super().cells(row, look), "next": _next(row, look)}

    def sort_keys(self) -> Mapping[str, SortKey[Standing]]:
        """What is asked of open quotes too."""
        return {
            **super().sort_keys(),
            "sign": lambda row: (row.tally.count - row.limit, row.tally.count),
            "deadline": lambda row: row.valid_until or date.max,
            "count": lambda row: row.tally.count,
            "next": lambda row: row.next_on or date.max,
            "todo": lambda row: rank(row.group),
        }


class AllQuotesView(QuotesView):
    """Quotes whatever became of them, with their status."""

    def columns(self) -> Sequence[Column]:
        """As of open quotes, with the status instead of the count."""
        status = Column("status", _("Status"), 11, flex=1)
        return (status, *(column for column in super().columns() if column.key != "count"))

    def cells(self, row: Standing, look: Look) -> Mapping[str, Text]:
        """The common cells, and the status."""
        status = label("expired") if row.is_expired else label(row.quote.status)
        return {**super().cells(row, look), "status": Text(status)}


class ClosedView(QuoteView[QuoteGlance]):
    """How quotes ended, the latest first."""

    name = "closed"

    @property
    def title(self) -> str:
        """The view's name."""
        return _("Closed")

    @property
    def empty(self) -> str:
        """Nothing closed yet."""
        return _("Nothing closed yet. w closes the quote under the cursor as won.")

    def columns(self) -> Sequence[Column]:
        """How and when it ended."""
        return (
            Column("status", _("Status"), 11, flex=1),
            Column("closed", _("Closed"), 11, drop=3),
            Column("ref", _("Ref"), 8, drop=2),
            Column("lead", _("Lead"), 12, flex=3),
            Column("quote", _("Quote"), 10, flex=3),
            Column("amount", _("Amount"), 10, align="right"),
        )

    def rows(self, board: Board) -> Sequence[Standing]:
        """The closed quotes."""
        return board.closed()

    def is_listed(self, board: Board) -> bool:
        """Whether their order is known."""
        return board.knows("closed")

    def cells(self, row: Standing, look: Look) -> Mapping[str, Text]:
        """The common cells, and the end."""
        won = row.quote.status == "won"
        closed_on = _closed_on(row)
        return {
            **super().cells(row, look),
            "status": Text(_end(row.quote), look.palette.good if won else ""),
            "closed": Text(short_day(closed_on, row.today) if closed_on else "", "dim"),
        }


def lead_name(lead: Lead) -> str:
    """The lead's name, made safe to show."""
    return shown(lead.name) or _("(unknown lead)")


def worst_level(row: Standing | LeadStanding, look: Look) -> Level:
    """How much the advice weighs that comes first; as good as nothing where it has no sign yet.

    Then it is not worked out either: no list waits for it.
    """
    return row.advice[0].level if look.advises and row.advice else Level.INFO


def _end(quote: Quote) -> str:
    """How it ended; of a referral, to whom it was passed on (PRACTICES H4)."""
    if quote.status is Status.DECLINED and quote.referred_to:
        return _("to {colleague}").format(colleague=shown(quote.referred_to))
    return label(quote.status)


def _sign(row: Standing, look: Look) -> Text:
    """The one sign of a row: stop, then the limit, then what is owed, then any other warning."""
    signs, palette = look.signs, look.palette
    level = worst_level(row, look)
    if level is Level.STOP:
        return Text(signs.stop, palette.alarm)
    if row.quote.is_pending and row.limit_state is not LimitState.UNDER:
        return Text(signs.limit(row.limit_state), palette.limit(row.limit_state))
    if row.owed:
        return Text(signs.owed, palette.accent)
    if level is Level.WARN:
        return Text(signs.warning, palette.warning)
    return Text(signs.urgent if row.quote.urgent else " ", palette.strong)


def _deadline(row: Standing, look: Look) -> Text:
    if row.quote.status == "draft" and row.quote.sent_on is None:
        return Text(label("draft"), look.palette.quiet)
    if row.days_left is None:
        return Text("")
    soon = 0 <= row.days_left <= 3
    style = look.palette.warning if soon else look.palette.quiet if row.days_left < 0 else ""
    return Text(time_left(row.days_left), style)


def _next(row: Standing, look: Look) -> Text:
    if row.owed:
        return Text(owed_word(row.owed), look.palette.accent)
    if row.next_on is None:
        return Text(label(Group.DECIDE) if row.group is Group.DECIDE else "", look.palette.quiet)
    due = row.next_on <= row.today
    return Text(short_day(row.next_on, row.today), look.palette.good if due else "")


def _closed_on(row: QuoteGlance) -> date | None:
    return row.quote.outcome.on if row.quote.outcome else None

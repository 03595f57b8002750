"""Quotes and leads as tables of text, fitted to the width of the terminal."""

from collections.abc import Iterator, Sequence

from store.records.words import Status
from store.rules.board import Board
from store.rules.counting import LimitState
from store.rules.groups import Group
from store.rules.leads import LeadStanding
from store.rules.standing import Standing
from tui.cli.output import signs_of
from tui.cli.table import Column, line_width, table
from tui.language import _
from tui.safe_text import shown
from tui.session import Session
from tui.wording.amounts import amount_text, sums_text
from tui.wording.days import short_day, time_left
from tui.wording.labels import label
from tui.wording.owing import owed_text


def quote_lines(session: Session, board: Board, found: Sequence[Standing]) -> Iterator[str]:
    """The quotes, one a line."""
    if not found:
        yield _("No quote here.") if board.snapshot.quotes else first_steps()
        return
    columns = (
        Column(),
        Column(_("Ref")),
        Column(_("Lead"), gives=True),
        Column(_("Quote"), gives=True),
        Column(_("Amount"), right=True),
        Column(_("Deadline"), right=True),
        Column(_("Count"), right=True),
        Column(_("Next")),
    )
    rows = [(*quote_cells(session, each), _next(each)) for each in found]
    yield from fitted(session, columns, rows)


def lead_lines(session: Session, board: Board) -> Iterator[str]:
    """The leads, one a line."""
    found = board.leads()
    if not found:
        yield first_steps()
        return
    columns = (
        Column(),
        Column(_("Lead"), gives=True),
        Column(_("Pending"), right=True),
        Column(_("Amount"), right=True),
        Column(_("Count"), right=True),
        Column(_("In all"), right=True),
    )
    yield from fitted(session, columns, [_lead_cells(session, each) for each in found])


def first_steps() -> str:
    """What an empty tracker says."""
    return _("No quotes yet. Add the first one: relance add LEAD TITLE AMOUNT")


def quote_cells(session: Session, standing: Standing) -> tuple[str, ...]:
    """A sign, the ref, lead, title, amount, deadline, and the lead's count against its limit."""
    quote = standing.quote
    pending = quote.is_pending
    return (
        _limit_sign(session, standing.limit_state) if pending else "",
        shown(quote.ref),
        shown(standing.lead.name),
        shown(quote.title),
        amount_text(quote.amount, quote.currency),
        _deadline(standing),
        f"{standing.tally.count}/{standing.limit}" if pending else "",
    )


def fitted(
    session: Session, columns: Sequence[Column], rows: Sequence[Sequence[str]], indent: int = 0
) -> Iterator[str]:
    """The lines of a table that leave `indent` cells of the terminal free."""
    return table(columns, rows, line_width() - indent, signs_of(session).ellipsis)


def _lead_cells(session: Session, standing: LeadStanding) -> tuple[str, ...]:
    tally, pending = standing.tally, standing.pending
    return (
        _limit_sign(session, standing.limit_state),
        shown(standing.lead.name),
        str(len(pending)) if pending else "",
        sums_text(standing.pending_sums) if pending else "",
        f"{tally.count}/{tally.limit}" if pending else "",
        str(tally.total) if tally.total else "",
    )


def _limit_sign(session: Session, state: LimitState) -> str:
    return signs_of(session).limit(state).strip()


def _deadline(standing: Standing) -> str:
    days = standing.days_left
    return "" if days is None else time_left(days)


def _next(standing: Standing) -> str:
    """The day of the next follow-up, or what the quote is where there is none."""
    quote = standing.quote
    if not quote.status.is_open:
        return label(quote.status)
    if standing.group is Group.OWED:
        return owed_text(standing.owed)
    if quote.status is Status.DRAFT or standing.next_on is None:
        return label(str(standing.group))
    return short_day(standing.next_on, standing.today)

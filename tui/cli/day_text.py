"""The day's work as text: what `relance today` says every morning."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from store.rules.advice import Advice, Level
from store.rules.board import Board, Work
from store.rules.counting import LimitState
from store.rules.groups import Group
from store.rules.leads import LeadStanding
from store.rules.standing import Standing
from store.rules.summary import Summary
from tui.cli.ink import Ink, Pen
from tui.cli.listing_text import first_steps, fitted, quote_cells
from tui.cli.output import joined, signs_of
from tui.cli.table import Column, cells, line_width, wrapped
from tui.language import _
from tui.safe_text import shown
from tui.session import Session
from tui.wording.advice import advice_text
from tui.wording.amounts import sums_text
from tui.wording.day_counts import day_counts
from tui.wording.days import distance, long_day, short_day
from tui.wording.labels import field_label
from tui.wording.owing import owed_step_text
from tui.wording.taking_up import back_step_text

_INDENT = "  "

_SAID_ALREADY = ("limit_reached", "reply_owed", "summary_owed")
"""The group, the sign and the count say that the limit was reached, a line says what is owed."""

_MOST_SAID = 2
"""How many pieces of advice stand beneath a row, the strongest ones; `show` has all."""

_COLUMNS = (
    Column(),
    Column(),
    Column(gives=True),
    Column(gives=True),
    Column(right=True),
    Column(right=True),
    Column(right=True),
)


def day_lines(session: Session, board: Board, work: Sequence[Work], pen: Pen) -> Iterator[str]:
    """What sums the day up, then the quotes of each group, and the leads that are back."""
    for line in _packed(session, [long_day(board.today), *_summary(board.summary())]):
        yield pen.write(line, Ink.STRONG)
    if not work:
        yield _nothing(board) if board.snapshot.quotes else first_steps()
    room = line_width() - len(_INDENT) * 4
    lines = fitted(session, _COLUMNS, [_cells(session, each) for each in work], len(_INDENT))
    for group, found in groupby(work, key=_group):
        standings = [*found]
        yield ""
        yield pen.write(_heading(group, standings), Ink.STRONG)
        for standing in standings:
            yield pen.write(_INDENT + next(lines), _ink_of_row(standing))
            for text, ink in _beneath(session, standing):
                for line in wrapped(text, room):
                    yield pen.write(_INDENT * 4 + line, ink)


def _summary(summary: Summary) -> Iterator[str]:
    """What there is to do, in numbers, without the zeros."""
    yield from (each.text for each in day_counts(summary) if each.number)
    if summary.pending:
        yield _("{sums} pending").format(sums=sums_text(summary.pending))


def _packed(session: Session, parts: Sequence[str]) -> Iterator[str]:
    """The parts on as few lines as they fit on."""
    line = parts[0]
    for part in parts[1:]:
        longer = joined(session, line, part)
        if cells(longer) > line_width():
            yield line
            longer = part
        line = longer
    yield line


def _nothing(board: Board) -> str:
    """Nothing to do, and when there will be."""
    days = [each.next_on for each in board.quotes() if each.next_on is not None]
    if not days:
        return _("Nothing to do today.")
    text = _("Nothing to do today. The next follow-up is on {day}.")
    return text.format(day=long_day(min(days)))


def _group(work: Work) -> Group | None:
    """A lead that is back is owed a word (PRACTICES H8)."""
    return Group.OWED if isinstance(work, LeadStanding) else work.group


def _heading(group: Group | None, found: Sequence[Work]) -> str:
    """The group's name; leads that are back stand under what is owed, and are named too."""
    back = [isinstance(each, LeadStanding) for each in found]
    names = [field_label(str(group))] if not all(back) else []
    return " / ".join([*names, *([_("Back")] if any(back) else [])])


def _cells(session: Session, work: Work) -> tuple[str, ...]:
    """As in lists; what counts for a draft is the day by which it must go out."""
    return _back_cells(work) if isinstance(work, LeadStanding) else _quote_cells(session, work)


def _back_cells(standing: LeadStanding) -> tuple[str, ...]:
    """The name, and since when the lead is back."""
    day = standing.lead.recontact_on or standing.today
    back = _("back on {day}").format(day=short_day(day, standing.today))
    return ("", "", shown(standing.lead.name), back, "", "", "")


def _quote_cells(session: Session, standing: Standing) -> tuple[str, ...]:
    cells = quote_cells(session, standing)
    send_by = standing.quote.send_by
    if standing.group is not Group.TO_SEND or send_by is None:
        return cells
    return (*cells[:-2], distance(send_by, standing.today), cells[-1])


def _ink_of_row(work: Work) -> Ink | None:
    """Amber at the limit, red past it, as in the app."""
    state = work.limit_state
    if state is LimitState.UNDER:
        return None
    return Ink.WARNING if state is LimitState.REACHED else Ink.ALARM


def _beneath(session: Session, standing: Work) -> Iterator[tuple[str, Ink | None]]:
    """What is owed, and the advice that adds most to it and to the row."""
    if isinstance(standing, Standing) and standing.group is Group.OWED:
        yield owed_step_text(standing.owed), None
        yield from ((text, None) for text in _tick(standing))
    if isinstance(standing, LeadStanding):
        yield back_step_text(), None
    said = [each for each in standing.advice if each.code not in _SAID_ALREADY]
    for advice in said[:_MOST_SAID]:
        yield advice_text(advice), _ink_of_advice(advice)
    if isinstance(standing, Standing) and len(said) > _MOST_SAID:
        number, ref = len(said) - _MOST_SAID, shown(standing.quote.ref)
        more = _("{n} more: relance show {ref}").format(n=number, ref=ref)
        yield f"{signs_of(session).ellipsis} {more}", Ink.QUIET


def _ink_of_advice(advice: Advice) -> Ink:
    return {Level.STOP: Ink.ALARM, Level.WARN: Ink.WARNING}.get(advice.level, Ink.QUIET)


def _tick(standing: Standing) -> Iterator[str]:
    """The command that notes that the summary of a call was sent."""
    call = standing.owed.summary
    if call is not None:
        number = 1 + [contact.id for contact in standing.contacts].index(call.id)
        text = _("once it is sent: relance amend {ref} {number} summary_sent=yes")
        yield text.format(ref=shown(standing.quote.ref), number=number)

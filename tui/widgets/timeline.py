"""A quote's life on one line: sent, follow-ups and replies, today, the last valid day."""

from datetime import date

from rich.style import Style
from rich.text import Text

from store.records.words import Direction, Kind
from store.rules.standing import Standing
from tui.language import _
from tui.views.view import Look
from tui.wording.days import short_day

SHORTEST = 12
"""Below this many cells a line says nothing."""

_LABEL = 19
"""Cells for the last day; more where it is of another year."""


def timeline(standing: Standing, look: Look, width: int) -> Text:
    """The line, at most `width` cells wide; empty for a quote that was never sent."""
    sent_on, last_day = standing.quote.sent_on, standing.valid_until
    if sent_on is None or last_day is None:
        return Text()
    until = Text(
        _(" until {day}").format(day=short_day(last_day, standing.today)), look.palette.quiet
    )
    cells = min(width, 60) - max(_LABEL, until.cell_len)
    if cells < SHORTEST:
        return Text()
    end = max(last_day, _latest(standing))
    span = max(1, (end - sent_on).days)

    def place(day: date) -> int:
        return round(max(0, (day - sent_on).days) / span * (cells - 1))

    line = Text(look.signs.line * cells, look.palette.quiet)
    signs = _signs(standing, look, sent_on, last_day)
    marks = {place(day): (sign, style) for day, sign, style in signs}
    plain = "".join(marks[at][0] if at in marks else char for at, char in enumerate(line.plain))
    drawn = Text(plain, look.palette.quiet)
    for at, mark in marks.items():
        drawn.stylize(mark[1], at, at + 1)
    return drawn + until


def _latest(standing: Standing) -> date:
    days = [contact.on for contact in standing.contacts if contact.on]
    open_until = [standing.today] if standing.quote.status.is_open else []
    return max([*days, *open_until, date.min])


def _signs(
    standing: Standing, look: Look, sent_on: date, last_day: date
) -> list[tuple[date, str, Style]]:
    """What to mark, the later of two on one cell winning."""
    signs, palette = look.signs, look.palette
    expired = palette.alarm if standing.is_expired else palette.strong
    marks = [(last_day, signs.deadline, expired)]
    if standing.quote.status.is_open:
        marks.append((standing.today, signs.now, palette.good))
    for contact in standing.contacts:
        if contact.on is None:
            continue
        if contact.direction is Direction.IN:
            marks.append((contact.on, signs.reply, palette.accent))
        elif contact.kind is Kind.FOLLOW_UP:
            marks.append((contact.on, signs.follow_up, palette.strong))
    return [*marks, (sent_on, signs.sent, palette.strong)]

"""The statistics in words: titled sections of rows, a label, a chart and a value each.

What nobody noted anything of is left out. How the rows are laid out is `tui.statistics_text`'s.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.rules.hindsight.answer_times import AnswerTimes, Spread
from store.rules.hindsight.by_source import SourceResult
from store.rules.hindsight.follow_up_numbers import AfterFollowUp
from store.rules.hindsight.months import Month
from store.rules.hindsight.statistics import Statistics
from store.rules.hindsight.time_lost import TimeLost
from store.rules.hindsight.win_rate import ENOUGH, WinRate
from tui.charts import Bar, Chart, Span, Spark
from tui.language import _, ngettext
from tui.safe_text import shown
from tui.wording.days import short_day

LONGEST = 8
"""Rows of a section whose length depends on the data; the command line's JSON has them all."""


class Row(NamedTuple):
    """One number: what it is of, how it looks, and what it is."""

    label: str
    chart: Chart | None
    value: str


class Section(NamedTuple):
    """A title, rows, and remarks of one line each below them."""

    title: str
    rows: Sequence[Row]
    remarks: Sequence[str] = ()


def sections(found: Statistics) -> list[Section]:
    """What there is to say; at least how little there is."""
    from tui.wording.lessons import declined, passed_on, silences, warnings

    every = (
        _win_rate(found),
        _months(found.months),
        _sources(found.sources),
        _answer_times(found.answer_times),
        _follow_ups(found.follow_ups),
        _time(found.time_lost),
        silences(found.silences),
        warnings(found.lessons),
        declined(found.declines),
        passed_on(found.referrals),
    )
    return [section for section in every if section.rows or section.remarks]


def _win_rate(found: Statistics) -> Section:
    rate = found.win_rate
    if not rate.closed:
        remarks = [_("no closed quote yet")]
    elif not rate.is_enough:
        few = _("{closed} of {enough} closed quotes: too few to say")
        remarks = [few.format(closed=rate.closed, enough=ENOUGH)]
    else:
        remarks = [_("won of won, lost and no response")]
    rows = (
        (_("all"), rate),
        (_("clients I want"), found.target.on),
        (_("other clients"), found.target.off),
    )
    return Section(_("Win rate"), [_rate(name, one) for name, one in rows if one.closed], remarks)


def _rate(name: str, rate: WinRate) -> Row:
    value = of_text(rate.won, rate.closed, rate.percent if rate.is_enough else None)
    return Row(name, Bar((rate.percent or 0) / 100), value)


def of_text(part: int, whole: int, percent: float | None) -> str:
    """`2 of 5`, and `40 %` where there are enough."""
    text = _("{part} of {whole}").format(part=part, whole=whole)
    return text if percent is None else f"{text:<8} {percent_text(percent):>5}"


def percent_text(percent: float) -> str:
    """Whole percent: `40 %`."""
    return _("{percent} %").format(percent=round(percent))


def _months(months: Sequence[Month]) -> Section:
    sent, won = [each.sent for each in months], [each.won for each in months]
    if not any(sent) and not any(won):
        return Section("", ())
    top = max(*sent, *won)
    rows = [
        Row(_("sent"), Spark(sent, top), str(sum(sent))),
        Row(_("won"), Spark(won, top), str(sum(won))),
    ]
    since = short_day(months[0].first, months[-1].first)
    return Section(_("The last twelve months"), rows, [_("since {day}").format(day=since)])


def _sources(sources: Sequence[SourceResult]) -> Section:
    if all(each.source == "" for each in sources):
        return Section("", ())
    rows = [
        Row(
            shown(each.source) or _("(not noted)"),
            Bar(each.won / each.asked),
            of_text(each.won, each.asked, each.percent if each.is_enough else None),
        )
        for each in sources[:LONGEST]
    ]
    remarks = [_("won of what was asked"), *more_text(len(sources))]
    return Section(_("Where they came from"), rows, remarks)


def _answer_times(times: AnswerTimes) -> Section:
    found = ((_("won"), times.won), (_("lost"), times.lost))
    known = [(name, spread) for name, spread in found if spread is not None]
    if not known:
        return Section("", ())
    top = max(spread.third_quartile for _name, spread in known)
    rows = [_spread(name, spread, top) for name, spread in known]
    return Section(_("Days to an answer"), rows, [_("median, and where half of them lie")])


def _spread(name: str, spread: Spread, top: float) -> Row:
    value = _("{median} d  ({low} to {high}; {quotes})").format(
        median=_days(spread.median),
        low=_days(spread.first_quartile),
        high=_days(spread.third_quartile),
        quotes=quotes_text(spread.count),
    )
    chart = Span(spread.first_quartile, spread.median, spread.third_quartile, top)
    return Row(name, chart, value)


def _days(days: float) -> str:
    whole, tenths = divmod(round(days * 10), 10)
    return _("{whole}.{tenths}").format(whole=whole, tenths=tenths) if tenths else str(whole)


def quotes_text(count: int) -> str:
    """`1 quote`, `3 quotes`."""
    return ngettext("{n} quote", "{n} quotes", count).format(n=count)


def _follow_ups(numbers: Sequence[AfterFollowUp]) -> Section:
    rows = [_after(each) for each in numbers[:LONGEST]]
    remarks = [_("answered of sent, and won after it"), *more_text(len(numbers))] if rows else []
    return Section(_("After which follow-up"), rows, remarks)


def _after(each: AfterFollowUp) -> Row:
    name = _("follow-up {n}").format(n=each.number) if each.number else _("the offer itself")
    words = ngettext("{answered} of {sent}, {won} won", "{answered} of {sent}, {won} won", each.won)
    value = words.format(answered=each.answered, sent=each.sent, won=each.won)
    return Row(name, Bar(each.answered / each.sent), value)


def _time(time: TimeLost) -> Section:
    whole = time.won_minutes + time.lost_minutes
    if not whole:
        return Section("", ())
    costly = [each for each in time.leads if each.minutes]
    rows = [
        Row(name, Bar(minutes / whole), minutes_text(minutes))
        for name, minutes in (
            (_("won"), time.won_minutes),
            (_("came to nothing"), time.lost_minutes),
            *((f"  {shown(each.lead)}", each.minutes) for each in costly[:LONGEST]),
        )
    ]
    displaced = [text for each in time.leads for text in each.displaced]
    return Section(_("Time spent on offers"), rows, [*_displaced(displaced)])


def _displaced(displaced: Sequence[str]) -> Iterator[str]:
    if displaced:
        yield _("it displaced: {work}").format(work=shown(", ".join(displaced[:LONGEST])))


def minutes_text(minutes: int) -> str:
    """`45 min`, `3 h`, `3 h 20`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return _("{hours} h").format(hours=hours) + (f" {rest:02}" if rest else "")


def more_text(count: int) -> Iterator[str]:
    """How many rows are not shown, where some are not."""
    if count > LONGEST:
        yield _("and {n} more").format(n=count - LONGEST)

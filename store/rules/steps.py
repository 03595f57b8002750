"""The steps of a cadence: the days on which a quote wants a follow-up (PRACTICES A4)."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from store.records.cadence import Anchor, Cadence, StepRule
from store.records.follow_up import FollowUp
from store.records.words import Kind
from store.rules.working_days import WorkingDays

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

_AFTER_SENDING, _BEFORE_DEADLINE = Anchor.AFTER_SENDING, Anchor.BEFORE_DEADLINE
_COMPLETING = (Kind.FOLLOW_UP, Kind.REPLY)

REST = timedelta(days=3)
"""Nobody is chased twice in three days (PRACTICES A4)."""


def planned_steps(
    cadence: Cadence, sent_on: date, valid_until: date, working_days: WorkingDays
) -> tuple[date, ...]:
    """The days of all steps, earliest first, each a working day after the day of sending.

    Steps on one day merge; steps after sending that fall after the last valid day drop out.
    """
    days = set()
    for rule in cadence.steps:
        day = _day_of(rule, sent_on, valid_until, working_days)
        outlived = rule.anchor is _AFTER_SENDING and day > valid_until
        if day > sent_on and not outlived:
            days.add(day)
    return tuple(sorted(days))


def open_steps(steps: Sequence[date], contacts: Sequence[FollowUp]) -> tuple[date, ...]:
    """The steps that no follow-up or reply has completed.

    `contacts` are the quote's own, in order. A contact completes what was due by its day and
    within the 3 days after it. Those of unknown day complete what was due by the first dated
    contact after them.
    """
    done_until = _completed_until(contacts)
    return tuple([day for day in steps if day > done_until])


def _completed_until(contacts: Sequence[FollowUp]) -> date:
    """The day by which all steps are done, given by the last contact that completes any."""
    for contact in reversed(contacts):
        if contact.kind in _COMPLETING:
            if contact.on is not None:
                return contact.on + REST
            return next((dated.on for dated in contacts if dated.on), date.min)
    return date.min


def _day_of(rule: StepRule, sent_on: date, valid_until: date, working_days: WorkingDays) -> date:
    if rule.anchor is _BEFORE_DEADLINE:
        return working_days.roll_back(valid_until + _span(-rule.months, -rule.days))
    anchor = sent_on if rule.anchor is _AFTER_SENDING else valid_until
    return working_days.roll_forward(anchor + _span(rule.months, rule.days))


@cache
def _span(months: int, days: int) -> "timedelta | relativedelta":
    if months == 0:
        return timedelta(days=days)
    from dateutil.relativedelta import relativedelta  # few cadences count in months

    return relativedelta(months=months, days=days)

"""When the next follow-up is due (DESIGN: next_follow_up_on; PRACTICES A5 and B2)."""

from datetime import date

import pytest
from hypothesis import given

from store.records.quote import Quote
from store.records.words import CallOutcome, Channel, Status
from store.rules.counting import LimitState
from store.rules.groups import Group
from tests.builders import a_contact, a_draft, a_quote, standing_on
from tests.store.strategies import near_days, quotes

FIRST, SECOND = date(2026, 3, 4), date(2026, 3, 20)


def test_it_is_the_earliest_open_step_even_where_that_lies_in_the_past() -> None:
    assert standing_on(date(2026, 3, 3), a_quote()).next_on == FIRST
    assert standing_on(date(2026, 3, 10), a_quote()).next_on == FIRST
    assert standing_on(date(2026, 3, 10), a_quote(), [a_contact(FIRST)]).next_on == SECOND


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.SENT])
def test_there_is_none_for_a_quote_that_is_not_pending(status: Status) -> None:
    assert standing_on(FIRST, a_quote(status=status)).next_on is None


def test_there_is_none_for_a_draft_without_a_day() -> None:
    assert standing_on(FIRST, a_draft()).next_on is None


def test_there_is_none_where_no_step_is_left() -> None:
    assert standing_on(date(2026, 3, 24), a_quote()).next_on is None


def test_there_is_none_where_the_limit_is_reached() -> None:
    quote = a_quote(limit=1)
    assert standing_on(FIRST, quote).next_on == FIRST
    assert standing_on(date(2026, 3, 5), quote, [a_contact(FIRST)]).next_on is None


def test_once_means_one_reminder_after_two_days_answer_or_not() -> None:
    voicemail = a_contact(FIRST, channel=Channel.PHONE, outcome=CallOutcome.VOICEMAIL)
    standing = standing_on(FIRST, a_quote(cadence="once"), [voicemail])
    assert standing.next_on is None
    assert standing.limit_state is LimitState.REACHED
    assert [advice.code for advice in standing.advice] == ["limit_reached"]


@pytest.mark.parametrize(
    ("until", "next_on"),
    [
        (date(2026, 3, 15), date(2026, 3, 15)),
        (date(2026, 3, 6), date(2026, 3, 6)),
        (date(2026, 3, 22), date(2026, 3, 22)),
    ],
    ids=["a Sunday stays a Sunday", "a Friday", "past both steps"],
)
@pytest.mark.parametrize("field", ["snoozed_until", "decision_expected"])
def test_a_wait_that_lies_ahead_holds_an_open_step_back_to_its_own_day(
    field: str, until: date, next_on: date
) -> None:
    assert standing_on(date(2026, 3, 5), a_quote(**{field: until})).next_on == next_on


@pytest.mark.parametrize("field", ["snoozed_until", "decision_expected"])
def test_a_wait_that_ends_before_the_step_changes_nothing(field: str) -> None:
    quote = a_quote(**{field: date(2026, 3, 10)})
    assert standing_on(date(2026, 3, 5), quote, [a_contact(FIRST)]).next_on == SECOND


def test_the_later_of_two_waits_counts() -> None:
    quote = a_quote(snoozed_until=date(2026, 3, 9), decision_expected=date(2026, 3, 12))
    assert standing_on(date(2026, 3, 5), quote).next_on == date(2026, 3, 12)


def test_nothing_is_due_before_the_day_on_which_they_said_they_would_decide() -> None:
    quote = a_quote(validity_days=60, decision_expected=date(2026, 4, 2))
    before = standing_on(date(2026, 3, 20), quote)
    assert (before.group, before.next_on) == (Group.LATER, date(2026, 4, 2))
    assert standing_on(date(2026, 4, 1), quote).group is Group.LATER
    assert standing_on(date(2026, 4, 2), quote).group is Group.FOLLOW_UP
    assert standing_on(date(2026, 4, 5), quote).next_on == date(2026, 4, 2)


def test_a_snooze_that_has_run_out_gives_the_step_its_own_day_back() -> None:
    quote = a_quote(snoozed_until=date(2026, 3, 15))
    standing = standing_on(date(2026, 3, 15), quote)
    assert (standing.next_on, standing.group) == (FIRST, Group.FOLLOW_UP)


@given(quotes, near_days)
def test_while_it_waits_nothing_is_due_before_the_wait_is_over(quote: Quote, today: date) -> None:
    standing = standing_on(today, quote)
    for wait in (quote.snoozed_until, quote.decision_expected):
        if standing.next_on is not None and wait is not None and wait > today:
            assert standing.next_on >= wait


@given(quotes, near_days)
def test_it_is_an_open_step_or_the_end_of_a_wait(quote: Quote, today: date) -> None:
    standing = standing_on(today, quote)
    if standing.next_on is not None:
        assert quote.is_pending
        assert standing.limit_state is LimitState.UNDER
        assert standing.next_on in (
            *standing.steps,
            quote.snoozed_until,
            quote.decision_expected,
        )

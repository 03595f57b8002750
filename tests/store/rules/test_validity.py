"""Until when a quote holds (DESIGN: dates and the limit; PRACTICES A3)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.quote import LONGEST_VALIDITY
from store.records.settings import Settings
from store.records.words import Status
from tests.builders import a_draft, a_quote, standing_on
from tests.store.strategies import some_days


def test_a_quote_holds_for_21_days_last_day_inclusive() -> None:
    assert standing_on(date(2026, 3, 2), a_quote()).valid_until == date(2026, 3, 23)


@pytest.mark.parametrize(
    ("today", "days_left", "expired"),
    [
        (date(2026, 3, 2), 21, False),
        (date(2026, 3, 22), 1, False),
        (date(2026, 3, 23), 0, False),
        (date(2026, 3, 24), -1, True),
        (date(2026, 4, 23), -31, True),
    ],
)
def test_it_is_expired_on_the_day_after_the_last(
    today: date, days_left: int, expired: bool
) -> None:
    standing = standing_on(today, a_quote())
    assert (standing.days_left, standing.is_expired) == (days_left, expired)


@pytest.mark.parametrize(
    ("sent_on", "days", "last"),
    [
        (date(2028, 2, 8), 21, date(2028, 2, 29)),
        (date(2026, 2, 8), 21, date(2026, 3, 1)),
        (date(2025, 12, 31), 1, date(2026, 1, 1)),
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
        (date(1970, 1, 1), 365, date(1971, 1, 1)),
    ],
)
def test_days_are_calendar_days_across_months_and_years(
    sent_on: date, days: int, last: date
) -> None:
    quote = a_quote(sent_on=sent_on, validity_days=days)
    assert standing_on(sent_on, quote).valid_until == last


def test_a_day_that_was_given_itself_is_the_last_one() -> None:
    quote = a_quote(valid_until=date(2026, 5, 28))
    assert standing_on(date(2026, 3, 2), quote).valid_until == date(2026, 5, 28)


def test_the_settings_say_how_long_a_quote_holds_that_says_nothing() -> None:
    settings = Settings(validity_days=30)
    assert standing_on(date(2026, 3, 2), a_quote(), settings=settings).days_left == 30


def test_a_draft_has_a_last_day_only_where_one_was_given() -> None:
    assert standing_on(date(2026, 3, 2), a_draft()).valid_until is None
    given_day = a_draft(valid_until=date(2026, 3, 9))
    assert standing_on(date(2026, 3, 2), given_day).days_left == 7


@pytest.mark.parametrize("status", [status for status in Status if not status.is_open])
def test_a_closed_quote_has_no_days_left_and_does_not_expire(status: Status) -> None:
    standing = standing_on(date(2027, 1, 1), a_quote(status=status))
    assert (standing.days_left, standing.is_expired) == (None, False)


@given(some_days, st.integers(0, LONGEST_VALIDITY), st.integers(0, 4000))
def test_a_quote_is_expired_exactly_after_its_last_day(
    sent_on: date, days: int, later: int
) -> None:
    today = sent_on + timedelta(days=later)
    standing = standing_on(today, a_quote(sent_on=sent_on, validity_days=days))
    assert standing.is_expired == (later > days)
    assert standing.days_left == days - later

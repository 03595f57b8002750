"""Working days, and to which of them a day rolls."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.settings import Settings
from store.rules.rulebook import Rulebook
from tests.store.strategies import some_days

FRANCE = Rulebook.of(Settings()).working_days


@pytest.mark.parametrize(
    ("day", "forward", "back"),
    [
        (date(2026, 3, 4), date(2026, 3, 4), date(2026, 3, 4)),
        (date(2026, 5, 9), date(2026, 5, 11), date(2026, 5, 7)),
        (date(2026, 5, 25), date(2026, 5, 26), date(2026, 5, 22)),
        (date(2026, 1, 1), date(2026, 1, 2), date(2025, 12, 31)),
        (date(2025, 12, 25), date(2025, 12, 26), date(2025, 12, 24)),
        (date(2028, 2, 29), date(2028, 2, 29), date(2028, 2, 29)),
        (date(2020, 2, 29), date(2020, 3, 2), date(2020, 2, 28)),
        (date(2026, 4, 6), date(2026, 4, 7), date(2026, 4, 3)),
    ],
)
def test_a_day_off_rolls_to_the_next_or_the_last_working_day(
    day: date, forward: date, back: date
) -> None:
    assert (FRANCE.roll_forward(day), FRANCE.roll_back(day)) == (forward, back)


@given(some_days)
def test_a_rolled_day_is_the_nearest_working_day(day: date) -> None:
    forward, back = FRANCE.roll_forward(day), FRANCE.roll_back(day)
    assert back <= day <= forward
    assert FRANCE.is_working(forward)
    assert FRANCE.is_working(back)
    between = [back + timedelta(n) for n in range(1, (forward - back).days)]
    assert not any(FRANCE.is_working(each) for each in between)
    assert (forward == day == back) == FRANCE.is_working(day)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 3, 2), date(2026, 3, 4), 2),
        (date(2026, 3, 6), date(2026, 3, 9), 1),
        (date(2026, 5, 7), date(2026, 5, 11), 1),
        (date(2026, 3, 2), date(2026, 3, 2), 0),
        (date(2026, 3, 4), date(2026, 3, 2), 0),
    ],
)
def test_working_days_between_are_counted_without_the_first(
    start: date, end: date, days: int
) -> None:
    assert FRANCE.between(start, end) == days


@given(some_days, st.integers(0, 40), st.integers(0, 40))
def test_working_days_between_add_up(start: date, one: int, more: int) -> None:
    middle = start + timedelta(one)
    end = middle + timedelta(more)
    parts = FRANCE.between(start, middle) + FRANCE.between(middle, end)
    assert FRANCE.between(start, end) == parts

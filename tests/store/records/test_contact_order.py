"""The order in which contacts happened (DESIGN: records and counting)."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.follow_up import FollowUp, in_order
from tests.builders import a_contact
from tests.store.strategies import contacts

MONDAY = date(2026, 3, 2)
TUESDAY = date(2026, 3, 3)


def test_earlier_days_come_first_whatever_was_recorded_first() -> None:
    later = a_contact(TUESDAY, seq=1)
    earlier = a_contact(MONDAY, seq=2)
    assert in_order([later, earlier]) == (earlier, later)


def test_unknown_days_precede_all_known_ones() -> None:
    first_day = a_contact(date(1970, 1, 1), seq=1)
    unknown = a_contact(None, seq=9)
    assert in_order([first_day, unknown]) == (unknown, first_day)


def test_unknown_days_are_in_the_order_of_recording() -> None:
    second = a_contact(None, seq=2)
    first = a_contact(None, seq=1)
    assert in_order([second, first]) == (first, second)


@pytest.mark.parametrize(
    ("first_at", "second_at", "by_time"),
    [
        (time(9), time(18), True),
        (time(9), time(9), False),
        (time(9), None, False),
        (None, time(9), False),
        (None, None, False),
    ],
)
def test_times_decide_on_a_day_where_every_contact_has_one(
    first_at: time | None, second_at: time | None, by_time: bool
) -> None:
    first = a_contact(MONDAY, time=first_at, seq=2)
    second = a_contact(MONDAY, time=second_at, seq=1)
    assert in_order([first, second]) == ((first, second) if by_time else (second, first))


def test_midnight_is_a_time_like_any_other() -> None:
    midnight = a_contact(MONDAY, time=time(0, 0), seq=2)
    morning = a_contact(MONDAY, time=time(9), seq=1)
    assert in_order([morning, midnight]) == (midnight, morning)


def test_a_time_that_lacks_on_one_day_changes_nothing_on_another() -> None:
    untimed = a_contact(MONDAY, seq=1)
    evening = a_contact(TUESDAY, time=time(18), seq=2)
    morning = a_contact(TUESDAY, time=time(9), seq=3)
    assert in_order([untimed, evening, morning]) == (untimed, morning, evening)


@given(st.lists(contacts, max_size=8, unique_by=lambda contact: contact.id), st.data())
def test_the_order_does_not_depend_on_the_order_in_the_file(
    some: list[FollowUp], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(some))
    assert in_order(shuffled) == in_order(some)


@given(st.lists(contacts, max_size=8))
def test_days_never_go_back(some: list[FollowUp]) -> None:
    days = [contact.on or date.min for contact in in_order(some)]
    assert days == sorted(days)
    assert len(days) == len(some)

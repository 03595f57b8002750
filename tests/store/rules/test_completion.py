"""What completes a step, and which steps stay open (DESIGN: dates and the limit)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.follow_up import FollowUp
from store.records.words import CallOutcome, Channel, Kind
from tests.builders import a_contact, a_quote, a_reply, standing_on
from tests.store.strategies import contacts

FIRST, SECOND = date(2026, 3, 4), date(2026, 3, 20)
"""The steps of quote Q."""

TODAY = date(2026, 3, 23)
"""The last valid day of quote Q."""


def open_steps(*some: FollowUp, cadence: str = "standard", today: date = TODAY) -> tuple[date, ...]:
    return standing_on(today, a_quote(cadence=cadence), some).steps


def test_a_late_step_stays_due() -> None:
    for today in (FIRST, date(2026, 3, 19), SECOND, TODAY):
        standing = standing_on(today, a_quote())
        assert standing.steps == (FIRST, SECOND)
        assert standing.next_on == FIRST


@pytest.mark.parametrize(
    ("on", "still_open"),
    [
        (date(2026, 3, 2), (SECOND,)),
        (FIRST, (SECOND,)),
        (date(2026, 3, 16), (SECOND,)),
        (date(2026, 3, 17), ()),
        (SECOND, ()),
        (date(2026, 3, 23), ()),
    ],
)
@pytest.mark.parametrize("kind", [Kind.FOLLOW_UP, Kind.REPLY])
def test_a_follow_up_or_reply_completes_what_is_due_by_its_day_and_three_days_on(
    kind: Kind, on: date, still_open: tuple[date, ...]
) -> None:
    assert open_steps(a_contact(on, kind=kind)) == still_open


def test_what_lies_four_days_ahead_stays() -> None:
    assert open_steps(a_contact(date(2026, 2, 28))) == (FIRST, SECOND)
    assert open_steps(a_contact(date(2026, 3, 1))) == (SECOND,)


@pytest.mark.parametrize("kind", [Kind.ANSWER, Kind.MEETING, Kind.CHANGE_REQUEST])
def test_other_contacts_complete_nothing(kind: Kind) -> None:
    assert open_steps(a_contact(FIRST, kind=kind)) == (FIRST, SECOND)


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("outcome", [None, *CallOutcome])
def test_a_follow_up_completes_on_any_channel_with_any_outcome(
    channel: Channel, outcome: CallOutcome | None
) -> None:
    assert open_steps(a_contact(FIRST, channel=channel, outcome=outcome)) == (SECOND,)


def test_a_follow_up_about_another_quote_completes_nothing_here() -> None:
    quote, other = a_quote(id=10), a_quote(id=11)
    contact = a_contact(FIRST, quote_id=other.id)
    assert standing_on(TODAY, quote, [contact]).steps == (FIRST, SECOND)


@pytest.mark.parametrize("kind", [Kind.FOLLOW_UP, Kind.REPLY])
@pytest.mark.parametrize("dated", [Kind.ANSWER, Kind.MEETING, Kind.CHANGE_REQUEST])
@pytest.mark.parametrize(
    ("first_dated", "still_open"),
    [(date(2026, 3, 3), 2), (date(2026, 3, 5), 1), (date(2026, 3, 16), 1), (SECOND, 0)],
)
def test_a_contact_of_unknown_day_completes_what_is_due_by_the_first_dated_one(
    kind: Kind, dated: Kind, first_dated: date, still_open: int
) -> None:
    unknown, later = a_contact(None, kind=kind), a_contact(first_dated, kind=dated)
    assert len(open_steps(unknown, later)) == still_open


def test_a_contact_of_unknown_day_alone_completes_nothing() -> None:
    standing = standing_on(TODAY, a_quote(), [a_contact(None)])
    assert standing.steps == (FIRST, SECOND)
    assert standing.tally.count == 1


def test_what_is_dated_after_today_dates_no_unknown_contact() -> None:
    some = (a_contact(None), a_contact(date(2026, 3, 10), kind=Kind.MEETING))
    assert open_steps(*some, today=date(2026, 3, 9)) == (FIRST, SECOND)


def test_an_expired_quote_has_only_the_steps_after_its_last_valid_day() -> None:
    after = (date(2026, 4, 23), date(2026, 5, 26), date(2026, 6, 23))
    assert open_steps(cadence="patient", today=TODAY) == (FIRST, SECOND, *after)
    assert open_steps(cadence="patient", today=TODAY + timedelta(1)) == after
    assert open_steps(cadence="standard", today=TODAY + timedelta(1)) == ()


def test_steps_after_the_deadline_are_completed_like_others() -> None:
    month_later = a_contact(date(2026, 4, 27))
    today = date(2026, 4, 28)
    assert open_steps(month_later, cadence="patient", today=today) == (
        date(2026, 5, 26),
        date(2026, 6, 23),
    )


@given(st.lists(contacts, max_size=6), st.sampled_from(["standard", "once", "patient"]))
def test_one_more_follow_up_never_opens_a_step(some: list[FollowUp], cadence: str) -> None:
    own = [a_contact(contact.on, kind=contact.kind) for contact in some]
    before = open_steps(*own, cadence=cadence)
    after = open_steps(*own, a_contact(TODAY), cadence=cadence)
    assert set(after) <= set(before)


@given(st.lists(contacts, max_size=6))
def test_nobody_is_chased_twice_in_three_days(some: list[FollowUp]) -> None:
    own = [a_contact(contact.on, kind=contact.kind) for contact in some]
    standing = standing_on(TODAY, a_quote(cadence="patient"), own)
    chased = [contact.on for contact in standing.contacts if contact.kind is Kind.FOLLOW_UP]
    for day in filter(None, chased):
        assert all(step > day + timedelta(3) for step in standing.steps)


def test_a_reply_then_a_follow_up_leave_what_comes_later() -> None:
    assert open_steps(a_reply(date(2026, 3, 3)), a_contact(date(2026, 3, 10))) == (SECOND,)

"""The days on which a cadence wants a follow-up (DESIGN: dates and the limit; PRACTICES A4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.cadence import BUILT_IN_CADENCES, Anchor, Cadence, StepRule
from store.records.day import LAST_DAY
from store.records.settings import Settings
from store.rules.rulebook import Rulebook
from store.rules.steps import planned_steps
from tests.store.strategies import some_days

FRANCE = Rulebook.of(Settings()).working_days
CADENCES = {cadence.name: cadence for cadence in BUILT_IN_CADENCES}

step_rules = st.builds(
    StepRule, st.sampled_from(Anchor), days=st.integers(0, 60), months=st.integers(0, 6)
)
cadences = st.sampled_from(BUILT_IN_CADENCES) | st.builds(
    Cadence, name=st.just("own"), steps=st.lists(step_rules, max_size=4).map(tuple)
)
validities = st.integers(0, 60)


def steps(cadence: str, sent_on: date, valid_until: date) -> list[str]:
    planned = planned_steps(CADENCES[cadence], sent_on, valid_until, FRANCE)
    return [day.isoformat() for day in planned]


def one_step(rule: StepRule, sent_on: date, valid_until: date) -> tuple[date, ...]:
    return planned_steps(Cadence(name="one", steps=(rule,)), sent_on, valid_until, FRANCE)


@pytest.mark.parametrize(
    ("cadence", "sent_on", "valid_until", "expected"),
    [
        ("standard", date(2026, 3, 2), date(2026, 3, 23), ["2026-03-04", "2026-03-20"]),
        ("standard", date(2026, 5, 7), date(2026, 5, 28), ["2026-05-11", "2026-05-22"]),
        ("once", date(2026, 3, 2), date(2026, 3, 23), ["2026-03-04"]),
        (
            "patient",
            date(2026, 3, 2),
            date(2026, 3, 23),
            ["2026-03-04", "2026-03-20", "2026-04-23", "2026-05-26", "2026-06-23"],
        ),
        (
            "patient",
            date(2026, 1, 12),
            date(2026, 1, 31),
            ["2026-01-14", "2026-01-28", "2026-03-02", "2026-03-31", "2026-04-30"],
        ),
        ("once", date(2024, 2, 27), date(2024, 3, 19), ["2024-02-29"]),
        ("standard", date(2025, 12, 30), date(2026, 1, 4), ["2025-12-31", "2026-01-02"]),
        ("standard", date(1970, 1, 1), date(1970, 1, 22), ["1970-01-05", "1970-01-19"]),
    ],
)
def test_steps_are_counted_from_sending_and_deadline_and_roll_to_working_days(
    cadence: str, sent_on: date, valid_until: date, expected: list[str]
) -> None:
    assert steps(cadence, sent_on, valid_until) == expected


def test_steps_on_one_day_merge() -> None:
    assert steps("standard", date(2026, 3, 2), date(2026, 3, 7)) == ["2026-03-04"]


@pytest.mark.parametrize(
    ("sent_on", "valid_until", "expected"),
    [
        (date(2026, 3, 2), date(2026, 3, 5), ["2026-03-04"]),
        (date(2026, 3, 2), date(2026, 3, 4), ["2026-03-04"]),
        (date(2026, 3, 2), date(2026, 3, 3), []),
        (date(2026, 3, 2), date(2026, 3, 2), []),
        (date(2026, 3, 6), date(2026, 3, 10), ["2026-03-09"]),
        (date(2026, 3, 5), date(2026, 3, 7), []),
    ],
    ids=[
        "three days before the deadline is the day of sending",
        "the deadline is the sending step's day",
        "the sending step comes after the deadline",
        "valid on the day of sending only",
        "rolled back onto the day of sending",
        "rolled forward over the deadline",
    ],
)
def test_steps_drop_out_on_the_day_of_sending_and_sending_steps_after_the_last_valid_day(
    sent_on: date, valid_until: date, expected: list[str]
) -> None:
    assert steps("standard", sent_on, valid_until) == expected


def test_a_cadence_of_ones_own_counts_days_and_months() -> None:
    own = Cadence(
        name="own",
        steps=(
            StepRule(Anchor.AFTER_SENDING, days=7),
            StepRule(Anchor.BEFORE_DEADLINE, months=1, days=1),
            StepRule(Anchor.AFTER_DEADLINE, months=1, days=2),
        ),
    )
    planned = planned_steps(own, date(2026, 3, 2), date(2026, 6, 16), FRANCE)
    assert planned == (date(2026, 3, 9), date(2026, 5, 15), date(2026, 7, 20))


@given(cadences, some_days, validities)
def test_no_step_falls_on_a_day_off_or_before_the_day_after_sending(
    cadence: Cadence, sent_on: date, days: int
) -> None:
    planned = planned_steps(cadence, sent_on, sent_on + timedelta(days), FRANCE)
    assert all(FRANCE.is_working(day) for day in planned)
    assert all(day > sent_on for day in planned)
    assert list(planned) == sorted(set(planned))


@given(step_rules, some_days, validities)
def test_a_step_stays_on_its_side_of_the_deadline(rule: StepRule, sent_on: date, days: int) -> None:
    valid_until = sent_on + timedelta(days)
    for day in one_step(rule, sent_on, valid_until):
        if rule.anchor is Anchor.AFTER_DEADLINE:
            assert day >= valid_until
        else:
            assert sent_on < day <= valid_until


@given(step_rules, some_days, validities)
def test_a_step_rolls_no_further_than_to_the_nearest_working_day(
    rule: StepRule, sent_on: date, days: int
) -> None:
    back = rule.anchor is Anchor.BEFORE_DEADLINE
    only_days = StepRule(rule.anchor, days=rule.days)
    valid_until = sent_on + timedelta(days)
    anchor = sent_on if rule.anchor is Anchor.AFTER_SENDING else valid_until
    wanted = anchor + timedelta(-rule.days if back else rule.days)
    for day in one_step(only_days, sent_on, valid_until):
        assert day <= wanted if back else day >= wanted
        first, last = sorted((day, wanted))
        passed = [first + timedelta(n) for n in range((last - first).days + 1)]
        assert [each for each in passed if FRANCE.is_working(each)] == [day]


@given(cadences, some_days, validities)
def test_a_cadence_has_the_steps_of_its_rules_and_no_others(
    cadence: Cadence, sent_on: date, days: int
) -> None:
    valid_until = sent_on + timedelta(days)
    alone = {day for rule in cadence.steps for day in one_step(rule, sent_on, valid_until)}
    assert planned_steps(cadence, sent_on, valid_until, FRANCE) == tuple(sorted(alone))


@pytest.mark.parametrize("cadence", BUILT_IN_CADENCES, ids=lambda cadence: cadence.name)
def test_the_longest_validity_on_the_last_day_overflows_nothing(cadence: Cadence) -> None:
    planned = planned_steps(cadence, LAST_DAY, LAST_DAY + timedelta(3650), FRANCE)
    assert len(planned) == len(cadence.steps)

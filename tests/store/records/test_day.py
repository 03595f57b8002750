"""How days and times are read: ISO first, then day first, then words (DESIGN; FAULTS 22)."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import InvalidValue
from store.records.day import FIRST_DAY, LAST_DAY, Moment, checked_day
from store.records.day_reading import read_day, read_moment, read_time
from tests.store.strategies import some_days

TODAY = date(2026, 3, 20)
"""A Friday."""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03-02", date(2026, 3, 2)),
        ("2025-05-08", date(2025, 5, 8)),
        ("02/03/2026", date(2026, 3, 2)),
        ("2/3/2026", date(2026, 3, 2)),
        ("02.03.2026", date(2026, 3, 2)),
        ("02-03-2026", date(2026, 3, 2)),
        ("29/02/2024", date(2024, 2, 29)),
        ("1970-01-01", FIRST_DAY),
        ("31/12/2199", LAST_DAY),
    ],
)
def test_days_are_read_as_iso_first_then_day_first(typed: str, day: date) -> None:
    assert read_day("on", typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", date(2026, 3, 20)),
        ("Aujourd'hui", date(2026, 3, 20)),
        ("aujourd’hui", date(2026, 3, 20)),
        ("tomorrow", date(2026, 3, 21)),
        ("demain", date(2026, 3, 21)),
        ("après-demain", date(2026, 3, 22)),
        ("yesterday", date(2026, 3, 19)),
        ("hier", date(2026, 3, 19)),
        ("+3d", date(2026, 3, 23)),
        ("+3j", date(2026, 3, 23)),
        ("+2w", date(2026, 4, 3)),
        ("+2s", date(2026, 4, 3)),
        ("-1d", date(2026, 3, 19)),
        ("+1m", date(2026, 4, 20)),
        ("monday", date(2026, 3, 23)),
        ("Lundi", date(2026, 3, 23)),
        ("thu", date(2026, 3, 26)),
        ("jeu", date(2026, 3, 26)),
        ("5 mai", date(2026, 5, 5)),
        ("1er mai", date(2026, 5, 1)),
        ("5 May", date(2026, 5, 5)),
        ("May 5 2027", date(2027, 5, 5)),
        ("3 août", date(2026, 8, 3)),
        ("3 AOUT 2026", date(2026, 8, 3)),
        ("14 févr. 2026", date(2026, 2, 14)),
        ("25 déc", date(2026, 12, 25)),
        ("fri 20 mar 2026", date(2026, 3, 20)),
        ("vendredi 20 mars 2026", date(2026, 3, 20)),
    ],
)
def test_days_are_read_from_words_in_both_languages(typed: str, day: date) -> None:
    assert read_day("on", typed, TODAY) == day


@pytest.mark.parametrize("typed", ["friday", "vendredi", "fri", "ven"])
def test_a_weekday_is_the_next_one_and_never_today(typed: str) -> None:
    assert read_day("until", typed, TODAY) == date(2026, 3, 27)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "5",
        "15",
        "2026",
        "20260302",
        "5 5",
        "05/03",
        "5/3/26",
        "2026/03/04",
        "soon",
        "fridays",
        "3d",
        "mar 5",
        "5 mayhem",
        "2026-03-04 and",
        "2026-03-04\0",
        "٠٢/٠٣/٢٠٢٦ x",
    ],
)
def test_what_is_not_understood_is_an_error_that_quotes_the_text(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_day("sent_on", typed, TODAY)
    assert (refused.value.code, refused.value.field, refused.value.value) == (
        "not_a_day",
        "sent_on",
        typed,
    )


@pytest.mark.parametrize(
    "typed",
    [
        "31/02/2026",
        "29/02/2026",
        "2026-02-30",
        "0000-01-01",
        "2026-13-01",
        "00/03/2026",
        "31 juin",
        "thursday 20 march 2026",
    ],
)
def test_a_day_that_no_calendar_has_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_day("on", typed, TODAY)
    assert refused.value.code == "no_such_day"


@pytest.mark.parametrize(
    "typed", ["0001-01-01", "1969-12-31", "2200-01-01", "31/12/9999", "5 mai 9999", "+9999m"]
)
def test_a_day_outside_the_bounds_is_refused_with_the_bounds(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_day("on", typed, TODAY)
    assert refused.value.code == "day_out_of_bounds"
    assert (refused.value.facts["first"], refused.value.facts["last"]) == (FIRST_DAY, LAST_DAY)


@given(some_days)
def test_every_day_is_read_back_from_how_it_is_written(day: date) -> None:
    assert read_day("on", day.isoformat(), TODAY) == day
    assert read_day("on", f"{day:%d/%m/%Y}", TODAY) == day


@given(st.text(), some_days)
def test_no_text_makes_the_reader_fail_in_another_way(typed: str, today: date) -> None:
    try:
        day = read_moment("on", typed, today).day
    except InvalidValue:
        return
    checked_day(day)


@given(
    st.from_regex(r"\A[+-] ?[0-9]{1,4} ?[djwsm]\Z"),
    st.sampled_from([FIRST_DAY, LAST_DAY, date.min, date.max]),
)
def test_no_shift_overflows_at_the_ends_of_time(typed: str, today: date) -> None:
    with suppress(InvalidValue):
        checked_day(read_day("on", typed, today))


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2026-03-04 10:00", Moment(date(2026, 3, 4), time(10, 0))),
        ("2026-03-04T10:00", Moment(date(2026, 3, 4), time(10, 0))),
        ("2026-03-04 10:00:59", Moment(date(2026, 3, 4), time(10, 0))),
        ("04/03/2026 9h05", Moment(date(2026, 3, 4), time(9, 5))),
        ("hier 18h30", Moment(date(2026, 3, 19), time(18, 30))),
        ("10:00", Moment(TODAY, time(10, 0))),
        ("2026-03-04", Moment(date(2026, 3, 4))),
        ("vendredi 20 mars 2026 23:59", Moment(TODAY, time(23, 59))),
    ],
)
def test_a_time_may_follow_a_day(typed: str, moment: Moment) -> None:
    assert read_moment("on", typed, TODAY) == moment


@pytest.mark.parametrize("typed", ["2026-03-04 25:00", "today 10:60", "today 99h99"])
def test_a_time_that_no_clock_shows_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_moment("on", typed, TODAY)
    assert refused.value.code == "not_a_time"


@pytest.mark.parametrize("typed", ["", "10", "10h", "24:00", "10:5", "10:00:99", "-1:00", "١٠:٠٠"])
def test_a_time_is_read_exactly_or_not_at_all(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_time("time", typed)
    assert refused.value.code == "not_a_time"


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date(2200, 1, 1), date.max])
def test_a_record_takes_no_day_outside_the_bounds(day: date) -> None:
    with pytest.raises(ValueError, match="outside"):
        checked_day(day)

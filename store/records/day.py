"""The days that records may hold, and moments; `day_reading` reads them from text."""

from datetime import date, time
from typing import NamedTuple

FIRST_DAY = date(1970, 1, 1)
LAST_DAY = date(2199, 12, 31)


class Moment(NamedTuple):
    """A day, and the time of that day where it is known."""

    day: date
    at: time | None = None


def checked_day(day: date | None) -> None:
    """Raises `ValueError` for a day outside the bounds."""
    if day is not None and not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"day outside {FIRST_DAY} to {LAST_DAY}: {day}")


def checked_days(*days: date | None) -> None:
    """Raises `ValueError` where one of the days is outside the bounds."""
    for day in days:
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            checked_day(day)

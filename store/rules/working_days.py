"""Working days: what a step rolls to when it falls on a weekend or a public holiday."""

from datetime import date, timedelta

from store.rules.public_holidays import PublicHolidays

_DAY = timedelta(days=1)


class WorkingDays:
    """The working days of a place; `weekend` holds weekdays, 0 for Monday, at most six."""

    def __init__(self, holidays: PublicHolidays, weekend: tuple[int, ...] = (5, 6)) -> None:
        self._holidays = holidays
        self._weekend = frozenset(weekend)

    def is_working(self, day: date) -> bool:
        """Whether people work on that day."""
        return day.weekday() not in self._weekend and day not in self._holidays.of_year(day.year)

    def roll_forward(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        while not self.is_working(day):
            day += _DAY
        return day

    def roll_back(self, day: date) -> date:
        """The day itself, or the last working day before it."""
        while not self.is_working(day):
            day -= _DAY
        return day

    def between(self, start: date, end: date) -> int:
        """The working days after `start` up to and with `end`; 0 where `end` is not later."""
        days = (start + _DAY * number for number in range(1, (end - start).days + 1))
        return sum(self.is_working(day) for day in days)

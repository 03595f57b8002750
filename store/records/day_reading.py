"""Reading days and times from what people type.

ISO 8601 first, then day first (`02/03/2026` is 2 March), then words in English and French.
What is not understood is an error that quotes the text: never a guess.
"""

import re
from datetime import date, time, timedelta

from store.errors import InvalidValue
from store.records.day import FIRST_DAY, LAST_DAY, Moment
from store.records.text import fold

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_SHIFT = re.compile(r"([+-])\s?(\d{1,4})\s?([djwsm])", re.ASCII)
_CLOCK = re.compile(r"(?P<day>.*?)(?:^|[\sT])(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::[0-5]\d)?")
_NAMED = re.compile(
    r"(?:(?P<weekday>[a-z]+)\.?,? )??"
    r"(?:(?P<day>\d{1,2})(?:er|st|nd|rd|th)? (?P<month>[a-z]+)|(?P<first>[a-z]+) (?P<then>\d{1,2}))"
    r"\.?,?(?: (?P<year>\d{4}))?",
    re.ASCII,
)
_NEAR = {
    "today": 0,
    "aujourd'hui": 0,
    "tomorrow": 1,
    "demain": 1,
    "apres-demain": 2,
    "yesterday": -1,
    "hier": -1,
    "avant-hier": -2,
}
_WEEKDAYS = (
    ("monday", "mon", "lundi", "lun"),
    ("tuesday", "tue", "mardi", "mar"),
    ("wednesday", "wed", "mercredi", "mer"),
    ("thursday", "thu", "jeudi", "jeu"),
    ("friday", "fri", "vendredi", "ven"),
    ("saturday", "sat", "samedi", "sam"),
    ("sunday", "sun", "dimanche", "dim"),
)


def read_day(field: str, text: str, today: date) -> date:
    """The day that `text` names, from 1970-01-01 to 2199-12-31; raises `InvalidValue`."""
    words = " ".join(fold(text).split())
    try:
        day = _written(words) or _near(words, today) or _named(words, today)
    except (ValueError, OverflowError):
        raise InvalidValue(field, text, "no_such_day") from None
    if day is None:
        raise InvalidValue(field, text, "not_a_day")
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidValue(field, text, "day_out_of_bounds", first=FIRST_DAY, last=LAST_DAY)
    return day


def read_moment(field: str, text: str, today: date) -> Moment:
    """As `read_day`, and a time may follow: `2026-03-04 10:00`, `hier 18h30`."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return Moment(read_day(field, text, today))
    clock = read_time(field, f"{match['hour']}:{match['minute']}")
    return Moment(read_day(field, match["day"], today) if match["day"] else today, clock)


def read_time(field: str, text: str) -> time:
    """A time of day, `9:05` or `9h05`; raises `InvalidValue`."""
    match = re.fullmatch(r"(\d{1,2})[:h](\d{2})(?::[0-5]\d)?", text.strip(), re.ASCII)
    try:
        if match:
            return time(int(match[1]), int(match[2]))
    except ValueError:
        pass
    raise InvalidValue(field, text, "not_a_time")


def _written(words: str) -> date | None:
    if match := _ISO.fullmatch(words):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(words):
        return date(int(match[3]), int(match[2]), int(match[1]))
    return None


def _near(words: str, today: date) -> date | None:
    """Today, tomorrow, `+3d`, `+2w`, or a weekday: the next one, never today itself."""
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if match := _SHIFT.fullmatch(words):
        return _shifted(today, int(match[1] + match[2]), match[3])
    weekday = _weekday(words)
    if weekday is None:
        return None
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _weekday(word: str) -> int | None:
    """0 for Monday to 6 for Sunday."""
    return next((number for number, names in enumerate(_WEEKDAYS) if word in names), None)


def _shifted(today: date, amount: int, unit: str) -> date:
    if unit == "m":
        from dateutil.relativedelta import relativedelta

        return today + relativedelta(months=amount)
    return today + timedelta(days=amount * (7 if unit in "ws" else 1))


def _named(words: str, today: date) -> date | None:
    """`5 mai`, `May 5`, `Fri 20 Mar 2026`; without a year, the year of today.

    Raises `ValueError` where the day is not on the weekday that stands before it.
    """
    from store.records.month_names import month_number  # dateutil's parser is slow to import

    match = _NAMED.fullmatch(words)
    month = match and month_number(match["month"] or match["first"])
    if match is None or month is None:
        return None
    if match["first"] == "mar" and not match["year"]:
        return None  # March in English, a Tuesday in French
    year = int(match["year"] or today.year)
    day = date(year, month, int(match["day"] or match["then"]))
    if match["weekday"] and _weekday(match["weekday"]) != day.weekday():
        raise ValueError(match["weekday"])
    return day

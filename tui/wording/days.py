"""Days and distances between days, as people say them: `Fri 20 Mar 2026`, `in 17 days`."""

from datetime import date, time

from tui.language import N_, _, ngettext

_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def long_day(day: date) -> str:
    """`Fri 20 Mar 2026`."""
    return f"{_(_WEEKDAYS[day.weekday()])} {_day_and_month(day)} {day.year}"


def short_day(day: date, today: date) -> str:
    """`20 Mar`, with the year where it is not today's."""
    text = _day_and_month(day)
    return text if day.year == today.year else f"{text} {day.year}"


def _day_and_month(day: date) -> str:
    """`20 Mar`; the first is an ordinal in some languages, French among them: `1er mars`."""
    month = _(_MONTHS[day.month - 1])
    return _("1 {month}").format(month=month) if day.day == 1 else f"{day.day} {month}"


def distance(day: date, today: date) -> str:
    """`today`, `tomorrow`, `in 17 days`, `3 days ago`."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days == -1:
        return _("yesterday")
    if days > 0:
        return ngettext("in {days} day", "in {days} days", days).format(days=days)
    return ngettext("{days} day ago", "{days} days ago", -days).format(days=-days)


def understood_day(day: date, today: date, at: time | None = None) -> str:
    """What was understood of a typed day: `Fri 20 Mar 2026, in 17 days`."""
    clock = f" {at:%H:%M}" if at else ""
    return f"{long_day(day)}{clock}, {distance(day, today)}"


def time_left(days: int) -> str:
    """The days to a deadline in a narrow column: `in 3 d`, `last day`, `expired`."""
    if days < 0:
        return _("expired")
    return _("last day") if days == 0 else _("in {days} d").format(days=days)


def time_past(days: int) -> str:
    """The days since a day, in a narrow column: `3 d ago`."""
    return _("{days} d ago").format(days=max(days, 0))

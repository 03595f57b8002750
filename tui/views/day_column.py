"""Columns of days, which may be of any year."""

from datetime import date

from rich.cells import cell_len

from tui.widgets.columns import Column
from tui.wording.days import short_day


def day_column(key: str, label: str, drop: int = 0) -> Column:
    """A column as wide as the widest day with its year: 11 cells, 14 in French."""
    days = (date(2025, month, day) for month in range(1, 13) for day in (1, 28))
    return Column(key, label, max(cell_len(short_day(day, date.min)) for day in days), drop=drop)

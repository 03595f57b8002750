"""The figures as a table: a row for each thing, a column for each size."""

from collections.abc import Mapping, Sequence

from bench.figure import MEGABYTES, MILLISECONDS, RATIO, Figure, Figures
from bench.rows import ROWS, Row, Target

MET, MISSED = "ok", "MISSED"


def table(sizes: Mapping[int, Figures]) -> list[list[str]]:
    """The cells, the heading first; rows that no size has are left out."""
    heading = ["", *(f"{size:,}" for size in sizes)]
    rows = [row for row in ROWS if any(row.key in figures for figures in sizes.values())]
    return [heading, *([_title(row, sizes), *_cells(row, sizes)] for row in rows)]


def as_text(cells: Sequence[Sequence[str]]) -> str:
    """The cells in columns."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]).rstrip()
        for line in cells
    )


def as_markdown(cells: Sequence[Sequence[str]]) -> str:
    """The cells as a Markdown table."""
    heading, *rows = cells
    rule = ["---", *("---:" for _ in heading[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in (heading, rule, *rows))


def is_met(figure: Figure, target: Target) -> bool:
    """Whether the median and the 95th percentile are within the bounds."""
    return figure.median <= target.median and (target.p95 is None or figure.p95 <= target.p95)


def missed(sizes: Mapping[int, Figures]) -> list[str]:
    """What is not as it is to be, a sentence each."""
    return [
        f"{row.title}, {size:,} quotes: {_value(figures[row.key])}, to be {_bound(row, size)}"
        for row in ROWS
        for size, figures in sizes.items()
        if row.key in figures
        and figures[row.key]
        and size in row.targets
        and not is_met(figures[row.key], row.targets[size])
    ]


def _title(row: Row, sizes: Mapping[int, Figures]) -> str:
    unit = next(figures[row.key].unit for figures in sizes.values() if row.key in figures)
    return row.title if unit == RATIO else f"{row.title}, {unit}"


def _cells(row: Row, sizes: Mapping[int, Figures]) -> list[str]:
    return [
        _cell(figures[row.key], row, size) if row.key in figures else ""
        for size, figures in sizes.items()
    ]


def _cell(figure: Figure, row: Row, size: int) -> str:
    if not figure:
        return f"not run: {figure.note}" if figure.note else "not run"
    if size not in row.targets:
        return _value(figure)
    verdict = MET if is_met(figure, row.targets[size]) else MISSED
    return f"{_value(figure)} ≤ {_bound(row, size)} {verdict}"


def _bound(row: Row, size: int) -> str:
    target = row.targets[size]
    return f"{target.median:g}" if target.p95 is None else f"{target.median:g} ({target.p95:g})"


def _value(figure: Figure) -> str:
    """The median, and the 95th percentile where there are enough values for one."""
    if figure.unit == RATIO or len(figure.values) < _ENOUGH:
        return _number(figure.median, figure.unit)
    return f"{_number(figure.median, figure.unit)} ({_number(figure.p95, figure.unit)})"


_ENOUGH = 10


def _number(value: float, unit: str) -> str:
    if unit == RATIO:
        return f"{value:.2f}"
    if unit == MEGABYTES or value >= _WHOLE:
        return f"{value:,.0f}"
    assert unit == MILLISECONDS
    return f"{value:.1f}"


_WHOLE = 100

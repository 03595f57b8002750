"""Bars, ranges and sparklines: exact widths, and nothing but ASCII where that is asked for."""

import pytest

from tui.charts import Bar, Chart, Span, Spark
from tui.signs import ASCII, GEOMETRIC, Signs


@pytest.mark.parametrize(
    ("chart", "drawn"),
    [
        (Bar(0), "......"),
        (Bar(0.001), "#....."),
        (Bar(0.5), "###..."),
        (Bar(1), "######"),
        (Span(0, 0, 0, 0), "#-----"),
        (Span(2, 3, 4, 5), "--=#=-"),
        (Span(5, 5, 5, 5), "-----#"),
        (Spark((0, 1, 7), 7), "_.#   "),
        (Spark((), 0), "      "),
        (Spark(range(10), 9), "==+*##"),
    ],
)
def test_numbers_are_drawn_in_exactly_their_width(chart: Chart, drawn: str) -> None:
    assert chart.drawn(6, ASCII) == drawn


@pytest.mark.parametrize("signs", [ASCII, GEOMETRIC])
def test_anything_above_nothing_is_seen(signs: Signs) -> None:
    drawn = Spark((0, 1), 1000).drawn(2, signs)
    assert drawn[0] != drawn[1]

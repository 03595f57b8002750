"""Medians, percentiles and ratios."""

import pytest

from bench.figure import milliseconds, not_run, percentile, ratio


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([5.0], 5.0),
        ([1.0, 2.0], 2.0),
        ([float(n) for n in range(1, 21)], 19.0),
        ([float(n) for n in range(1, 41)], 38.0),
        ([3.0, 1.0, 2.0], 3.0),
    ],
)
def test_the_95th_percentile_is_a_value_that_was_measured(
    values: list[float], expected: float
) -> None:
    assert percentile(values, 95) == expected


def test_what_was_not_run_is_no_measured_figure() -> None:
    assert not not_run("ms", "no task")
    assert milliseconds([0.25])


def test_a_ratio_is_taken_pair_by_pair() -> None:
    noisy = ratio([2.0, 20.0, 2.0], [1.0, 10.0, 1.0])
    assert noisy.values == (2.0, 2.0, 2.0)


def test_a_ratio_ignores_what_has_no_pair() -> None:
    assert ratio([4.0, 6.0], [2.0]).values == (2.0,)


def test_seconds_become_milliseconds() -> None:
    assert milliseconds([0.25]).median == 250

"""One measured thing: its values, and what is said of them."""

import math
from collections.abc import Sequence
from statistics import median

import msgspec

MILLISECONDS = "ms"
MEGABYTES = "MB"
RATIO = "×"


class Figure(msgspec.Struct, frozen=True):
    """Values in a unit; a ratio's were made pair by pair. `note` says why there are none."""

    unit: str
    values: tuple[float, ...] = ()
    note: str = ""

    @property
    def median(self) -> float:
        """The median; not a number where there are no values."""
        return median(self.values) if self.values else math.nan

    @property
    def p95(self) -> float:
        """The 95th percentile."""
        return percentile(self.values, 95)


Figures = dict[str, Figure]
"""The figures of one size, by their keys in `bench.rows`, in the order of measuring."""


def percentile(values: Sequence[float], hundredth: int) -> float:
    """The least value that so many hundredths of the values do not exceed."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * hundredth / 100) - 1)]


def milliseconds(seconds: Sequence[float]) -> Figure:
    """The figure of times in seconds."""
    return Figure(MILLISECONDS, tuple(each * 1000 for each in seconds))


def megabytes(sizes: Sequence[int]) -> Figure:
    """The figure of sizes in bytes."""
    return Figure(MEGABYTES, tuple(each / 1e6 for each in sizes))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Figure:
    """The ratios pair by pair; the longer one's rest has no pair."""
    return Figure(RATIO, tuple(our / their for our, their in zip(ours, theirs, strict=False)))


def not_run(unit: str, why: str) -> Figure:
    """The figure of what was not measured."""
    return Figure(unit, note=why)

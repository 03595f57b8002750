"""One measured thing: its values, and what is said of them."""

import math
import statistics
from collections.abc import Sequence

import msgspec

MILLISECONDS = "ms"
MEGABYTES = "MB"
RATIO = "×"


class Figure(msgspec.Struct, frozen=True):
    """Values in a unit, with their median and their 95th percentile; a ratio's are of pairs.

    `note` says why there are no values.
    """

    unit: str
    median: float = 0.0
    p95: float = 0.0
    values: tuple[float, ...] = ()
    note: str = ""

    def __bool__(self) -> bool:
        """Whether it was measured."""
        return bool(self.values)


def figure(unit: str, values: Sequence[float]) -> Figure:
    """The figure of at least one value."""
    return Figure(unit, statistics.median(values), percentile(values, 95), tuple(values))


Figures = dict[str, Figure]
"""The figures of one size, by their keys in `bench.rows`, in the order of measuring."""


def percentile(values: Sequence[float], hundredth: int) -> float:
    """The least of the values that so many hundredths of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * hundredth / 100) - 1)]


def milliseconds(seconds: Sequence[float]) -> Figure:
    """The figure of times in seconds."""
    return figure(MILLISECONDS, [each * 1000 for each in seconds])


def megabytes(sizes: Sequence[int]) -> Figure:
    """The figure of sizes in bytes."""
    return figure(MEGABYTES, [each / 1e6 for each in sizes])


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Figure:
    """The ratios pair by pair; the longer one's rest has no pair."""
    return figure(RATIO, [our / their for our, their in zip(ours, theirs, strict=False)])


def not_run(unit: str, why: str) -> Figure:
    """The figure of what was not measured."""
    return Figure(unit, note=why)

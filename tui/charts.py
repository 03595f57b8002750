"""Numbers drawn with the signs of a terminal, each in so many cells."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tui.signs import Signs


class Chart(Protocol):
    """What can be drawn on a line."""

    def drawn(self, width: int, signs: Signs) -> str:
        """The drawing, exactly `width` cells wide."""


class Bar(NamedTuple):
    """A part of a whole, from 0 to 1; anything above nothing shows at least one cell."""

    share: float

    def drawn(self, width: int, signs: Signs) -> str:
        """Filled from the left."""
        inside, outside = signs.bar
        filled = min(width, max(round(self.share * width), self.share > 0))
        return inside * filled + outside * (width - filled)


class Span(NamedTuple):
    """A range with a middle on a line from 0 to `top`."""

    low: float
    middle: float
    high: float
    top: float

    def drawn(self, width: int, signs: Signs) -> str:
        """The line, the range on it and the middle of that."""
        outside, inside, middle = signs.span

        def place(number: float) -> int:
            return round(number / self.top * (width - 1)) if self.top else 0

        first, last = place(self.low), place(self.high)
        line = outside * first + inside * (last - first + 1) + outside * (width - 1 - last)
        at = place(self.middle)
        return line[:at] + middle + line[at + 1 :]


class Spark(NamedTuple):
    """Numbers side by side, the most of which is `top`; one cell each, the latest at the end."""

    numbers: Sequence[int]
    top: int

    def drawn(self, width: int, signs: Signs) -> str:
        """One level a number; those that there is no room for are left out at the start."""
        highest = len(signs.levels) - 1
        kept = self.numbers[-width:]
        levels = (-(-number * highest // self.top) if self.top else 0 for number in kept)
        return "".join(signs.levels[level] for level in levels).ljust(width)

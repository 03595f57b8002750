"""Chance that falls the same way each time."""

import random
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import TypeVar

from store.records.ids import BITS

T = TypeVar("T")


class Chance:
    """Draws from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._ids: set[int] = set()

    def new_id(self) -> int:
        """An id that was not drawn before."""
        while True:
            number = self._random.getrandbits(BITS)
            if number and number not in self._ids:
                self._ids.add(number)
                return number

    def happens(self, share: float) -> bool:
        """Whether what happens in so large a share of cases happens now."""
        return self._random.random() < share

    def one_of(self, choices: Sequence[T]) -> T:
        """One of them, each as likely."""
        return choices[int(self._random.random() * len(choices))]

    def some_of(self, choices: Sequence[T], most: int) -> tuple[T, ...]:
        """None to `most` of them, each once, in their order."""
        drawn = {int(self._random.random() * len(choices)) for _ in range(self.number(0, most))}
        return tuple(choices[index] for index in sorted(drawn))

    def number(self, least: int, most: int) -> int:
        """A number from `least` to `most`, both inclusive."""
        return least + int(self._random.random() * (most - least + 1))

    def moment(self) -> time:
        """A time of the working day."""
        return time(self.number(8, 18), 5 * self.number(0, 11))

    def day_after(self, day: date, longest: int, last: date) -> date:
        """A day within so many days after `day`, at the latest `last`."""
        return min(last, day + timedelta(days=self.number(1, longest)))

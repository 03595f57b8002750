"""What the peers are given: as many entries as there are quotes, 15 % of them still open."""

import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from bench.made.chance import Chance
from bench.made.words import HOUSES, NAMES, OUT_NOTES, WORKS


class Entry(NamedTuple):
    """A task: from the day of sending to the last valid day, with notes of the days after."""

    id: uuid.UUID
    title: str
    project: str
    sent_on: date
    is_open: bool
    notes: tuple[str, ...]

    @property
    def due(self) -> date:
        """Three weeks after sending."""
        return self.sent_on + timedelta(days=21)


def entries(count: int, today: date) -> Iterator[Entry]:
    """So many entries; `today` is the peers' own, whose clock nobody sets."""
    chance = Chance(count)
    for number in range(count):
        is_open = chance.happens(0.15)
        age = chance.number(0, 40) if is_open else chance.number(40, 3650)
        yield Entry(
            uuid.UUID(int=chance.new_id() << 64 | chance.new_id(), version=4),
            f"{chance.one_of(WORKS)} {number}",
            f"{chance.one_of(HOUSES)} {chance.one_of(NAMES)}",
            today - timedelta(days=age),
            is_open,
            tuple(chance.one_of(OUT_NOTES[1:]) for _ in range(chance.number(1, 4))),
        )

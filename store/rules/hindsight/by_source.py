"""What came of the requests by where they came from (PRACTICES I2)."""

from collections.abc import Iterable

import msgspec

from store.records.quote import Quote
from store.records.text import fold
from store.records.words import Status
from store.rules.hindsight.cases import Case
from store.rules.hindsight.win_rate import ENOUGH, WinRate, percent, win_rate


class SourceResult(msgspec.Struct, frozen=True):
    """One source of leads; an empty name where none was noted.

    `asked` is every request, also open and declined ones: what a source brings is known by what
    becomes of all of it. `rate` is the win rate of those that were closed.
    """

    source: str
    asked: int
    won: int
    rate: WinRate

    @property
    def percent(self) -> float | None:
        """Won of what was asked, in percent."""
        return percent(self.won, self.asked)

    @property
    def is_enough(self) -> bool:
        """Whether there are enough requests to say something."""
        return self.asked >= ENOUGH


def by_source(cases: Iterable[Case]) -> tuple[SourceResult, ...]:
    """The sources, without regard to case and accents; those with most requests first.

    A superseded quote is no request of its own: it lives on in the draft that copies it.
    """
    names: dict[str, str] = {}
    of_source: dict[str, list[Quote]] = {}
    for case in cases:
        if case.quote.status is not Status.SUPERSEDED:
            name = case.lead.source.strip()
            key = fold(name)
            names.setdefault(key, name)
            of_source.setdefault(key, []).append(case.quote)
    found = (_result(names[key], quotes) for key, quotes in of_source.items())
    return tuple(sorted(found, key=lambda one: (one.source == "", -one.asked, fold(one.source))))


def _result(source: str, quotes: list[Quote]) -> SourceResult:
    won = sum(quote.status is Status.WON for quote in quotes)
    return SourceResult(source, len(quotes), won, win_rate(quotes))

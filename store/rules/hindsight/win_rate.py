"""The win rate: of the offers that were answered by a yes, a no or silence, how many were won.

What I declined is not in it (PRACTICES H6), nor is an offer that was made to be refused and was
(PRACTICES H2).
"""

from collections.abc import Iterable

import msgspec

from store.records.quote import Quote
from store.records.words import Status
from store.rules.hindsight.cases import Case
from store.rules.offers import was_judged

ENOUGH = 5
"""Closed quotes from which on a rate says something."""


class WinRate(msgspec.Struct, frozen=True):
    """Numbers of quotes by how they ended."""

    won: int = 0
    lost: int = 0
    no_response: int = 0

    @property
    def closed(self) -> int:
        """How many quotes the rate is of."""
        return self.won + self.lost + self.no_response

    @property
    def percent(self) -> float | None:
        """Won of all of them, in percent with one decimal; none where there is none."""
        return percent(self.won, self.closed)

    @property
    def is_enough(self) -> bool:
        """Whether there are enough of them to say something."""
        return self.closed >= ENOUGH


class TargetRates(msgspec.Struct, frozen=True):
    """Clients I want against clients I take (PRACTICES D4)."""

    on: WinRate
    off: WinRate


def win_rate(quotes: Iterable[Quote]) -> WinRate:
    """The win rate over those of the quotes that count."""
    ended = [quote.status for quote in quotes if was_judged(quote)]
    return WinRate(*(ended.count(each) for each in (Status.WON, Status.LOST, Status.NO_RESPONSE)))


def by_target(cases: Iterable[Case]) -> TargetRates:
    """The win rates on and off target; what was noted of neither quote nor lead is in none.

    What is said of the quote goes before what is said of its lead.
    """
    by_fit: dict[bool | None, list[Quote]] = {True: [], False: [], None: []}
    for case in cases:
        fit = case.quote.target_fit
        by_fit[case.lead.target_fit if fit is None else fit].append(case.quote)
    return TargetRates(win_rate(by_fit[True]), win_rate(by_fit[False]))


def percent(part: int, whole: int) -> float | None:
    """The part in percent with one decimal, none of nothing."""
    return round(100 * part / whole, 1) if whole else None

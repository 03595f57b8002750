"""How long answers take, for what was won and for what was lost (PRACTICES I4)."""

from collections.abc import Iterable, Sequence

import msgspec

from store.records.words import Status
from store.rules.answering import answer_days
from store.rules.hindsight.cases import Case


class Spread(msgspec.Struct, frozen=True):
    """How days are spread over `count` quotes: half of them lie between the quartiles."""

    count: int
    first_quartile: float
    median: float
    third_quartile: float


class AnswerTimes(msgspec.Struct, frozen=True):
    """Days from sending to the first reply, else to the yes or no; none where there is none."""

    won: Spread | None
    lost: Spread | None


def answer_times(cases: Iterable[Case]) -> AnswerTimes:
    """The spread of the answers to what was won and to what was lost."""
    days: dict[Status, list[int]] = {Status.WON: [], Status.LOST: []}
    for quote, dossier in cases:
        if quote.status in days:
            taken = answer_days(quote, dossier.contacts_of(quote))
            if taken is not None and taken >= 0:
                days[quote.status].append(taken)
    return AnswerTimes(spread(days[Status.WON]), spread(days[Status.LOST]))


def spread(days: Sequence[int]) -> Spread | None:
    """Median and quartiles, between two days where they fall there; none of no days.

    The lowest and highest day are the 0 % and the 100 % (what spreadsheets call QUARTILE.INC).
    """
    if not days:
        return None
    ordered = sorted(days)
    return Spread(len(ordered), *(_quantile(ordered, part) for part in (0.25, 0.5, 0.75)))


def _quantile(ordered: Sequence[int], part: float) -> float:
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return round(ordered[below] + (ordered[above] - ordered[below]) * (place - below), 2)

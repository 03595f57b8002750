"""What a silence was thought to mean against what it turned out to be (PRACTICES B4)."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from store.records.practice_words import Silence
from store.records.quote import Quote
from store.records.words import Status
from store.rules.hindsight.cases import Case


class SilenceResult(msgspec.Struct, frozen=True):
    """The quotes whose silence was thought to mean this, by how they ended.

    `pending` ones have not ended yet. `reasons` are those given at closing, the most frequent
    first, each with how often it was given.
    """

    thought: Silence
    won: int
    lost: int
    no_response: int
    declined: int
    pending: int
    reasons: tuple[tuple[str, int], ...]


def silences(cases: Iterable[Case]) -> tuple[SilenceResult, ...]:
    """Every meaning that was noted, in the order of the list that it is chosen from."""
    noted: dict[Silence, list[Quote]] = {}
    for case in cases:
        if case.quote.status is not Status.SUPERSEDED:
            for silence in case.quote.silence:
                noted.setdefault(silence, []).append(case.quote)
    return tuple(_result(silence, noted[silence]) for silence in Silence if silence in noted)


def _result(silence: Silence, quotes: list[Quote]) -> SilenceResult:
    ended = Counter(quote.status for quote in quotes)
    reasons = Counter(quote.outcome.reason for quote in quotes if quote.outcome)
    return SilenceResult(
        thought=silence,
        won=ended[Status.WON],
        lost=ended[Status.LOST],
        no_response=ended[Status.NO_RESPONSE],
        declined=ended[Status.DECLINED],
        pending=sum(quote.status.is_open for quote in quotes),
        reasons=tuple((reason, count) for reason, count in reasons.most_common() if reason),
    )

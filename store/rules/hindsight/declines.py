"""Why I declined; a full diary and unrealistic wishes are counted apart (PRACTICES G9)."""

from collections.abc import Iterable

import msgspec

from store.records.practice_words import DeclineReason
from store.records.quote import Quote
from store.records.words import Status
from store.rules.refusal import declined_for


class Declines(msgspec.Struct, frozen=True):
    """Numbers of quotes that I declined, by reason."""

    diary_full: int = 0
    unrealistic: int = 0
    other: int = 0

    @property
    def total(self) -> int:
        """All that I declined."""
        return self.diary_full + self.unrealistic + self.other


def declines(quotes: Iterable[Quote]) -> Declines:
    """The declined ones among the quotes."""
    reasons = [declined_for(quote) for quote in quotes if quote.status is Status.DECLINED]
    apart = (reasons.count(DeclineReason.DIARY_FULL), reasons.count(DeclineReason.UNREALISTIC))
    return Declines(*apart, other=len(reasons) - sum(apart))

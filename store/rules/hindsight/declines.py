"""Why I declined; a full diary and unrealistic wishes are counted apart (PRACTICES G9)."""

from collections.abc import Iterable

import msgspec

from store.records.quote import Quote
from store.records.text import fold
from store.records.words import Status

DIARY_FULL = "diary_full"
UNREALISTIC = "unrealistic"


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
    reasons = [_code(quote) for quote in quotes if quote.status is Status.DECLINED]
    full, unrealistic = reasons.count(DIARY_FULL), reasons.count(UNREALISTIC)
    return Declines(full, unrealistic, len(reasons) - full - unrealistic)


def _code(quote: Quote) -> str:
    """The reason in the form of a code: also `diary full` is one."""
    reason = quote.outcome.reason if quote.outcome else ""
    return fold(reason.strip()).replace("-", "_").replace(" ", "_")

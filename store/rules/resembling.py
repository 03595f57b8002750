"""Quotes that resemble each other: the link is shown on both (PRACTICES G11)."""

from collections.abc import Iterable
from typing import Protocol

from store.records.quote import Quote
from store.records.text import fold


class Linking(Protocol):
    """A quote that may name others."""

    @property
    def id(self) -> int: ...
    @property
    def ref(self) -> str: ...
    @property
    def similar_to(self) -> tuple[str, ...]: ...


def unknown_cases(quote: Quote, quotes: Iterable[Quote]) -> tuple[str, ...]:
    """The refs that the quote names and none of the `quotes` has; deleted ones, or mistyped."""
    known = {fold(other.ref) for other in quotes}
    return tuple(ref for ref in quote.similar_to if fold(ref) not in known)


def resembling(quote: Quote, quotes: Iterable[Linking]) -> tuple[str, ...]:
    """The other refs that the quote names, then those of the `quotes` that name it, each once."""
    own = fold(quote.ref)
    naming = (
        other.ref
        for other in quotes
        if other.similar_to and other.id != quote.id and own in map(fold, other.similar_to)
    )
    refs = {fold(ref): ref for ref in (*quote.similar_to, *naming)}
    return tuple(ref for folded, ref in refs.items() if folded != own)

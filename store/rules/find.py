"""Finding: the parts of a lead, title, ref or notes that people type, without case and accents."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from store.records.lead import Lead
from store.records.quote import Quote
from store.records.text import fold

Glance = TypeVar("Glance")


class Named(Protocol):
    """What a lead is called."""

    @property
    def name(self) -> str: ...


class NameHead(msgspec.Struct, frozen=True, gc=False):
    """The name of a lead; one whose record is missing has none."""

    name: str = ""


def text_of_quote(quote: Quote, lead: Named) -> str:
    """What a quote is found by: its lead's name, its title, ref and notes, folded."""
    return fold(f"{lead.name}\n{quote.title}\n{quote.ref}\n{quote.notes}")


def text_of_lead(lead: Lead) -> str:
    """What a lead is found by: its name, notes, people and tags, folded."""
    people = "\n".join(f"{person.name} {person.email}" for person in lead.contacts)
    return fold(f"{lead.name}\n{lead.notes}\n{people}\n{' '.join(lead.tags)}")


class Finding(Generic[Glance]):
    """Looks for words in the same rows again and again, while they are typed.

    Each row's text is asked for once. Where the words only grew, what lacked the earlier ones is
    not looked at again.
    """

    def __init__(self, rows: Iterable[Glance], text_of: Callable[[Glance], str]) -> None:
        """`text_of` gives the folded text by which a row is found."""
        self._texts = [text_of(row) for row in rows]
        self._words: Sequence[str] = ()
        self._found: Sequence[int] = range(len(self._texts))

    def having(self, wanted: str) -> Sequence[int]:
        """The places of the rows that have every word of `wanted`, in their order."""
        words = fold(wanted).split()
        texts = self._texts
        among = self._found if _narrows(words, self._words) else range(len(texts))
        for word in words:
            among = [place for place in among if word in texts[place]]
        self._words, self._found = words, among
        return among


def _narrows(words: Sequence[str], earlier: Iterable[str]) -> bool:
    """Whether what has these words has the earlier ones too."""
    return all(any(old in new for new in words) for old in earlier)

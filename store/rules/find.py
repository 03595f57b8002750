"""Finding: the parts of a lead, title, ref or notes that people type, without case and accents."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from store.records.lead import Lead
from store.records.quote import Quote
from store.records.text import fold

Row = TypeVar("Row")


def text_of_quote(quote: Quote, lead: Lead) -> str:
    """What a quote is found by: its lead's name, its title, ref and notes, folded."""
    return fold(f"{lead.name}\n{quote.title}\n{quote.ref}\n{quote.notes}")


def text_of_lead(lead: Lead) -> str:
    """What a lead is found by: its name, notes, people and tags, folded."""
    people = "\n".join(f"{person.name} {person.email}" for person in lead.contacts)
    return fold(f"{lead.name}\n{lead.notes}\n{people}\n{' '.join(lead.tags)}")


class Finding(Generic[Row]):
    """Looks for words in the same rows again and again, while they are typed.

    Each row's text is asked for once. Where the words only grew, what lacked the earlier ones is
    not looked at again.
    """

    def __init__(self, rows: Sequence[Row], text_of: Callable[[Row], str]) -> None:
        """`text_of` gives the folded text by which a row is found."""
        self.rows = rows
        self._texts = [text_of(row) for row in rows]
        self._words: Sequence[str] = ()
        self._found: Sequence[int] = range(len(rows))

    def having(self, wanted: str) -> list[Row]:
        """The rows that have every word of `wanted`, in their order."""
        words = fold(wanted).split()
        texts = self._texts
        among = self._found if _narrows(words, self._words) else range(len(texts))
        for word in words:
            among = [place for place in among if word in texts[place]]
        self._words, self._found = words, among
        return [self.rows[place] for place in among]


def _narrows(words: Sequence[str], earlier: Iterable[str]) -> bool:
    """Whether what has these words has the earlier ones too."""
    return all(any(old in new for new in words) for old in earlier)

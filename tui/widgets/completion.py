"""Completes what is typed in an input with a value that is already known."""

import unicodedata
from collections.abc import Iterable

from textual.suggester import Suggester


class Completion(Suggester):
    """Suggests the first known value that begins with what is typed, whatever case and accents."""

    def __init__(self, options: Iterable[str]) -> None:
        # The value must come as it was typed: folding it is ours.
        super().__init__(use_cache=False, case_sensitive=True)
        self._options = [(folded(option), option) for option in options]

    async def get_suggestion(self, value: str) -> str | None:
        """The completed value, nothing if none is known."""
        start = folded(value)
        return next((option for key, option in self._options if key.startswith(start)), None)


def folded(text: str) -> str:
    """Small letters without accents, one for one: an input shows what lies past what is typed."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFD", sign)[0].lower()[0] for sign in text)

"""What the command palette offers, and how it finds it: as a person types, without accents."""

from collections.abc import Sequence

from textual.command import Hit, Hits
from textual.fuzzy import FuzzySearch, Matcher
from textual.system_commands import SystemCommandsProvider

from tui.language import _
from tui.widgets.completion import folded


class AppCommandsProvider(SystemCommandsProvider):
    """The commands of the app; `ete` finds `été`."""

    def matcher(self, user_input: str, case_sensitive: bool = False) -> Matcher:
        """One that looks past accents."""
        matcher = super().matcher(user_input, case_sensitive)
        matcher.fuzzy_search = _AccentlessSearch(case_sensitive)
        return matcher

    async def search(self, query: str) -> Hits:
        """The commands found, else a line that says that there is none."""
        found = False
        async for hit in super().search(query):
            found = True
            yield hit
        if not found:
            yield Hit(1, _("No command found"), _do_nothing)


class _AccentlessSearch(FuzzySearch):
    """Finds letters whatever accents they have."""

    def match(self, query: str, candidate: str) -> tuple[float, Sequence[int]]:
        """The strength, and which letters of the candidate, which folding does not move."""
        return super().match(folded(query), folded(candidate))


def _do_nothing() -> None:
    """There is nothing to do."""

"""What the palette and the list of themes offer; what is typed finds it, accents or not."""

from collections.abc import Sequence

from textual.command import Hit, Hits
from textual.fuzzy import FuzzySearch, Matcher
from textual.system_commands import SystemCommandsProvider
from textual.theme import ThemeProvider

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
        async for hit in _or(_("No command found"), super().search(query)):
            yield hit


class AppThemesProvider(ThemeProvider):
    """The themes, whose names are the same in every language."""

    async def search(self, query: str) -> Hits:
        """The themes found, else a line that says that there is none."""
        async for hit in _or(_("No theme found"), super().search(query)):
            yield hit


class _AccentlessSearch(FuzzySearch):
    """Finds letters whatever accents they have."""

    def match(self, query: str, candidate: str) -> tuple[float, Sequence[int]]:
        """The strength, and which letters of the candidate, which folding does not move."""
        return super().match(folded(query), folded(candidate))


async def _or(none: str, hits: Hits) -> Hits:
    """The hits, or one that does nothing and says that there is none."""
    found = False
    async for hit in hits:
        found = True
        yield hit
    if not found:
        yield Hit(1, none, _do_nothing)


def _do_nothing() -> None:
    """There is nothing to do."""

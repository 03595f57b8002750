"""What a terminal sees that has no room for the tracker."""

from textual.app import ComposeResult
from textual.geometry import Size
from textual.widgets import Static

from tui.language import _
from tui.screens.leavable import DialogScreen

LEAST = Size(60, 20)
"""The smallest terminal that is served, in columns and rows."""


def is_too_small(size: Size) -> bool:
    """Whether there is no room."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmallScreen(DialogScreen[None]):
    """Says how much room is needed; it goes by itself when there is."""

    DEFAULT_CSS = """
    TooSmallScreen {
        align: center middle; background: $background;
        Static { width: auto; height: auto; max-width: 100%; }
    }
    """

    def compose(self) -> ComposeResult:
        """One sentence."""
        words = _("relance needs {columns}x{rows}: make the window larger.")
        yield Static(words.format(columns=LEAST.width, rows=LEAST.height), markup=False)

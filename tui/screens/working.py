"""Says that something takes its time, and for how long it is at work."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ProgressBar, Static

from tui.screens.leavable import DialogScreen

AFTER = 0.5
"""What takes longer than this is shown to be at work, in seconds."""


class WorkingScreen(DialogScreen[None]):
    """A moving bar until whoever shows it takes it away."""

    DEFAULT_CSS = """
    WorkingScreen {
        align: center middle;
        Vertical {
            width: auto; max-width: 90%; height: auto;
            padding: 0 1; border: $frame $border; background: $background;
        }
        Static { width: auto; height: auto; }
        ProgressBar Bar { width: 30; }
    }
    """

    def __init__(self, text: str) -> None:
        """`text` says what is at work, and is safe to show."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text and the bar."""
        with Vertical():
            yield Static(Content(self._text), markup=False)
            yield ProgressBar(show_percentage=False, show_eta=False)

    def action_leave(self) -> None:
        """Take it away."""
        if self.is_attached:
            self.dismiss()

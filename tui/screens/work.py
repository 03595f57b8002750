"""How far some work is, which can be stopped as long as nothing is written."""

from threading import Event
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.errors import TrackerError
from tui.language import _
from tui.screens.leavable import DialogScreen

REDRAWN = 0.05
"""How often the bar is drawn, in seconds."""

_WIDTH = 40


class WorkScreen(DialogScreen[None]):
    """A bar; `watch` is called from the thread that works, Esc and Ctrl+C stop it there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", show=False)]
    DEFAULT_CSS = """
    WorkScreen {
        align: center middle;
        Vertical {
            width: auto; height: auto; padding: 0 1;
            border: $frame $border; background: $background;
        }
        Static { width: auto; height: auto; }
        #work-keys { color: $text-muted; margin-top: 1; }
    }
    """

    def __init__(self, words: str, bar: tuple[str, str]) -> None:
        """`words` say what is done; `bar` are the signs of what is done and what is not."""
        super().__init__()
        self._words = words
        self._bar = bar
        self._done, self._of = 0, 1
        self._stopped = Event()

    def compose(self) -> ComposeResult:
        """Words, bar and key."""
        with Vertical():
            yield Static(Content(self._words), markup=False)
            yield Static(id="work-bar", markup=False)
            yield Static(Content(_("Esc stop, nothing is saved")), id="work-keys", markup=False)

    def on_mount(self) -> None:
        """Draw again and again."""
        self._draw()
        self.set_interval(REDRAWN, self._draw)

    def watch_work(self, done: int, of: int) -> None:
        """Told how many of how many are done; raises `TrackerError` where it was stopped."""
        self._done, self._of = done, max(of, 1)
        if self._stopped.is_set():
            raise TrackerError("import_stopped")

    def action_stop(self) -> None:
        """Stop the work at its next step; what is being written already is written."""
        self._stopped.set()

    def _draw(self) -> None:
        full = self._done * _WIDTH // self._of
        bar = self._bar[0] * full + self._bar[1] * (_WIDTH - full)
        percent = self._done * 100 // self._of
        self.query_one("#work-bar", Static).update(Content(f"{bar} {percent:>3} %"))
        if self._done >= self._of:
            self.query_one("#work-keys", Static).update(Content(_("Almost done…")))

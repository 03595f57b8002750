"""The floor: a Textual app with nothing in it but the word that it is there."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("ready-to-measure")


if __name__ == "__main__":
    EmptyApp().run()

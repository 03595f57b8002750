"""A few words above everything on the main screen, for as long as there is something to say."""

from rich.text import Text
from textual.widgets import Static


class Banner(Static):
    """Shows lines of text; nothing at all where there are none."""

    DEFAULT_CSS = """
    Banner { width: 100%; height: auto; padding: 0 1; background: $warning; color: $background; }
    """

    def __init__(self, text: str) -> None:
        super().__init__(Text(text), markup=False)
        self.text = text

    def show(self, text: str) -> None:
        """Other lines."""
        if text != self.text:
            self.text = text
            self.update(Text(text))
            self.display = bool(text)

"""Shows a message as it would go out, or why there is none."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.language import _
from tui.messages.writing import Letter
from tui.palette import Palette
from tui.safe_text import shown, shown_lines


class MessagePreview(VerticalScroll):
    """Addressee, subject and body; it scrolls once it has the keyboard."""

    DEFAULT_CSS = """
    MessagePreview {
        padding: 0 1; scrollbar-size-vertical: 1;
        Static { height: auto; width: 100%; }
    }
    """

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static(markup=False)

    def show(self, letter: Letter, palette: Palette) -> None:
        """The message from its top."""
        to = shown(letter.addressee) if letter.to else _("no address noted")
        head = Text.assemble((_("To: "), palette.quiet), (to, "" if letter.to else palette.quiet))
        subject = Text(shown(letter.message.subject), palette.strong)
        body = map(Text, shown_lines(letter.message.body))
        self._update(Text("\n").join([head, subject, Text(), *body]))

    def complain(self, reason: str, palette: Palette) -> None:
        """Why there is no message; `reason` is safe to show already."""
        self._update(Text(reason, palette.warning))

    def _update(self, text: Text) -> None:
        self.query_one(Static).update(text)
        self.scroll_home(animate=False)

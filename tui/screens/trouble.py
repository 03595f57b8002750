"""What a person sees of a file that cannot be read: a dialog with the ways out."""

from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.language import N_, _
from tui.screens.leavable import DialogScreen


class Choice(NamedTuple):
    """A way out: its key and what it does."""

    key: str
    text: str

    @property
    def label(self) -> str:
        """What it does, in the person's language."""
        return _(self.text)


MEND = Choice("m", N_("put back what can be read, and from the backup what cannot"))
BACKUP = Choice("b", N_("put the backup back that is offered"))
PUT_BACK = Choice("p", N_("put back what was last read, as the screen showed it"))
AFRESH = Choice("a", N_("start afresh with an empty file"))
LOOK = Choice("l", N_("look again"))
QUIT = Choice("q", N_("quit, and change nothing"))


class TroubleScreen(DialogScreen[Choice]):
    """Says what happened and what is safe, and returns the way out that is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(choice.key, f"choose('{choice.key}')", show=False)
        for choice in (MEND, BACKUP, PUT_BACK, AFRESH, LOOK, QUIT)
    ]

    DEFAULT_CSS = """
    TroubleScreen {
        align: center middle;
        Vertical {
            width: auto; max-width: 90%; height: auto; max-height: 100%;
            padding: 0 1; border: $frame $error; background: $background;
        }
        Static { width: auto; max-width: 100%; height: auto; link-style: none; }
    }
    """

    def __init__(
        self, happened: str, safe: str, details: tuple[str, ...], choices: tuple[Choice, ...]
    ) -> None:
        """The texts are safe to show already."""
        super().__init__()
        self._happened = happened
        self._safe = safe
        self._details = details
        self.choices = choices

    def compose(self) -> ComposeResult:
        """What happened, what is safe, and the keys."""
        details = [Text(), *map(Text, self._details)] if self._details else []
        keys = [self._key_text(choice) for choice in self.choices]
        lines = [Text(self._happened, "bold"), Text(self._safe), *details, Text(), *keys]
        with Vertical():
            yield Static(Text("\n").join(lines), markup=False)

    def action_choose(self, key: str) -> None:
        """Returns the choice of that key, where it is offered."""
        for choice in self.choices:
            if choice.key == key and self.is_current:
                self.dismiss(choice)

    @staticmethod
    def _key_text(choice: Choice) -> Text:
        text = Text.assemble((choice.key, "bold"), "  ", choice.label)
        text.apply_meta({"@click": f"screen.choose('{choice.key}')"})
        return text

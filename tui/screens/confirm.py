"""A question that is answered with yes or no, and no by default."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.language import _
from tui.screens.leavable import DialogScreen


class ConfirmScreen(DialogScreen[bool]):
    """`y` (`o` in French) does it, everything else leaves things as they are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,o", "answer(True)", show=False),
        Binding("n,escape,enter,q", "answer(False)", show=False),
    ]

    DEFAULT_CSS = """
    ConfirmScreen {
        align: center middle;
        Vertical {
            width: auto; max-width: 90%; height: auto; max-height: 100%;
            padding: 0 1; border: $frame $warning; background: $background;
        }
        Static { width: auto; max-width: 85vw; height: auto; link-style: none; }
    }
    """

    def __init__(self, question: str, yes: str, *, details: tuple[str, ...] = ()) -> None:
        """`yes` is what saying yes does; the texts are safe to show already."""
        super().__init__()
        self._question = question
        self._yes = yes
        self._details = details

    def compose(self) -> ComposeResult:
        """The question and the keys."""
        yes = _("y")  # the first letter of the language's yes; y answers everywhere
        keys = Text.assemble(
            (f"{yes} ", "bold"), self._yes, "   ", ("n ", "bold"), _("leave it"), style="dim"
        )
        keys.apply_meta({"@click": "screen.answer(True)"}, 0, 2 + len(self._yes))
        keys.apply_meta({"@click": "screen.answer(False)"}, 5 + len(self._yes))
        lines = [Text(self._question, "bold"), *map(Text, self._details), Text(), keys]
        with Vertical():
            yield Static(Text("\n").join(lines), markup=False)

    def action_answer(self, yes: bool) -> None:
        """Returns the answer."""
        if self.is_current:
            self.dismiss(yes)

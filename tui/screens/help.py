"""The help: every key, by what it is for, what the signs mean, and what is advised when."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.commands import AppCommand, Section, keys_text
from tui.language import _
from tui.screens.leavable import DialogScreen
from tui.signs import Signs

_KEY_WIDTH = 14


class HelpScreen(DialogScreen[None]):
    """Lists the commands; any of Escape, Enter, q, ? leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark,f1", "leave", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
    ]

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        VerticalScroll {
            width: 76; max-width: 100%; height: auto; max-height: 100%;
            padding: 0 1; border: $frame $border; background: $background;
            scrollbar-size-vertical: 1;
        }
        Static { height: auto; }
    }
    """

    def __init__(self, signs: Signs, commands: Sequence[AppCommand]) -> None:
        super().__init__()
        self._commands = commands
        self._signs = signs

    def compose(self) -> ComposeResult:
        """Everything on one scrolling page."""
        with VerticalScroll() as page:
            page.border_title = _("Help")
            page.border_subtitle = _("Esc closes")
            yield Static(Text("\n").join(self._lines()), markup=False)
            yield Static(_advice_table(), markup=False)

    def action_move(self, lines: int) -> None:
        """Scroll by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Back."""
        if self.is_current:
            self.dismiss()

    def _lines(self) -> Iterator[Text]:
        for section in Section:
            yield Text(_(section), "bold underline")
            for command in self._commands:
                if command.section is section:
                    yield _line(keys_text(command), command.help_text)
            yield Text()
        yield from self._meanings()

    def _meanings(self) -> Iterator[Text]:
        signs = self._signs
        yield Text(_("Signs"), "bold underline")
        yield _line(signs.reached, _("limit reached: decide, no further step is proposed"))
        yield _line(signs.exceeded, _("past the limit: stop chasing"))
        yield _line(signs.owed, _("a reply waits for your answer"))
        yield _line(signs.stop, _("advice to stop: the detail says why"))
        yield _line(signs.warning, _("a warning: the detail says why"))
        yield _line(signs.urgent, _("they call it urgent"))
        marks = (signs.sent, signs.follow_up, signs.reply, signs.now, signs.deadline)
        yield _line(" ".join(marks), _("sent, follow-up, reply, today, last valid day"))
        yield Text()
        yield Text(_("Advice"), "bold underline")


def _advice_table() -> Table:
    """When each advice is given, by the code that scripts see."""
    from tui.wording.advice.known import known_advice  # few open the help

    table = Table.grid(padding=(0, 1, 0, 0))
    for each in known_advice():
        table.add_row(Text(each.code, "bold", no_wrap=True), Text(each.meaning))
    return table


def _line(keys: str, meaning: str) -> Text:
    gap = " " * max(1, _KEY_WIDTH - cell_len(keys))
    return Text.assemble((keys, "bold"), gap, meaning)

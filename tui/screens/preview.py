"""What would be written into a file, before it is."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.language import _, ngettext
from tui.safe_text import shown, shown_lines
from tui.screens.leavable import DialogScreen

LINES = 300
"""How many lines are shown."""

LONGEST_LINE = 400
"""How much of a line is shown, in characters."""


class PreviewScreen(DialogScreen[bool]):
    """The first lines of a text, which scroll; Enter says yes, Escape no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", show=False),
        Binding("escape,q", "answer(False)", show=False),
    ]
    DEFAULT_CSS = """
    PreviewScreen {
        align: center middle;
        & > Vertical {
            width: 100%; max-width: 112; height: 100%; max-height: 40;
            padding: 0 1; border: $frame $border; background: $background;
            border-title-color: $foreground;
        }
        ScrollableContainer {
            height: 1fr; scrollbar-size-vertical: 1; scrollbar-size-horizontal: 1;
            Static { width: auto; height: auto; text-wrap: nowrap; }
        }
        #preview-keys { height: auto; margin-top: 1; color: $text-muted; link-style: none; }
    }
    """

    def __init__(self, title: str, text: str, signs: Sequence[str]) -> None:
        """`signs` are those between two facts and where something is cut."""
        super().__init__()
        self._heading = title
        self._lines = shown_lines(text.removeprefix("\ufeff"))
        if self._lines[-1] == "":
            self._lines.pop()
        self._octets = len(text.encode("utf-8", "replace"))
        self._between, self._cut = signs

    def compose(self) -> ComposeResult:
        """The text and the keys."""
        with Vertical() as box:
            box.border_title = Content(shown(self._heading))
            box.border_subtitle = Content(self._measure())
            with ScrollableContainer():
                yield Static(self._beginning(), markup=False)
            yield Static(_key_line(), id="preview-keys", markup=False)

    def on_mount(self) -> None:
        """The keyboard scrolls."""
        self.query_one(ScrollableContainer).focus()

    def action_answer(self, yes: bool) -> None:
        """Returns the answer."""
        if self.is_current:
            self.dismiss(yes)

    def _beginning(self) -> Text:
        lines = [
            line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + self._cut
            for line in self._lines[:LINES]
        ]
        more = len(self._lines) - LINES
        if more > 0:
            said = ngettext("{cut} and {n} more line", "{cut} and {n} more lines", more)
            lines.append(said.format(n=more, cut=self._cut))
        return Text("\n".join(lines))

    def _measure(self) -> str:
        count = len(self._lines)
        lines = ngettext("{n} line", "{n} lines", count).format(n=count)
        size = _("{n} kB").format(n=max(1, round(self._octets / 1000)))
        return f"{lines} {self._between} {size}"


def _key_line() -> Text:
    """The keys, which can be clicked."""
    line = Text()
    for key, does, action in (
        (_("Enter"), _("write it"), "screen.answer(True)"),
        (_("Esc"), _("change something"), "screen.answer(False)"),
    ):
        part = Text.assemble((key, "bold"), f" {does}")
        part.apply_meta({"@click": action})
        line.append_text(part).append("  ")
    return line.append(_("arrows, PgUp PgDn: scroll"))

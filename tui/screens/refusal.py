"""The four ways of saying no, in the order in which they are tried; it returns one of them."""

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.records.words import RefusalMode
from tui.language import _
from tui.screens.leavable import DialogScreen
from tui.views.view import Look
from tui.widgets.columns import Column
from tui.widgets.line_list import LineList
from tui.wording.refusal_words import WAYS, way_title


class RefusalScreen(DialogScreen[RefusalMode | None]):
    """The ways above, what the one under the cursor is for below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"choose({number})", show=False) for number in range(1, 5)),
        Binding("escape,q", "leave", show=False),
    ]

    DEFAULT_CSS = """
    RefusalScreen {
        align: center middle;
        & > Vertical {
            width: 100%; max-width: 76; height: auto;
            padding: 0 1; border: $frame $border; background: $background;
            border-title-color: $foreground;
        }
        LineList { height: 5; }
        Static { height: auto; margin-top: 1; }
    }
    """

    def __init__(self, title: str, look: Look) -> None:
        """`title` is safe to show."""
        super().__init__()
        self._heading = title
        self._look = look

    def compose(self) -> ComposeResult:
        """List, explanation and keys."""
        signs = self._look.signs
        with Vertical() as box:
            box.border_title = Content(self._heading)
            yield LineList[RefusalMode](
                [Column("number", "", 1), Column("way", _("Four ways of saying no"), 20, flex=1)],
                key_of=lambda mode: mode,
                cells_of=lambda mode: {
                    "number": Text(str([*WAYS].index(mode) + 1), self._look.palette.quiet),
                    "way": Text(way_title(mode)),
                },
                arrows=signs.arrows,
                pointer=signs.pointer,
                ellipsis=signs.ellipsis,
            )
            yield Static(id="refusal-way", markup=False)
            yield Static(
                Text(_("Enter or 1 to 4 goes on, Esc leaves things as they are"), "dim"),
                markup=False,
            )

    def on_mount(self) -> None:
        """Begin with the kindest way."""
        ways = self.query_one(LineList)
        ways.show([*WAYS])
        ways.focus()

    @on(LineList.Moved)
    def _explain(self, event: LineList.Moved) -> None:
        way = WAYS[RefusalMode(str(event.key))]
        text = Text(_(way.when)).append("\n").append(_(way.does), self._look.palette.quiet)
        self.query_one("#refusal-way", Static).update(text)

    @on(LineList.Chosen)
    def _return_chosen(self, event: LineList.Chosen) -> None:
        self._leave(RefusalMode(str(event.key)))

    def action_choose(self, number: int) -> None:
        """Return the way of that number, from 1."""
        self._leave([*WAYS][number - 1])

    def action_leave(self) -> None:
        """Return nothing."""
        self._leave(None)

    def _leave(self, mode: RefusalMode | None) -> None:
        if self.is_current:
            self.dismiss(mode)

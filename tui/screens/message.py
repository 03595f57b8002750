"""Chooses a message and what to do with it; it returns the choice and does nothing itself."""

from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar

import msgspec
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from store.errors import TrackerError
from store.records.message_code import MessageCode
from tui.language import _
from tui.messages.writing import Letter
from tui.safe_text import shown
from tui.screens.leavable import DialogScreen
from tui.views.view import Look
from tui.widgets.columns import Column
from tui.widgets.line_list import LineList
from tui.widgets.message_preview import MessagePreview
from tui.wording.errors import error_text
from tui.wording.message_labels import message_label


class Use(StrEnum):
    """What a person does with a message."""

    COPY = "copy"
    OPEN = "open"
    DRAFT = "draft"
    EDIT = "edit"


class Chosen(msgspec.Struct, frozen=True):
    """A message that is complete, and its use."""

    use: Use
    letter: Letter


_NONE_FITS = ""
"""The key of the row at which a person begins for whom no message fits."""


class MessageScreen(DialogScreen[Chosen | None]):
    """The names on the left, the message under the cursor on the right, the keys below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "use('copy')", show=False),
        Binding("o", "use('open')", show=False),
        Binding("d", "use('draft')", show=False),
        Binding("e", "use('edit')", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    DEFAULT_CSS = """
    MessageScreen {
        align: center middle;
        & > Vertical {
            width: 100%; max-width: 112; height: 100%; max-height: 30;
            padding: 0 1; border: $frame $border; background: $background;
            border-title-color: $foreground;
        }
        Horizontal { height: 1fr; }
        LineList { width: 27; }
        MessagePreview { width: 1fr; border-left: $edge $border-blurred; }
        MessagePreview:focus { border-left: $edge $border; }
        #message-keys { height: auto; margin-top: 1; color: $text-muted; link-style: none; }
    }
    """

    def __init__(
        self,
        title: str,
        letter_of: Callable[[MessageCode], Letter],
        first: MessageCode | None,
        look: Look,
    ) -> None:
        """`letter_of` writes a message, or raises `TrackerError`; `title` is safe to show.

        It begins with the message `first`; where none fits, with a row of its own that says so.
        """
        super().__init__()
        self._heading = title
        self._letter_of = letter_of
        self._first = first
        self._look = look
        self._letter: Letter | None = None

    def compose(self) -> ComposeResult:
        """List, preview and keys."""
        signs = self._look.signs
        with Vertical() as box:
            box.border_title = Content(self._heading)
            with Horizontal():
                yield LineList[str](
                    [Column("name", _("Message"), 20, flex=1)],
                    key_of=lambda code: code,
                    cells_of=lambda code: {"name": _name(code)},
                    arrows=signs.arrows,
                    pointer=signs.pointer,
                    ellipsis=signs.ellipsis,
                )
                yield MessagePreview()
            yield Static(self._key_line(), id="message-keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the message that the quote wants now."""
        messages = self.query_one(LineList)
        messages.show([*MessageCode] if self._first else [_NONE_FITS, *MessageCode])
        messages.go_to(self._first or _NONE_FITS)
        messages.focus()

    @on(LineList.Moved)
    def _show(self, event: LineList.Moved) -> None:
        """The message under the cursor, or why there is none."""
        preview, palette = self.query_one(MessagePreview), self._look.palette
        self._letter, why_none = self._letter_or_reason(str(event.key))
        if self._letter is None:
            preview.complain(why_none, palette)
        else:
            preview.show(self._letter, palette)
        source = self._letter.source if self._letter else ""
        self.query_one(Vertical).border_subtitle = Content(shown(source))

    def _letter_or_reason(self, code: str) -> tuple[Letter | None, str]:
        """The message, or why there is none."""
        if code == _NONE_FITS:
            return None, _("No prepared message fits now. The arrows choose one.")
        try:
            return self._letter_of(MessageCode(code)), ""
        except TrackerError as error:
            return None, error_text(error)

    def action_use(self, use: str) -> None:
        """Return the message and its use; nothing happens where there is no message."""
        if self._letter is not None and self.is_current:
            self.dismiss(Chosen(Use(use), self._letter))

    def action_leave(self) -> None:
        """Return nothing."""
        if self.is_current:
            self.dismiss(None)

    def _key_line(self) -> Text:
        """The keys, which can be clicked."""
        keys = (
            ("c", _("copy"), "screen.use('copy')"),
            ("o", _("open in mail program"), "screen.use('open')"),
            ("d", _("save draft"), "screen.use('draft')"),
            ("e", _("edit"), "screen.use('edit')"),
            (_("Esc"), _("leave"), "screen.leave"),
        )
        line = Text()
        for key, does, action in keys:
            part = Text.assemble((key, "bold"), f" {does}")
            part.apply_meta({"@click": action})
            line.append_text(part).append("  ")
        return line


def _name(code: str) -> Text:
    """What the row is called."""
    return Text(
        message_label(MessageCode(code)) if code else _("None of these"), "" if code else "dim"
    )

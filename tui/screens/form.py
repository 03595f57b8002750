"""A dialog of fields, one a line, that returns what was typed and saves nothing itself."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.css.query import QueryType
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.safe_text import shown
from tui.screens.leavable import DialogScreen
from tui.widgets.field_line import Field, FieldLine, FormLabels

__all__ = ["Field", "FormLabels", "FormScreen"]


class FormBox(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls the fields between a head and a foot that stay, and leaves the keys to the form."""


class FormScreen(DialogScreen[dict[str, str] | None]):
    """Asks for the fields, and returns {name: what was typed or chosen}, or nothing if left."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 (as Screen types it)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False),
        Binding("escape", "cancel", show=False),
    ]
    DEFAULT_CSS = """
    FormScreen {
        align: center middle;
        & > FormBox {
            width: 100%;
            max-width: 112;
            height: auto;
            max-height: 100%;
            padding: 0 1;
            border: $frame $border;
            background: $background;
            scrollbar-size-vertical: 1;
        }
        &.-narrow FieldLine {
            & > Container { layout: vertical; }
            .field-line--said { margin-left: 0; }
            .field-line--said.-silent { display: none; }
        }
        #form-head { dock: top; height: auto; }
        #form-foot { dock: bottom; height: auto; }
        #form-head Static, #form-foot Static { height: auto; }
        #form-title { text-style: bold; margin-bottom: 1; }
        #form-error { color: $text-error; margin-bottom: 1; }
        #form-notes { margin-top: 1; }
        #form-keys { margin-top: 1; color: $text-muted; link-style: none; }
    }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        labels: FormLabels,
        error: str = "",
        notes: Sequence[Text] = (),
        typed: Mapping[str, str] | None = None,
        focus: str | None = None,
        revise: Callable[[Mapping[str, str]], Sequence[Text]] | None = None,
    ) -> None:
        """A form of these fields.

        `error` and `typed`, which goes before what the fields contain at first, are for a form
        shown again after what it returned could not be saved. `focus` names the field to begin
        with. `revise` is given what the fields contain, at first and after each change, and
        returns the lines to show instead of `notes`.
        """
        super().__init__()
        self._heading = title
        self._labels = labels
        self._error = error
        self._notes = notes
        self._first = focus
        self._revise = revise
        self._fields = fields
        self._typed = typed or {}
        self._field_lines: list[FieldLine] = []

    @property
    def values(self) -> dict[str, str]:
        """What the fields contain, by name."""
        return {line.field.name: line.value for line in self._field_lines}

    def compose(self) -> ComposeResult:
        """Head, fields and foot."""
        # Not earlier: an input with a text in it can be made only while an app runs.
        self._field_lines = self._lines_of_fields()
        with FormBox():
            with Vertical(id="form-head"):
                yield Static(Content(shown(self._heading)), id="form-title", markup=False)
                if self._error:
                    error = Content(f"{self._labels.wrong} {shown(self._error)}")
                    yield Static(error, id="form-error", markup=False)
                yield from self.compose_head()
            yield from self._field_lines
            with Vertical(id="form-foot"):
                yield Static(id="form-notes", markup=False)
                yield Static(self._key_line(), id="form-keys", markup=False)

    def compose_head(self) -> ComposeResult:
        """What else stands in the head: nothing here."""
        yield from ()

    def bring_in_sight(self, name: str) -> None:
        """Show the field of that name: all are shown here."""

    def _lines_of_fields(self) -> list[FieldLine]:
        width = max((cell_len(field.label) for field in self._fields), default=0)
        texts = [self._typed.get(field.name, field.initial) for field in self._fields]
        return [
            FieldLine(field, text, self._labels, label_width=width)
            for field, text in zip(self._fields, texts, strict=True)
        ]

    def on_mount(self) -> None:
        """Show the notes, and put the keyboard where it is to begin."""
        self._show_notes(self._notes)
        self._note_again()
        first = [line for line in self._field_lines if line.field.name == self._first]
        for line in [*first, *self._field_lines][:1]:
            line.take_focus()

    def action_save(self) -> None:
        """Return what the fields contain, or go to the first one that is wrong."""
        wrong = [line for line in self._field_lines if not line.verify()]
        if wrong:
            self.bring_in_sight(wrong[0].field.name)
            wrong[0].take_focus()
        else:
            self._leave(self.values)

    def action_cancel(self) -> None:
        """Return nothing."""
        self._leave(None)

    def _leave(self, result: dict[str, str] | None) -> None:
        # A second key may be on its way already, and must not dismiss the screen beneath.
        if self.is_current:
            self.dismiss(result)

    @on(Input.Submitted)
    def _enter_in_an_input(self) -> None:
        self.action_save()

    @on(FieldLine.Changed)
    def _note_again(self) -> None:
        self._ask_what_concerns()
        if self._revise is not None:
            self._show_notes(self._revise(self.values))

    def _ask_what_concerns(self) -> None:
        """Show or hide the fields that go only with a value of another."""
        values = self.values
        for line in self._field_lines:
            if line.field.only_with is not None:
                name, value = line.field.only_with
                line.display = values[name] == value

    def focus_next(self, selector: str | type[QueryType] = "*") -> Widget | None:
        """To the next field; `selector` is left alone, all that has the keyboard is a field."""
        return self._move(1)

    def focus_previous(self, selector: str | type[QueryType] = "*") -> Widget | None:
        """To the field before."""
        return self._move(-1)

    def _move(self, steps: int) -> Widget | None:
        """To the field so many further, round the end.

        Not by where the fields stand, as screens do it: one that has just come to be asked for
        stands nowhere yet, and a burst of keys is faster than that.
        """
        self._ask_what_concerns()
        lines = [line for line in self._field_lines if line.display]
        here = next((at for at, line in enumerate(lines) if line.has_focus_within), -steps)
        lines[(here + steps) % len(lines)].take_focus()
        return self.focused

    def _show_notes(self, notes: Sequence[Text]) -> None:
        lines = [note.copy() for note in notes]
        for line in lines:
            line.plain = shown(line.plain)
        foot = self.query_one("#form-notes", Static)
        foot.update(Text("\n").join(lines))
        foot.display = bool(lines)

    def _key_line(self) -> Content:
        """The two keys, which can be clicked."""
        labels = self._labels
        return Content.assemble(
            Content.styled(f"{labels.enter} {labels.save}", _clicked("screen.save")),
            "  ",
            Content.styled(f"{labels.escape} {labels.cancel}", _clicked("screen.cancel")),
        )


def _clicked(action: str) -> Style:
    return Style.from_meta({"@click": action})

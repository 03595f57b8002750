"""One field of a form: its label, what is typed or chosen, and what was understood of it."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.safe_text import editable, shown
from tui.widgets.chooser import Chooser
from tui.widgets.entry import ChosenEntry, TickedEntry, TypedEntry
from tui.widgets.ticks import Ticks


@dataclass(frozen=True)
class FormLabels:
    """The words and signs that a form needs itself, so that it has no language of its own."""

    save: str
    """What Enter does."""
    cancel: str
    """What Escape does."""
    required: str
    """What is said of a field that must not be empty."""
    enter: str = "Enter"
    """Name of the key."""
    escape: str = "Esc"
    """Name of the key."""
    wrong: str = "✗"
    """The sign before what is wrong."""
    around: tuple[str, str] = ("‹", "›")
    """The signs around a chosen value."""
    ticks: tuple[str, str] = ("■", "□")
    """The signs before what is ticked and what is not."""
    ellipsis: str = "…"
    """The sign where a hint is cut."""


def nothing_to_say(_typed: str) -> str:
    """The check of a field in which anything goes."""
    return ""


@dataclass(frozen=True)
class Field:
    """What a form asks for."""

    name: str
    """Its name in what the form returns."""
    label: str
    """Its name on the screen."""
    initial: str = ""
    """What it contains at first."""
    check: Callable[[str], str] = nothing_to_say
    """Says what was understood of a text, in a few words or none, or raises ValueError with a
    sentence to show. It is not asked about an empty field."""
    options: tuple[str, ...] = ()
    """Known values, proposed while typing; the Right key takes what is proposed."""
    paths: bool = False
    """Whether it is a path: names of files and folders are proposed."""
    choices: tuple[tuple[str, str], ...] = ()
    """(value, label) pairs to choose from, instead of typing."""
    many: bool = False
    """Whether any number of the choices can be ticked; the value lists them with commas."""
    required: bool = False
    """Whether it must not be left empty."""
    hint: str = ""
    """Shown dim as long as it is empty."""
    only_with: tuple[str, str] | None = None
    """The name of another field and the value of it with which alone this one is asked for."""


class FieldLine(Horizontal):
    """A field on one line. The form puts what was understood below it where it is too narrow."""

    DEFAULT_CSS = """
    FieldLine {
        height: auto;
        & > .field-line--label { text-align: right; height: 1; margin-right: 1; }
        & > Container { width: 1fr; height: auto; layout: horizontal; }
        Input, Chooser, Ticks, .field-line--said { width: 1fr; }
        .field-line--said { height: auto; color: $text-muted; margin-left: 1; }
        .field-line--said.-wrong { color: $text-error; }
        &.-many > Container { layout: vertical; }
        &.-many .field-line--said { display: none; }
    }
    """

    @dataclass
    class Changed(Message):
        """Something was typed or chosen."""

        field_line: "FieldLine"

        @property
        def control(self) -> "FieldLine":
            """The field, for `@on` with a selector."""
            return self.field_line

    def __init__(self, field: Field, value: str, labels: FormLabels, *, label_width: int) -> None:
        """A field that contains `value`; `label_width` is in cells, the same for a whole form."""
        super().__init__(classes="-many" if field.many else None)
        self.field = field
        self._given = value
        self._labels = labels
        self._label_width = label_width
        self._entry = self._entry_for(value)
        self._said = Static(classes="field-line--said -silent", markup=False)

    def compose(self) -> ComposeResult:
        """Label, entry and what was understood."""
        label = Static(Content(shown(self.field.label)), classes="field-line--label", markup=False)
        label.styles.width = self._label_width
        yield label
        with Container():
            yield self._entry
            yield self._said

    def on_mount(self) -> None:
        """Say what is understood of what is there, but do not complain of what is not yet."""
        if self.value:
            self.verify()

    @property
    def value(self) -> str:
        """What was typed or chosen. A text that was not touched is returned as it was given."""
        if isinstance(self._entry, TypedEntry) and self._entry.value == editable(self._given):
            return self._given
        return self._entry.value

    def verify(self) -> bool:
        """Show what is understood or what is wrong; False if it is wrong."""
        try:
            self._say(self._understood(), wrong=False)
        except ValueError as error:
            self._say(f"{self._labels.wrong} {error}", wrong=True)
            # What somebody else recorded is not what is being corrected here.
            return bool(self.field.initial) and self.value == self.field.initial
        return True

    def take_focus(self) -> None:
        """Put the keyboard here, before the next key is pressed."""
        self.screen.set_focus(self._entry)

    def on_descendant_focus(self) -> None:
        """Bring the whole field in sight, with what was understood of it."""
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Scroll so far that the field is seen, once its height is known."""
        self.call_after_refresh(self.scroll_visible, animate=False)

    def _understood(self) -> str:
        typed = self.value
        if typed.strip():
            return self.field.check(typed)
        if self.field.required:
            raise ValueError(self._labels.required)
        return ""

    def _say(self, text: str, *, wrong: bool) -> None:
        self._said.update(Content(shown(text)))
        self._said.set_class(wrong, "-wrong")
        self._said.set_class(not text, "-silent")
        if self.has_focus_within:
            self._keep_in_sight()

    def _entry_for(self, value: str) -> ChosenEntry | TickedEntry | TypedEntry:
        field, labels = self.field, self._labels
        if field.many:
            return TickedEntry(field.choices, value, signs=labels.ticks)
        if field.choices:
            return ChosenEntry(field.choices, value, signs=labels.around)
        return TypedEntry(
            value,
            hint=field.hint,
            options=field.options,
            ellipsis=labels.ellipsis,
            paths=field.paths,
        )

    @on(Input.Changed)
    @on(Chooser.Changed)
    @on(Ticks.Changed)
    def _entry_changed(self, event: Message) -> None:
        event.stop()
        self.verify()
        self.post_message(self.Changed(self))

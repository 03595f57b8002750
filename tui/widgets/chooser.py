"""One of a few values, on one line, changed with the arrows or its first letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from store.records.text import fold
from tui.safe_text import shown


class Chooser(Widget, can_focus=True):
    """Shows the label of its value between two signs that say there are more."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
    ]
    DEFAULT_CSS = """
    Chooser {
        height: 1;
        background: $surface;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        pointer: pointer;
        &:focus {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: $block-cursor-text-style;
        }
    }
    """

    value: reactive[str] = reactive("", init=False)
    """The value chosen, one of the choices."""

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        chooser: "Chooser"
        value: str

        @property
        def control(self) -> "Chooser":
            """The chooser, for `@on` with a selector."""
            return self.chooser

    def __init__(
        self, choices: Sequence[tuple[str, str]], value: str, *, signs: tuple[str, str]
    ) -> None:
        """A chooser among (value, label) pairs.

        An empty value is the first choice. Another one that is not among the choices is kept, as
        one more choice: what someone recorded is not changed by being shown.
        """
        super().__init__()
        known = [one for one, _ in choices]
        extra = [(value, value)] if value and value not in known else []
        self._choices = [*extra, *choices]
        self._signs = signs
        self.set_reactive(Chooser.value, value if value or value in known else known[0])

    def action_step(self, step: int) -> None:
        """Choose the value so many places further, round the end."""
        values = [value for value, _ in self._choices]
        self.value = values[(values.index(self.value) + step) % len(values)]

    async def on_key(self, event: Key) -> None:
        """A letter or digit chooses the next value whose label begins with it."""
        if event.character and event.character.isalnum() and self._choose(event.character):
            event.stop()

    def _choose(self, sign: str) -> bool:
        values = [value for value, _ in self._choices]
        after = values.index(self.value) + 1
        turned = [*self._choices[after:], *self._choices[:after]]
        found = next((value for value, text in turned if fold(text).startswith(fold(sign))), None)
        if found is not None:
            self.value = found
        return found is not None

    def on_click(self) -> None:
        """A click chooses the next value."""
        self.action_step(1)

    def watch_value(self, value: str) -> None:
        """Say so."""
        self.post_message(self.Changed(self, value))

    def render(self) -> Content:
        """The label of the value."""
        before, after = self._signs
        return Content(f"{before} {shown(dict(self._choices)[self.value])} {after}")

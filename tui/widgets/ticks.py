"""Some of a few values, ticked on one or more lines with their digits or the space bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tui.safe_text import shown

_GAP = "   "


class Ticks(Widget, can_focus=True):
    """Shows every choice with its digit; the ticked ones stand out. At most ten choices."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("space", "tick", show=False),
        *(Binding(str(number % 10), f"tick({number})", show=False) for number in range(1, 11)),
    ]
    DEFAULT_CSS = """
    Ticks { height: auto; background: $surface; }
    """

    value: reactive[str] = reactive("", init=False, layout=True)
    """The ticked values, separated by commas, in the order of the choices."""
    at: reactive[int] = reactive(0, init=False)
    """The place of the choice that the space bar ticks, from 0."""

    @dataclass
    class Changed(Message):
        """Something was ticked or no longer is."""

        ticks: "Ticks"
        value: str

        @property
        def control(self) -> "Ticks":
            """The ticks, for `@on` with a selector."""
            return self.ticks

    def __init__(
        self, choices: Sequence[tuple[str, str]], value: str, *, signs: tuple[str, str]
    ) -> None:
        """Ticks of (value, label) pairs; `signs` stand before what is ticked and what is not.

        A value that is not among the choices is kept, as one more choice.
        """
        super().__init__()
        given = [part.strip() for part in value.split(",") if part.strip()]
        known = [one for one, _ in choices]
        self._choices = [*choices, *((one, one) for one in given if one not in known)]
        self._signs = signs
        self.set_reactive(Ticks.value, ", ".join(one for one, _ in self._choices if one in given))

    @property
    def ticked(self) -> list[str]:
        """The ticked values."""
        return [one for one in self.value.split(", ") if one]

    def action_move(self, steps: int) -> None:
        """To the choice so many places further, round the end."""
        self.at = (self.at + steps) % len(self._choices)

    def action_tick(self, number: int = 0) -> None:
        """Tick or untick the choice of that number from 1, or the one that is pointed at."""
        if number > len(self._choices):
            return
        if number:
            self.at = number - 1
        turned, ticked = self._choices[self.at][0], self.ticked
        self.value = ", ".join(
            one for one, _ in self._choices if (one in ticked) != (one == turned)
        )

    def watch_value(self, value: str) -> None:
        """Say so."""
        self.post_message(self.Changed(self, value))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the choices need, none of which is broken."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The choices with their digits."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for place in range(len(self._choices)):
            choice = self._choice(place)
            if lines and lines[-1].cell_length + len(_GAP) + choice.cell_length <= width:
                lines[-1] = Content(_GAP).join([lines[-1], choice])
            else:
                lines.append(choice)
        return lines

    def _choice(self, place: int) -> Content:
        on, off = self._signs
        value, text = self._choices[place]
        ticked, pointed = value in self.ticked, self.has_focus and place == self.at
        click = Style.from_meta({"@click": f"tick({place + 1})"})
        words = f"{(place + 1) % 10} {on if ticked else off} {shown(text)}"
        return Content.styled(words, Style(bold=ticked, reverse=pointed) + click)

"""Ticking some of a few values."""

import pytest
from textual.app import App, ComposeResult

from tui.widgets.ticks import Ticks

CHOICES = (("a", "apple"), ("b", "bread"), ("c", "cheese"))


class TicksApp(App[None]):
    def __init__(self, value: str) -> None:
        super().__init__()
        self.ticks = Ticks(CHOICES, value, signs=("x", "-"))

    def compose(self) -> ComposeResult:
        yield self.ticks


@pytest.mark.parametrize(
    ("value", "keys", "ticked"),
    [
        ("", ("2",), "b"),
        ("b", ("2",), ""),
        ("", ("3", "1"), "a, c"),
        ("c", ("space",), "a, c"),
        ("", ("right", "space"), "b"),
        ("", ("left", "space"), "c"),
        ("", ("9",), ""),
        ("a, mine", ("2",), "a, b, mine"),
    ],
)
async def test_digits_and_the_space_bar_tick(
    value: str, keys: tuple[str, ...], ticked: str
) -> None:
    app = TicksApp(value)
    async with app.run_test() as pilot:
        app.ticks.focus()
        await pilot.press(*keys)
        assert app.ticks.value == ticked


async def test_no_choice_is_broken_at_the_end_of_a_line() -> None:
    app = TicksApp("b")
    async with app.run_test(size=(24, 10)) as pilot:
        await pilot.pause()
        lines = [app.ticks.render_line(y).text.rstrip() for y in range(app.ticks.size.height)]
        assert lines == ["1 - apple   2 x bread", "3 - cheese"]

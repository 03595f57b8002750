"""A screen that is left before it was painted shows nothing any more, and stops nothing."""

import asyncio
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.screen import Screen

from tests.builders import a_quote
from tests.tui.apps import an_app
from tests.tui.screens.every_screen import ONE_OF_EACH, screens
from tui.app import RelanceApp
from tui.screens.leavable import LeavableScreen
from tui.screens.main import MainScreen
from tui.screens.trouble import TroubleScreen

TURNS = (0, 1, 2, 4)
"""How often others have their turn before a screen is left: it is open after a few."""

UNDER_WAY = (0, 4, 5, 6)
"""The same for a key that comes before: the list has it first, and then hands it on."""

every_screen = pytest.mark.parametrize("kind", sorted(screens(), key=str))


async def turns(count: int) -> None:
    """Others have their turn."""
    for _ in range(count):
        await asyncio.sleep(0)


def press(app: RelanceApp, *keys: str) -> None:
    """Keys that come all at once, before anything is done about the first."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


def main_of(app: RelanceApp) -> MainScreen:
    """What is below all other screens."""
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def test_every_screen_is_built_to_be_left_and_is_tried_here() -> None:
    assert {kind for kind in screens() if not issubclass(kind, LeavableScreen)} == set()
    assert {*ONE_OF_EACH} == screens()


@every_screen
async def test_a_screen_is_left_as_soon_as_it_is_opened(
    tmp_path: Path, kind: type[Screen[Any]]
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        main = main_of(app)
        for count in TURNS:
            screen = ONE_OF_EACH[kind](app)
            app.push_screen(screen)
            await turns(count)
            screen.dismiss()
            main.show()
            press(app, "3" if count % 2 else "2")
            await pilot.pause()
            assert app.screen is main
            assert main.browser.view.name == ("leads" if count % 2 else "quotes")


@every_screen
async def test_a_key_leaves_it_in_the_tick_in_which_it_is_opened(
    tmp_path: Path, kind: type[Screen[Any]]
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        main = main_of(app)
        for count in TURNS:
            screen = ONE_OF_EACH[kind](app)
            app.push_screen(screen)
            press(app, "down", "tab")
            await turns(count)
            press(app, "escape", "q" if kind is TroubleScreen else "escape")
            await pilot.pause()
            if app.screen is screen:  # no key leaves it: whoever shows it takes it away
                screen.dismiss()
            await pilot.pause()
            assert app.screen is main
        press(app, "3")
        await pilot.pause()
        assert main.browser.view.name == "leads"


@every_screen
async def test_a_key_that_is_under_way_when_it_is_opened_stops_nothing(
    tmp_path: Path, kind: type[Screen[Any]]
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        main = main_of(app)
        for key, count in product(("down", "pagedown"), UNDER_WAY):
            screen = ONE_OF_EACH[kind](app)
            press(app, key)
            await turns(count)
            app.push_screen(screen)
            press(app, key)
            await pilot.pause()
            while app.screen is not main:
                app.pop_screen()
            await pilot.pause()
        press(app, "3")
        await pilot.pause()
        assert main.browser.view.name == "leads"


@every_screen
async def test_the_app_is_left_while_it_is_opened(tmp_path: Path, kind: type[Screen[Any]]) -> None:
    for count in (0, 1, 3):
        app = an_app(tmp_path, a_quote())
        async with app.run_test():
            app.push_screen(ONE_OF_EACH[kind](app))
            await turns(count)
            app.exit(return_code=7)
        assert app.return_code == 7

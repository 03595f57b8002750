"""A screen that is left before it was painted shows nothing any more, and stops nothing."""

import asyncio
from pathlib import Path

import pytest

from tests.builders import a_quote
from tests.tui.apps import an_app
from tui.screens.main import MainScreen


@pytest.mark.parametrize("view", ["2", "3"], ids=["quote", "lead"])
@pytest.mark.parametrize("turns", range(5))
async def test_a_screen_is_left_as_soon_as_it_is_opened(
    tmp_path: Path, view: str, turns: int
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press(view)
        main = app.screen
        assert isinstance(main, MainScreen)
        main.action_detail()
        for _ in range(turns):
            await asyncio.sleep(0)
        await app.screen.dismiss()
        main.show()
        await pilot.pause()
        assert app.screen is main

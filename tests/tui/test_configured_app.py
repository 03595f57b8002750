"""The app with a person's keys, theme and signs; wrong ones are said."""

from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from tests.builders import a_quote
from tests.tui.apps import an_app, settled, standing_of
from tui.app import RelanceApp
from tui.config.reading import read_config
from tui.widgets.key_line import KeyLine


def configured(folder: Path, text: str) -> RelanceApp:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    session = an_app(folder, a_quote()).desk.session
    return RelanceApp(replace(session, config=read_config(path)))


def said(pilot: Pilot[None]) -> str:
    return "\n".join(notice.message for notice in pilot.app._notifications)


async def test_a_command_answers_to_its_new_key_only(tmp_path: Path) -> None:
    app = configured(tmp_path, '[keys]\nwon = "ctrl+w"\n')
    async with app.run_test() as pilot:
        await pilot.press("w")
        await settled(pilot)
        assert len(app.screen_stack) == 1
        await pilot.press("ctrl+w", "enter")
        await settled(pilot)
        assert standing_of(app, "D26-001").quote.status == "won"


async def test_swapped_keys_do_each_others_work_and_are_shown(tmp_path: Path) -> None:
    app = configured(tmp_path, '[keys]\nfollow_up = "r"\nreply = "f"\n')
    async with app.run_test() as pilot:
        line = app.screen.query_one(KeyLine).render().plain
        assert "r follow-up  f reply" in line
        await pilot.press("f")
        await pilot.pause()
        assert "Reply" in str(app.screen.query_one("#form-title", Static).content)


async def test_another_key_quits(tmp_path: Path) -> None:
    app = configured(tmp_path, '[keys]\nquit = "Q"\n')
    async with app.run_test() as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert app.is_running
        await pilot.press("Q")
        await pilot.pause()
        assert app._exit


async def test_the_theme_is_used(tmp_path: Path) -> None:
    app = configured(tmp_path, 'theme = "nord"\n')
    async with app.run_test():
        assert app.theme == "nord"


async def test_a_theme_that_nobody_knows_is_said(tmp_path: Path) -> None:
    app = configured(tmp_path, '# colours\ntheme = "nrod"\n')
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert "line 2: theme = nrod" in said(pilot)
        assert "nord" in said(pilot)


async def test_wrong_lines_are_said_and_the_app_opens(tmp_path: Path) -> None:
    app = configured(tmp_path, "limit = -4\n")
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert "line 1: limit = -4" in said(pilot)
        assert standing_of(app, "D26-001").limit == 3

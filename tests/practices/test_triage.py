"""The triage sheet: fields by theme on one screen, with what the rules say while it is filled."""

from pathlib import Path

import pytest
from textual.widget import Widget
from textual.widgets import Static

from store.changes.practice_fields import LEAD_PRACTICE, QUOTE_PRACTICE
from store.records.practice_words import Brief, Flag
from store.rules.standing import Standing
from tests.builders import a_lead, a_quote
from tests.faults.files import until
from tests.tui.apps import an_app, settled, standing_of
from tui.app import RelanceApp
from tui.screens.sheet import SheetScreen
from tui.themes import THEMES
from tui.widgets.ticks import Ticks


def remarks(app: RelanceApp) -> str:
    """What the sheet says below its fields."""
    return str(app.screen.query_one("#form-notes", Static).visual)


def noted(app: RelanceApp) -> Standing:
    return standing_of(app, "D26-001")


def test_every_optional_field_has_its_place_on_the_sheet() -> None:
    of_quote = {name for theme in THEMES for name in theme.of_quote}
    of_lead = {name for theme in THEMES for name in theme.of_lead}
    assert of_quote >= QUOTE_PRACTICE.keys()
    assert of_lead >= LEAD_PRACTICE.keys()


async def test_what_is_noted_by_keyboard_is_saved_in_one_change(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("t")
        await pilot.pause()
        await pilot.press("y", "pagedown", "v", "pageup", "pageup", "pageup", "1", "3")
        await pilot.press("enter")
        await settled(pilot)
        assert noted(app).quote.urgent
        assert noted(app).quote.brief is Brief.VAGUE
        assert noted(app).lead.flags == (Flag.BLAMES_EVERYONE, Flag.IMPOSES_SOLUTION)
        await pilot.press("u")
        await settled(pilot)
        assert not noted(app).quote.urgent
        assert noted(app).quote.brief is None
        assert noted(app).lead.flags == ()


async def test_a_lead_with_words_of_its_own_gets_red_flags_and_hears_of_them(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path, a_lead(flags=("slow payer",)), a_quote())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        await pilot.press("pageup", "pageup", "1", "2", "3")
        await until(pilot, lambda: "3 red flags" in remarks(app))
        await pilot.press("enter")
        await settled(pilot)
        assert noted(app).lead.flags == (*list(Flag)[:3], "slow payer")


async def test_many_fields_are_told_as_a_number_and_named_in_the_history(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("t")
        await pilot.pause()
        await pilot.press("y", "pagedown", "v", "pageup", "pageup", "p", "down", "1")
        await pilot.press("pageup", "1")
        await pilot.press("enter")
        await settled(pilot)
        (told,) = app._notifications
        (*_before, edit) = app.desk.session.repository.history()
        fields = edit.facts["fields"]
        assert isinstance(fields, list | tuple)
        assert told.message.startswith(f"D26-001: {len(fields)} fields noted")
        assert len(fields) > 3


async def test_a_wrong_value_on_another_page_is_brought_in_sight(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("t")
        await pilot.pause()
        await pilot.press("pagedown", "tab", "x", "pagedown", "enter")
        await pilot.pause()
        sheet = app.screen
        assert isinstance(sheet, SheetScreen)
        focused = [line.field.name for line in sheet._field_lines if line.has_focus_within]
        assert focused == ["options"]


@pytest.mark.parametrize("page", range(len(THEMES)))
async def test_every_page_fits_a_small_terminal(tmp_path: Path, page: int) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        await pilot.press(*["pagedown"] * page)
        await pilot.pause()
        box = app.screen.query_one("FormBox")
        keys = app.screen.query_one("#form-keys", Static)
        await until(pilot, lambda: box.max_scroll_y == 0 and 0 < keys.region.bottom < 24)
        assert box.max_scroll_x == 0


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_ticks_have_the_whole_width_of_their_field(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(size=size) as pilot:
        await pilot.press("t")
        await pilot.pause()
        await pilot.press("pageup", "pageup")
        await pilot.pause()
        ticks = app.screen.focused
        assert isinstance(ticks, Ticks)
        assert isinstance(ticks.parent, Widget)
        assert ticks.size.width == ticks.parent.size.width

"""The statistics on the screen and as text, at every width."""

from pathlib import Path

import pytest
from textual.widgets import Static

from store.changes.quotes import DeleteQuote
from store.records.practice_words import Silence, Went
from store.records.words import Status
from tests.builders import QUOTE_ID, a_contact, a_draft, a_lead, a_quote
from tests.faults.files import until
from tests.practices.looking_back import closed, looked_back
from tests.tui.apps import TODAY, an_app, settled
from tui.app import RelanceApp
from tui.cli.table import cells
from tui.screens.main import MainScreen
from tui.signs import ASCII, GEOMETRIC, Signs
from tui.statistics_text import laid_out
from tui.widgets.browser import Browser
from tui.widgets.statistics_panel import StatisticsPanel
from tui.wording.statistics import sections

LONG = "Société des transports en commun de l'agglomération 東京 " * 3

RECORDS = (
    a_lead(source=LONG, name=LONG, flags=("rushes", LONG)),
    closed(
        Status.LOST,
        reason=LONG,
        silence=(Silence.PRICE,),
        went=Went.BADLY,
        prep_minutes=95,
        displaced=LONG,
    ),
    closed(Status.DECLINED, number=1, referred_to=LONG),
    a_contact(),
)


def panel_text(app: RelanceApp) -> str:
    return str(app.screen.query_one(StatisticsPanel).query_one(Static).content)


@pytest.mark.parametrize("width", [40, 60, 80, 109, 110, 120, 200])
@pytest.mark.parametrize("signs", [ASCII, GEOMETRIC])
def test_no_line_is_wider_than_the_terminal(width: int, signs: Signs) -> None:
    for line in laid_out(sections(looked_back(*RECORDS)), width, signs):
        assert sum(cells(piece.text) for piece in line) <= width


def test_sections_stand_beside_each_other_where_there_is_room() -> None:
    found = sections(looked_back(*RECORDS))
    assert len(laid_out(found, 120, ASCII)) < len(laid_out(found, 80, ASCII))


def test_an_empty_tracker_says_how_little_there_is() -> None:
    (only,) = sections(looked_back())
    assert only.remarks == ["no closed quote yet"]


async def test_6_looks_back_and_1_goes_back_to_the_list(tmp_path: Path) -> None:
    app = an_app(tmp_path, closed(Status.WON), a_draft(id=99, ref="D26-099", send_by=TODAY))
    async with app.run_test() as pilot:
        await pilot.press("6")
        await settled(pilot)
        assert "1 of 5 closed quotes: too few to say" in panel_text(app)
        assert not app.screen.query_one(Browser).display
        await pilot.press("1")
        await pilot.pause()
        assert app.screen.query_one(Browser).display
        assert not app.screen.query_one(StatisticsPanel).display
        await pilot.press("j")
        assert app.screen.query_one(Browser).lines.has_focus


async def test_nothing_of_it_is_there_before_it_is_asked_for(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("2", "3", "1")
        assert not app.screen.query(StatisticsPanel)


async def test_the_keys_of_the_list_do_nothing_while_it_is_away(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("2", "6")
        await settled(pilot)
        screen = app.screen
        await pilot.press("slash", "enter", "greater_than_sign", "equals_sign", "y", "delete", "e")
        await settled(pilot)
        assert app.screen is screen
        assert not screen.query("FindInput")
        assert len(app.desk.board.snapshot.quotes) == 1


async def test_a_change_is_looked_back_on_at_once(tmp_path: Path) -> None:
    app = an_app(tmp_path, closed(Status.WON))
    async with app.run_test() as pilot:
        await pilot.press("6")
        await settled(pilot)
        await app.desk.commit(DeleteQuote(quote_id=QUOTE_ID))
        assert isinstance(app.screen, MainScreen)
        app.screen.show()
        await settled(pilot)
        assert "no closed quote yet" in panel_text(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_it_fits_the_width_and_scrolls_in_height(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path, *RECORDS)
    async with app.run_test(size=size) as pilot:
        await pilot.press("6")
        await settled(pilot)
        panel = app.screen.query_one(StatisticsPanel)
        assert panel.max_scroll_x == 0
        await pilot.press("G")
        await pilot.pause(0.5)
        assert panel.scroll_y == panel.max_scroll_y


@pytest.mark.parametrize(("rows", "bar"), [(24, True), (100, False)])
async def test_a_bar_to_scroll_with_takes_nothing_from_what_was_laid_out(
    tmp_path: Path, rows: int, bar: bool
) -> None:
    app = an_app(tmp_path, *RECORDS)
    async with app.run_test(size=(120, rows)) as pilot:
        await pilot.press("6")
        await until(pilot, lambda: bool(app.screen.query(StatisticsPanel)))
        panel = app.screen.query_one(StatisticsPanel)
        await until(pilot, lambda: panel.show_vertical_scrollbar == bar)
        await until(pilot, lambda: panel.scrollable_content_region.width == 115)

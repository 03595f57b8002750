"""In every language, what stands in a narrow place at 80x24 fits into it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from textual.content import Content
from textual.pilot import Pilot

from store.records.words import Channel, Kind, Status
from store.rules.groups import Group
from tests.builders import a_draft, a_quote
from tests.tui.apps import an_app
from tui.app import RelanceApp
from tui.language import LANGUAGES, use_language
from tui.screens.form import FormScreen
from tui.themes import THEMES
from tui.views.leads_view import LeadsView
from tui.views.log_view import LogView
from tui.views.quote_views import ClosedView, QuotesView
from tui.views.today_view import TodayView
from tui.views.view import View
from tui.widgets.browser import Browser
from tui.widgets.field_line import FieldLine
from tui.wording.days import short_day, time_left
from tui.wording.labels import label

VIEWS: tuple[type[View[Any, Any]], ...] = (TodayView, QuotesView, LeadsView, LogView, ClosedView)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language, spoken until the test ends."""
    use_language(request.param)
    yield request.param
    use_language("en")


def width(view: View[Any, Any], column: str) -> int:
    return next(each.width for each in view.columns() if each.key == column)


@pytest.mark.parametrize("view", VIEWS)
def test_the_heads_of_columns_fit(language: str, view: type[View[Any, Any]]) -> None:
    narrow = [each for each in view().columns() if cell_len(each.label) > each.width]
    assert narrow == []


@pytest.mark.parametrize(
    ("view", "column", "codes"),
    [
        (TodayView, "todo", tuple(Group)),
        (ClosedView, "status", tuple(each for each in Status if not each.is_open)),
        (LogView, "kind", tuple(kind for kind in Kind if kind is not Kind.CHANGE_REQUEST)),
        (LogView, "channel", tuple(Channel)),
        (QuotesView, "deadline", ("draft", "expired")),
        (QuotesView, "next", ("decide",)),
    ],
)
def test_codes_fit_into_their_columns(
    language: str, view: type[View[Any, Any]], column: str, codes: tuple[str, ...]
) -> None:
    room = width(view(), column)
    assert [label(code) for code in codes if cell_len(label(code)) > room] == []


def test_days_fit_into_their_columns(language: str) -> None:
    days = [date(2026, month, day) for month in range(1, 13) for day in (1, 28)]
    room = width(QuotesView(), "next")
    assert [day for day in days if cell_len(short_day(day, days[0])) > room] == []
    left = [time_left(number) for number in (-1, 0, 9, 99, 999)]
    assert max(map(cell_len, left)) <= width(QuotesView(), "deadline")


def french(folder: Path, language: str) -> RelanceApp:
    session = an_app(folder, a_quote(), a_draft(id=11, ref="D26-002")).desk.session
    return RelanceApp(replace(session, language=language))


async def labels_of(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    assert isinstance(screen, FormScreen)
    return [line.field.label for line in screen.query(FieldLine)]


@pytest.mark.parametrize("key", ["f", "r", "w", "n", "N", "e", "i", "s", "t", "E"])
async def test_labels_and_keys_of_forms_fit(tmp_path: Path, language: str, key: str) -> None:
    app = french(tmp_path, language)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", key)
        await pilot.pause()
        assert max(map(cell_len, await labels_of(pilot))) <= 32
        assert app.screen.query_one("#form-keys").size.height == 1
        assert app.screen.query_one("#form-title").size.height == 1


async def test_the_titles_of_the_views_fit_beside_each_other(tmp_path: Path, language: str) -> None:
    app = french(tmp_path, language)
    async with app.run_test(size=(80, 24)):
        title = app.screen.query_one(Browser).border_title
        assert Content.from_markup(str(title)).cell_length <= 76


def test_the_themes_of_the_sheet_fit_beside_each_other(language: str) -> None:
    assert sum(cell_len(theme.title) + 2 for theme in THEMES) + len("  PgUp PgDn") <= 76

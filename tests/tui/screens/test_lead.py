"""A lead on a whole screen: its quotes whatever became of them, and all its contacts."""

from datetime import date
from pathlib import Path
from typing import Any

from store.records.quote import Outcome
from store.records.words import Status
from tests.builders import a_contact, a_quote
from tests.tui.apps import an_app, settled, standing_of
from tui.app import RelanceApp
from tui.screens.detail import DetailScreen
from tui.screens.lead import LeadScreen
from tui.widgets.line_list import LineList

OPEN = a_quote(id=10, ref="D26-001")
WON = a_quote(
    id=11,
    ref="D26-002",
    title="Logo",
    status=Status.WON,
    outcome=Outcome(on=date(2026, 3, 9)),
)


def two_quotes(folder: Path) -> RelanceApp:
    return an_app(
        folder,
        OPEN,
        WON,
        a_contact(date(2026, 3, 4), quote_id=10, note="first"),
        a_contact(date(2026, 3, 6), quote_id=11, note="second"),
    )


def rows(app: RelanceApp, which: str) -> LineList[Any]:
    return app.screen.query_one(f"#{which}", LineList)


async def test_enter_on_a_lead_shows_all_its_quotes_and_contacts(tmp_path: Path) -> None:
    app = two_quotes(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3", "enter")
        await pilot.pause()
        assert isinstance(app.screen, LeadScreen)
        quotes = [row.quote.ref for row in rows(app, "quotes")._rows]
        assert quotes == ["D26-001", "D26-002"]
        contacts = [row.contact.note for row in rows(app, "contacts")._rows]
        assert contacts == ["second", "first"]


async def test_keys_concern_the_quote_under_the_cursor(tmp_path: Path) -> None:
    app = two_quotes(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("3", "enter")
        await pilot.pause()
        await pilot.press("w", "enter")
        await settled(pilot)
        assert standing_of(app, "D26-001").quote.status is Status.WON
        await pilot.press("tab", "delete", "y")
        await settled(pilot)
        assert [row.contact.note for row in rows(app, "contacts")._rows] == ["first"]


async def test_enter_goes_on_to_the_quote_and_escape_comes_back(tmp_path: Path) -> None:
    app = two_quotes(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("3", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DetailScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LeadScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.screen_stack) == 1

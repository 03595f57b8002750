"""Forgetting a lead in the app: only once its name was typed, and then for good."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.builders import a_contact, a_lead, a_quote
from tests.faults.files import a_tracker, an_app_on, on, until
from tests.faults.test_row_16_markup import look_at
from tests.store.file.test_forgetting import traces
from tests.tui.apps import Put, settled
from tui.app import RelanceApp
from tui.screens.form import FormScreen

TODAY = date(2026, 3, 20)


@pytest.fixture
def app(tmp_path: Path) -> RelanceApp:
    """A lead with a quote and a contact, another one, and a backup."""
    repository = a_tracker(tmp_path)
    own = a_lead(id=2, name="Zorblax")
    repository.commit(Put(a_lead(), a_quote(id=11), own), on(TODAY))
    quote = a_quote(id=12, ref="Z-1", lead_id=2, title="Zorblax map", amount="9000")
    contact = a_contact(date(2026, 3, 5), quote_id=12, lead_id=2, note="Zorblax")
    repository.commit(Put(quote, contact), on(TODAY))
    return an_app_on(repository, TODAY)


async def ask(pilot: Pilot[Any]) -> None:
    """Opens the form for the lead with most money, which stands first."""
    await pilot.press("3", "home", "X")
    await until(pilot, lambda: isinstance(pilot.app.screen, FormScreen))
    await pilot.pause()


async def test_the_form_says_what_goes_and_wants_the_name(app: RelanceApp, tmp_path: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await ask(pilot)
        text = "\n".join(look_at(app).lines)
        assert "Forget Zorblax for good" in text
        assert "1 lead, 1 quote, 1 contact" in text
        assert "cannot be undone" in text
        assert "erase it for good" in text

        await pilot.press(*"zorb", "enter")
        assert isinstance(app.screen, FormScreen)
        assert len(traces(tmp_path)) > 1

        await pilot.press(*"lax", "enter")
        await settled(pilot)
        assert [lead.name for lead in app.desk.board.snapshot.leads.values()] == ["Atelier Lumen"]
        assert traces(tmp_path) == []


async def test_backups_can_be_left(app: RelanceApp, tmp_path: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await ask(pilot)
        await pilot.press(*"zorblax", "tab", "right", "enter")
        await settled(pilot)
        assert traces(tmp_path / "data") == []
        assert traces(tmp_path / "state")


async def test_escape_forgets_nothing(app: RelanceApp, tmp_path: Path) -> None:
    async with app.run_test() as pilot:
        await ask(pilot)
        await pilot.press(*"zorblax", "escape")
        await settled(pilot)
        assert len(app.desk.board.snapshot.leads) == 2

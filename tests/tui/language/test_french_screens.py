"""In French, what stands on the screens is French: keys, questions, and texts to correct."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.records.amount_reading import read_amount
from tests.builders import a_quote
from tests.faults.test_row_16_markup import look_at
from tests.tui.apps import an_app
from tests.tui.screens.test_import import ERPNEXT
from tests.tui.test_app import until
from tui.app import RelanceApp
from tui.demo import demo_repository
from tui.language import use_language
from tui.screens.confirm import ConfirmScreen
from tui.screens.file_picker import FilePickerScreen
from tui.screens.form import FormScreen
from tui.screens.import_preview import ImportPreviewScreen
from tui.screens.main import MainScreen
from tui.screens.message import MessageScreen
from tui.screens.preview import PreviewScreen
from tui.wording.amounts import plain_amount


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    use_language("fr")
    yield
    use_language("en")


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RelanceApp:
    """The app with quote D26-001, in a home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return an_app(tmp_path, a_quote())


def text_of(app: RelanceApp) -> str:
    return "\n".join(look_at(app).lines)


async def shows(pilot: Pilot[None], app: RelanceApp, text: str) -> None:
    await until(pilot, lambda: text in text_of(app))


async def on(pilot: Pilot[None], screen: type) -> None:
    await until(pilot, lambda: type(pilot.app.screen) is screen)


async def test_the_keys_of_a_message_on_one_line(app: RelanceApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "m")
        await on(pilot, MessageScreen)
        await shows(pilot, app, "Échap quitter")


async def test_the_keys_before_an_import(app: RelanceApp, tmp_path: Path) -> None:
    (tmp_path / "devis.csv").write_text(ERPNEXT)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("I")
        await on(pilot, FilePickerScreen)
        app.screen.query_one(Input).value = "devis.csv"
        await pilot.press("enter")
        await on(pilot, ImportPreviewScreen)
        await shows(pilot, app, "Entrée importer")
        assert "Échap quitter" in text_of(app)


async def test_the_keys_before_an_export_and_o_replaces_a_file(
    app: RelanceApp, tmp_path: Path
) -> None:
    there = tmp_path / "log.csv"
    there.write_text("mine")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("E")
        await on(pilot, FormScreen)
        await pilot.press("tab", "ctrl+u", *str(there), "enter")
        await on(pilot, PreviewScreen)
        await shows(pilot, app, "Entrée l’écrire  Échap changer")
        await pilot.press("enter")
        await on(pilot, ConfirmScreen)
        await until(pilot, lambda: bool(re.search(r"\bo le remplacer +n ", text_of(app))))
        await pilot.press("o")
        await until(pilot, lambda: there.read_text() != "mine")


@pytest.mark.parametrize("key", ["o", "y"])
async def test_a_question_names_o_and_takes_y_too(app: RelanceApp, key: str) -> None:
    async with app.run_test() as pilot:
        await pilot.press("2", "delete")
        await on(pilot, ConfirmScreen)
        await shows(pilot, app, "o supprimer   n laisser tel quel")
        await pilot.press(key)
        await until(pilot, lambda: not app.desk.board.snapshot.quotes)


async def test_an_amount_to_correct_has_a_comma(app: RelanceApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "e")
        await on(pilot, FormScreen)
        await shows(pilot, app, ",00 EUR")
        await pilot.press("escape")
        await on(pilot, MainScreen)


@pytest.mark.parametrize("amount", ["0.00", "7200.00", "98765432.15"])
def test_an_amount_to_correct_is_read_again_as_it_was(amount: str) -> None:
    text = plain_amount(Decimal(amount), "EUR")
    assert text == f"{amount.replace('.', ',')} EUR"
    assert read_amount("amount", text) == (Decimal(amount), "EUR")


def test_the_sectors_of_the_sample(tmp_path: Path) -> None:
    leads = demo_repository(tmp_path, date(2026, 3, 20)).snapshot().leads.values()
    assert {"santé", "énergie"} <= {lead.sector for lead in leads}
    assert "health" not in {lead.sector for lead in leads}


async def test_the_palette_asks_in_french_and_shows_keys(app: RelanceApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+p")
        await shows(pilot, app, "Chercher une commande…")
        await shows(pilot, app, "Aide")
        lines = [line.strip(" ▊▎│") for line in look_at(app).lines]
        assert lines[lines.index("Aide") + 1] == "F1 ou ?"
        assert "help" not in lines


async def test_the_palette_looks_past_accents(app: RelanceApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+p", *"eteannule")
        await shows(pilot, app, "Rétablir ce qui a été annulé")
        await until(pilot, lambda: "Aide" not in text_of(app))


async def test_the_palette_says_in_french_that_it_found_nothing(app: RelanceApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+p", *"zorblax")
        await shows(pilot, app, "Aucune commande trouvée")
        await pilot.press("enter")
        await on(pilot, MainScreen)


async def test_the_list_of_themes_asks_in_french(app: RelanceApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        app.action_change_theme()
        await shows(pilot, app, "Chercher un thème…")
        await pilot.press(*"zorblax")
        await shows(pilot, app, "Aucun thème trouvé")

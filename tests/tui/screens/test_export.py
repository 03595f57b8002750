"""Exporting in the app: where to, a look before it is written, and nothing replaced unasked."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from store.records.lead import Lead
from tests.builders import a_contact, a_lead, a_quote
from tests.tui.apps import an_app
from tests.tui.test_app import until
from tui.app import RelanceApp
from tui.screens.confirm import ConfirmScreen
from tui.screens.file_picker import FilePickerScreen, PathInput
from tui.screens.form import FormScreen
from tui.screens.main import MainScreen
from tui.screens.preview import LINES, PreviewScreen
from tui.screens.working import WorkingScreen

HEAD = "date,time,lead"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home where nothing is, in which the app works."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def app(tmp_path: Path) -> RelanceApp:
    """The app, with quote Q that was followed up once."""
    return an_app(tmp_path, a_quote(), a_contact(note="[red]x[/]\x1b"))


async def at(pilot: Pilot[Any], screen: type[Any]) -> None:
    await until(pilot, lambda: type(pilot.app.screen) is screen)


async def filled(pilot: Pilot[Any], **values: str) -> None:
    """Opens the form and fills it in."""
    await pilot.press("E")
    await at(pilot, FormScreen)
    for line in pilot.app.screen.query("FieldLine"):
        name = line.field.name  # type: ignore[attr-defined]
        if name in values:
            line._entry.value = values[name]  # type: ignore[attr-defined]
    await pilot.pause()


async def previewed(pilot: Pilot[Any], **values: str) -> str:
    """Fills the form in; what the preview says."""
    await filled(pilot, **values)
    await pilot.press("enter")
    await at(pilot, PreviewScreen)
    await until(pilot, lambda: bool(pilot.app.screen.query("ScrollableContainer Static")))
    return str(pilot.app.screen.query_one("ScrollableContainer Static", Static).visual)


def notes(app: RelanceApp) -> str:
    return str(app.screen.query_one("#form-notes", Static).visual)


async def test_nothing_is_written_before_it_was_seen(app: RelanceApp, home: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        said = await previewed(pilot)
        assert said.startswith(HEAD)
        assert "[red]x[/]␛" in said
        assert [*home.glob("*.csv")] == []
        await pilot.press("enter")
        file = home / "relance-2026-03-20.csv"
        await until(pilot, file.exists)
        assert file.read_text().startswith(HEAD)


async def test_escape_leads_back_to_the_form_as_it_was(app: RelanceApp, home: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await previewed(pilot, format="md", output="log", lead="lumen")
        await pilot.press("escape")
        await at(pilot, FormScreen)
        assert isinstance(app.screen, FormScreen)
        values = app.screen.values
        assert (values["format"], values["output"], values["lead"]) == ("md", "log", "lumen")
        assert not (home / "log.md").exists()


@pytest.mark.parametrize(
    ("chosen", "name", "beginning"),
    [
        ("csv", "log.csv", "date,"),
        ("excel", "log.csv", "\ufeffdate;"),
        ("json", "log.json", '{\n"relance"'),
        ("md", "log.md", "# "),
        ("html", "log.html", "<!DOCTYPE html>"),
        ("ics", "log.ics", "BEGIN:VCALENDAR"),
    ],
)
async def test_every_format_can_be_chosen(
    app: RelanceApp, home: Path, chosen: str, name: str, beginning: str
) -> None:
    async with app.run_test(size=(110, 30)) as pilot:
        said = await previewed(pilot, format=chosen, output="log")
        assert "\ufeff" not in said
        await pilot.press("enter")
        await until(pilot, (home / name).exists)
    assert (home / name).read_text().startswith(beginning)


async def test_a_file_that_exists_is_replaced_after_a_yes_alone(
    app: RelanceApp, home: Path
) -> None:
    file = home / "log.csv"
    file.write_text("precious")
    async with app.run_test(size=(80, 24)) as pilot:
        await filled(pilot, output="log.csv")
        assert "it exists; you are asked" in notes(app)
        await pilot.press("enter")
        for answer in ("n", "y"):
            await at(pilot, PreviewScreen)
            await pilot.press("enter")
            await at(pilot, ConfirmScreen)
            question = str(app.screen.query_one(Static).visual)
            assert "exists already: replace it?" in question
            assert "--force" not in question
            assert file.read_text() == "precious"
            await pilot.press(answer)
            if answer == "n":
                await at(pilot, FormScreen)
                assert file.read_text() == "precious"
                await pilot.press("enter")
        await until(pilot, lambda: file.read_text().startswith(HEAD))


async def test_filters_choose_what_is_written(app: RelanceApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert "\n" not in (await previewed(pilot, since="2026-03-03")).strip()
        await pilot.press("escape")
        await at(pilot, FormScreen)
        await pilot.press("escape")
        await at(pilot, MainScreen)
        await filled(pilot, since="2026-03-03", until="2026-03-02")
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.screen.query("#form-error")))


async def test_a_folder_gets_the_usual_name_and_a_missing_one_is_told(
    app: RelanceApp, home: Path
) -> None:
    (home / "Documents").mkdir()
    async with app.run_test(size=(110, 30)) as pilot:
        await filled(pilot, output="~/Documents/", format="json")
        assert notes(app) == f"goes to {home}/Documents/relance-2026-03-20.json"
        app.screen.query("TypedEntry").first().value = "nowhere/log.md"  # type: ignore[attr-defined]
        await until(pilot, lambda: f"there is no folder {home}/nowhere" in notes(app))
        assert "its name says md, and it will hold json" in notes(app)


async def test_a_long_text_is_shown_by_its_beginning(tmp_path: Path) -> None:
    leads: list[Lead] = [a_lead(id=number, name=f"Lead {number}") for number in range(2, 400)]
    app = an_app(tmp_path, *leads)
    async with app.run_test(size=(80, 24)) as pilot:
        said = await previewed(pilot, format="json")
        assert len(said.splitlines()) == LINES + 1
        assert said.endswith("more lines")
        scrolled = app.screen.query_one("ScrollableContainer")
        await pilot.press("end")
        await until(pilot, lambda: scrolled.scroll_y > 0)


async def test_what_takes_longer_than_a_moment_shows_that_it_is_at_work(app: RelanceApp) -> None:
    go_on = asyncio.Event()

    async def slow() -> str:
        await go_on.wait()
        return "done"

    async with app.run_test(size=(80, 24)) as pilot:
        main = app.screen
        assert isinstance(main, MainScreen)
        work = asyncio.create_task(main.clerk.at_work(slow(), "Preparing log.csv"))
        await at(pilot, WorkingScreen)
        await until(pilot, lambda: bool(app.screen.query(Static)))
        assert "Preparing log.csv" in str(app.screen.query_one(Static).visual)
        await pilot.press("escape", "q", "enter")
        assert isinstance(app.screen, WorkingScreen)
        go_on.set()
        assert await work == "done"
        await at(pilot, MainScreen)


def picker_error(app: RelanceApp) -> str:
    """What the picker says of a file; nothing where it is not shown."""
    found = app.screen.query("#picker-error")
    return str(found.first(Static).visual) if found else ""


async def test_what_was_exported_as_json_comes_in_again(app: RelanceApp, home: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await previewed(pilot, format="json", output="records")
        await pilot.press("enter")
        await until(pilot, (home / "records.json").exists)
    (home / "other").mkdir()
    other = an_app(home / "other")
    async with other.run_test(size=(80, 24)) as pilot:
        for times in range(2):
            await pilot.press("I")
            await at(pilot, FilePickerScreen)
            other.screen.query_one(PathInput).value = "records.json"
            await pilot.press("enter")
            if not times:
                await at(pilot, ConfirmScreen)
                assert "3 records to add" in str(other.screen.query_one(Static).visual)
                await pilot.press("y")
                await until(pilot, lambda: len(other.desk.board.snapshot.quotes) == 1)
            else:
                await until(pilot, lambda: "3 records are there already" in picker_error(other))

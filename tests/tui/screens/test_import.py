"""Importing in the app: the file, how it is read, what would happen, the import; through Pilot."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.errors import TrackerError
from store.exchange.remembered import NAME
from store.file.repository import Repository
from store.file.state import State
from store.records.settings import Settings
from store.rules.rulebook import Rulebook
from tests.faults.poison import ALL, MARKUP
from tests.faults.test_row_16_markup import look_at
from tests.tui.apps import LOOK_AGAIN, TODAY, SettableClock, an_app
from tests.tui.test_app import until
from tui.app import RelanceApp
from tui.screens.file_picker import FileList, FilePickerScreen
from tui.screens.form import FormScreen
from tui.screens.import_preview import ImportPreviewScreen
from tui.screens.main import MainScreen
from tui.screens.work import WorkScreen
from tui.session import Session

ERPNEXT = (
    "ID,Party,Customer Name,Date,Valid Till,Currency,Grand Total,Status\n"
    "Q-1,,Cabinet Rey,2026-03-02,2026-03-23,EUR,80.00,Open\n"
    "Q-2,,Cabinet Rey,2026-03-02,2026-03-23,EUR,many,Open\n"
    "Q-3,,Café Éphémère,03/04/2026,2026-05-23,EUR,120.00,Ordered\n"
)
UNKNOWN = "Client;Was;Montant;Date;Stand\nÄpfel;Logo;99;02/03/2026;offen\n"
MANY = ERPNEXT + "".join(
    f"B-{number},,Lead {number},2026-03-02,2026-03-23,EUR,80.00,Open\n" for number in range(8_000)
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the app is opened."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def an_app_that_remembers(folder: Path) -> RelanceApp:
    """The app on an empty file, with a state folder."""
    path = folder / "tracker.json"
    state = State(lambda: folder / "state", path)
    session = Session(
        repository=Repository(path, "test", state=state),
        rulebook=Rulebook.of(Settings()),
        clock=SettableClock(TODAY),
        language="en",
        ascii_signs=False,
    )
    return RelanceApp(session, look_again_every=LOOK_AGAIN)


async def pick(pilot: Pilot[Any], path: str) -> None:
    """Types the path into the picker."""
    await pilot.press("I")
    await until(pilot, lambda: isinstance(pilot.app.screen, FilePickerScreen))
    pilot.app.screen.query_one(Input).value = path
    await pilot.press("enter")


async def on_screen(pilot: Pilot[Any], kind: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


def text_of(pilot: Pilot[Any]) -> str:
    return "\n".join(look_at(pilot.app).lines)  # type: ignore[arg-type]


def refs(app: RelanceApp) -> list[str]:
    snapshot = app.desk.session.repository.snapshot()
    return sorted(quote.ref for quote in snapshot.quotes.values())


async def test_a_file_is_chosen_shown_and_imported(tmp_path: Path, folder: Path) -> None:
    (folder / "devis.csv").write_text(ERPNEXT)
    (folder / "photo.png").write_bytes(b"")
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("I")
        await on_screen(pilot, FilePickerScreen)
        assert [each.name for each in app.screen.query_one(FileList).rows] == ["devis.csv"]
        await pilot.press("down", "enter")
        await on_screen(pilot, ImportPreviewScreen)
        shown = text_of(pilot)
        assert "erpnext · utf-8 · comma · decimals: point · days: day/month/year" in shown
        assert "2 quotes to add · 0 quotes there already · 1 problem" in shown
        assert refs(app) == []
        await pilot.press("p")
        await pilot.pause()
        assert "line 3 (Grand Total): amount: “many” is not an amount" in text_of(pilot)
        await pilot.press("enter")
        await on_screen(pilot, MainScreen)
        assert refs(app) == ["Q-1", "Q-3"]


async def test_escape_leaves_without_importing(tmp_path: Path, folder: Path) -> None:
    (folder / "devis.csv").write_text(ERPNEXT)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pick(pilot, "devis.csv")
        await on_screen(pilot, ImportPreviewScreen)
        await pilot.press("escape")
        await on_screen(pilot, MainScreen)
        assert refs(app) == []


async def test_a_file_without_news_says_so_and_stays(tmp_path: Path, folder: Path) -> None:
    (folder / "devis.csv").write_text(ERPNEXT)
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        for _ in range(2):
            await pick(pilot, "devis.csv")
            await on_screen(pilot, ImportPreviewScreen)
            await pilot.press("enter")
            await pilot.pause()
        await until(pilot, lambda: "Nothing to add or change" in text_of(pilot))
        assert isinstance(app.screen, ImportPreviewScreen)


@pytest.mark.parametrize(
    ("path", "said"),
    [("nothing.csv", "no file"), ("", "empty"), ("x.bin", "no text file"), ("e.csv", "columns")],
)
async def test_a_file_that_cannot_be_read_is_said_in_the_picker(
    tmp_path: Path, folder: Path, path: str, said: str
) -> None:
    (folder / "x.bin").write_bytes(b"\0\1\2")
    (folder / "e.csv").write_bytes(b"")
    app = an_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pick(pilot, path)
        await until(pilot, lambda: said in text_of(pilot))
        assert isinstance(app.screen, FilePickerScreen)
        assert app.screen.query_one(Input).value.endswith(path)


async def test_a_path_is_completed_and_a_folder_lists_its_files(
    tmp_path: Path, folder: Path
) -> None:
    (folder / "exports").mkdir()
    (folder / "exports" / "dolibarr.csv").write_text(ERPNEXT)
    app = an_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("I")
        await on_screen(pilot, FilePickerScreen)
        await pilot.press("e", "x")
        typed = app.screen.query_one(Input)
        await until(pilot, lambda: typed._suggestion == "exports/")
        await pilot.press("right")
        await until(pilot, lambda: len(app.screen.query_one(FileList).rows) == 1)
        await pilot.press("enter", "enter")
        await on_screen(pilot, ImportPreviewScreen)


async def test_how_a_file_is_read_can_be_changed(tmp_path: Path, folder: Path) -> None:
    (folder / "devis.csv").write_text(ERPNEXT)
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pick(pilot, "devis.csv")
        await on_screen(pilot, ImportPreviewScreen)
        await pilot.press("s")
        await on_screen(pilot, FormScreen)
        assert "as seen: day/month/year" in text_of(pilot)
        await pilot.press("down", "down", "down", "down", "right", "right", "enter")
        await on_screen(pilot, ImportPreviewScreen)
        assert "days: month/day/year" in text_of(pilot)


async def test_a_shape_that_the_file_does_not_have_is_said_in_the_form(
    tmp_path: Path, folder: Path
) -> None:
    (folder / "devis.csv").write_text(ERPNEXT)
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pick(pilot, "devis.csv")
        await on_screen(pilot, ImportPreviewScreen)
        await pilot.press("s")
        await on_screen(pilot, FormScreen)
        await pilot.press("right", "enter")
        await until(pilot, lambda: "does not have the columns of tableur-fr" in text_of(pilot))
        assert isinstance(app.screen, FormScreen)


async def test_unknown_columns_are_mapped_guessed_where_they_can_be_and_remembered(
    tmp_path: Path, folder: Path
) -> None:
    (folder / "liste.csv").write_text(UNKNOWN)
    app = an_app_that_remembers(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pick(pilot, "liste.csv")
        await on_screen(pilot, FormScreen)
        shown = text_of(pilot)
        assert "‹ Client ›" in shown
        assert "‹ Montant ›" in shown
        assert "Client: Äpfel · Was: Logo · Montant: 99" in shown
        await pilot.press("enter")
        await until(pilot, lambda: "say which column holds it" in text_of(pilot))
        await pilot.press("down", "down", "W", "enter")
        await on_screen(pilot, ImportPreviewScreen)
        assert "by a mapping" in text_of(pilot)
        await pilot.press("enter")
        await on_screen(pilot, MainScreen)
        await until(pilot, (tmp_path / "state" / NAME).exists)
        assert refs(app) == ["D26-001"]
        await pick(pilot, "liste.csv")
        await on_screen(pilot, ImportPreviewScreen)
        assert "1 quote there already" in text_of(pilot)


async def start_reading(pilot: Pilot[Any], path: str) -> None:
    """Picks the file, and waits for no more than the bar: pressing a key would wait for more."""
    await pilot.press("I")
    await on_screen(pilot, FilePickerScreen)
    pilot.app.screen.dismiss(Path(path))
    await until(pilot, lambda: isinstance(pilot.app.screen, WorkScreen))


async def test_reading_a_large_file_can_be_stopped(tmp_path: Path, folder: Path) -> None:
    (folder / "devis.csv").write_text(MANY)
    app = an_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await start_reading(pilot, "devis.csv")
        await app.screen.run_action("stop")
        await on_screen(pilot, FilePickerScreen)
        assert "Stopped: nothing was saved." in text_of(pilot)


async def test_a_large_file_shows_how_far_it_is_and_is_imported(
    tmp_path: Path, folder: Path
) -> None:
    (folder / "devis.csv").write_text(MANY)
    app = an_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await start_reading(pilot, "devis.csv")
        await until_later(pilot, ImportPreviewScreen)
        await pilot.press("enter")
        await until_later(pilot, MainScreen)
        assert len(refs(app)) == 8_002


async def until_later(pilot: Pilot[Any], kind: type) -> None:
    """Waits longer than `until`."""
    for _ in range(1_000):
        if isinstance(pilot.app.screen, kind):
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError(kind)


async def test_ctrl_c_stops_the_work_and_does_not_leave(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        work = WorkScreen("Saving", ("#", "."))
        await app.push_screen(work)
        work.watch_work(30, 60)
        await until(pilot, lambda: " 50 %" in text_of(pilot))
        await pilot.press("ctrl+c", "ctrl+c")
        with pytest.raises(TrackerError, match="import_stopped"):
            work.watch_work(31, 60)
        assert app.is_running


async def test_what_a_file_says_is_shown_literally(tmp_path: Path, folder: Path) -> None:
    hostile = MARKUP["action"] + "".join(sign for sign in ALL if sign not in "\n\r\0;")
    (folder / "x.csv").write_text(
        f"{hostile};Was;Prix;Stand\n{hostile};{hostile};9;{hostile}\nA;B;C;D\n", newline=""
    )
    app = an_app(tmp_path)
    async with app.run_test(size=(110, 36), notifications=True) as pilot:
        await pick(pilot, "x.csv")
        await on_screen(pilot, FormScreen)
        assert look_at(app).obeyed == []
        await pilot.press("right", "down", "down", "W", "enter")
        await on_screen(pilot, ImportPreviewScreen)
        assert look_at(app).obeyed == []
        assert MARKUP["action"] in text_of(pilot)

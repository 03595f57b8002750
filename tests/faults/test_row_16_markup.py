"""Rows 15 and 16 inside the app: what data says is shown literally, and nothing of it runs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from store.file.codec import write_record
from tests.faults.files import a_tracker, an_app_on, until
from tests.faults.poison import ALL, MARKUP, OBEYED, PILED, records
from tests.tui.apps import an_app, settled
from tests.tui.screens.every_screen import screens
from tui.app import RelanceApp
from tui.commands import COMMANDS, Section
from tui.screens.confirm import ConfirmScreen
from tui.screens.detail import DetailScreen
from tui.screens.file_picker import FilePickerScreen
from tui.screens.form import FormScreen
from tui.screens.help import HelpScreen
from tui.screens.import_preview import ImportPreviewScreen
from tui.screens.lead import LeadScreen
from tui.screens.main import MainScreen
from tui.screens.message import MessageScreen
from tui.screens.preview import PreviewScreen
from tui.screens.refusal import RefusalScreen
from tui.screens.review import ReviewScreen
from tui.screens.sheet import SheetScreen
from tui.screens.too_small import TooSmallScreen
from tui.screens.trouble import TroubleScreen
from tui.screens.work import WorkScreen
from tui.screens.working import WorkingScreen
from tui.widgets.browser import Browser

WALKS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "today": (("1",),),
    "quotes": (("2",),),
    "leads": (("3",),),
    "log": (("4",),),
    "closed": (("5",),),
    "statistics": (("6",),),
    "follow_up": (("2", "f"), ("2", "f", "enter")),
    "reply": (("2", "r"),),
    "summary": (("2", "S"),),
    "message": (("2", "m"),),
    "triage": (("2", "t"), ("2", "t", "pageup")),
    "won": (("2", "w"),),
    "lost": (("2", "l"),),
    "decline": (("2", "d"), ("2", "d", "3"), ("2", "d", "enter", "enter")),
    "no_response": (("2", "x"),),
    "reopen": (("5", "o"),),
    "undo": (("2", "f", "enter"), ("u",)),
    "redo": (("U",),),
    "send": (("2", "g", "p"), ("2", "G", "p")),
    "snooze": (("2", "s"),),
    "new": (("n", "[", "@", "c", "tab", "P", "W"),),
    "draft": (("N",),),
    "edit": (
        *(("2", "e"), ("3", "e"), ("4", "e"), ("5", "e"), ("2", "enter", "e")),
        ("2", "e", "ctrl+u", "tab", "ctrl+u", "enter"),
    ),
    "edit_lead": (("2", "i"),),
    "forget": (("2", "X"), ("3", "X", "[", "/", "]", "enter")),
    "incident": (("2", "B"), ("3", "B", "tab", "right")),
    "merge": (("2", "M"), ("3", "M", "[", "/", "]", "enter")),
    "delete": (("2", "delete"), ("3", "delete"), ("4", "delete"), ("2", "enter", "delete")),
    "find": (("2", "slash", "p", "w"), ("2", "slash", "[", "/", "]")),
    "sort_next": (("2", ">"),),
    "sort_back": (("2", "<"),),
    "turn": (("2", "="),),
    "detail": (("1", "enter"), ("3", "enter")),
    "copy": (("2", "y"),),
    "review": (("c",), ("c", "t")),
    "export": (("E",), ("E", "enter"), ("E", "tab", "tab", "[", "@", "x")),
    "import": (("I",),),
    "palette": (("ctrl+p", "q", "u"),),
    "help": (("question_mark",),),
}
"""For every command, keys that lead to its dialogs, forms, questions and messages."""

SCREENS: Mapping[type[Screen[Any]], str] = {
    MainScreen: "today",
    FormScreen: "follow_up",
    ConfirmScreen: "delete",
    DetailScreen: "detail",
    HelpScreen: "help",
    LeadScreen: "detail",
    RefusalScreen: "decline",
    MessageScreen: "message",
    SheetScreen: "triage",
    ReviewScreen: "review",
    PreviewScreen: "export",
    FilePickerScreen: "import",
}
"""Every screen, and a command that shows it."""

PREPARED = {("E", "enter"): PreviewScreen}
"""Screens that are shown once a thread has made what they show, by the keys that lead there."""

NOT_WALKED = {TooSmallScreen, WorkingScreen, WorkScreen, TroubleScreen, ImportPreviewScreen}
"""The first three have no data, the others tests of their own."""


class Seen(NamedTuple):
    """The screen and the messages over it: its lines, and what a click on them would run."""

    lines: list[str]
    actions: set[str]

    @property
    def obeyed(self) -> list[str]:
        """What a terminal or a click would obey that no program of ours wrote."""
        lines = [line for line in self.lines if OBEYED.search(line) or PILED.search(line)]
        return lines + [
            action for action in self.actions if not action.startswith(("screen.", "tick("))
        ]


def look_at(app: RelanceApp) -> Seen:
    """What a person sees."""
    strips = app.screen._compositor.render_strips(app.size)
    styles = [segment.style for strip in strips for segment in strip if segment.style is not None]
    found = {str(style.meta.get("@click") or style.link or "") for style in styles}
    return Seen([strip.text for strip in strips], found - {""})


async def back(pilot: Pilot[Any]) -> None:
    """Escape from wherever it is, and from what was looked for."""
    while len(pilot.app.screen_stack) > 1:
        await pilot.press("escape")
    if pilot.app.focused is not pilot.app.screen.query_one(Browser).lines:
        await pilot.press("escape")


def test_every_command_and_every_screen_is_walked() -> None:
    assert {command.name for command in COMMANDS} - {"quit"} == {*WALKS}
    assert screens() == {*SCREENS} | NOT_WALKED


async def test_nothing_in_data_runs_in_the_statistics(tmp_path: Path) -> None:
    app = an_app(tmp_path, *records(MARKUP["action"] + ALL))
    async with app.run_test(size=(110, 120)) as pilot:
        await pilot.press("6")
        await settled(pilot)
        seen = look_at(app)
    assert seen.obeyed == []
    assert MARKUP["action"] in "".join(seen.lines)


@pytest.mark.parametrize("section", Section)
async def test_nothing_in_data_runs_or_crashes_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, section: Section
) -> None:
    monkeypatch.chdir(tmp_path)  # the walk exports into the current folder
    app = an_app(tmp_path, *records(MARKUP["action"] + ALL))
    commands = [command.name for command in COMMANDS if command.section is section]
    shown, met = "", set()
    async with app.run_test(size=(110, 36), notifications=True) as pilot:
        for name in commands:
            for keys in WALKS.get(name, ()):
                await pilot.press(*keys)
                await pilot.pause()
                if keys in PREPARED:
                    await until(pilot, lambda: type(app.screen) in PREPARED.values())
                    await pilot.pause()
                seen = look_at(app)
                shown += "".join(seen.lines)
                met.add(type(app.screen))
                assert not seen.obeyed, keys
                await back(pilot)
        assert app.is_running
    assert MARKUP["action"] in shown
    assert "\N{REPLACEMENT CHARACTER}" in shown
    assert {screen for screen, name in SCREENS.items() if name in commands} <= met


async def test_the_dialog_about_trouble_shows_a_hostile_path_literally(tmp_path: Path) -> None:
    folder = tmp_path / "[@click=app.quit]PWNED\x1b[31m\x9b\u202e"
    folder.mkdir()
    repository = a_tracker(folder, 1)
    repository.path.write_bytes(b"{")
    app = an_app_on(repository)
    async with app.run_test(size=(110, 36), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TroubleScreen))
        await until(pilot, lambda: "PWNED" in "".join(look_at(app).lines))
        seen = look_at(app)
        assert "[@click=app.quit]" in "".join(seen.lines)
        assert not seen.obeyed


async def test_what_is_stored_stays_as_it_is(tmp_path: Path) -> None:
    kept = records(ALL)
    app = an_app(tmp_path, *kept)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        for key in ("e", "i", "f"):
            await pilot.press(key)
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            await back(pilot)
        snapshot = app.desk.session.repository.snapshot()
    for record in kept:
        tables = (snapshot.leads, snapshot.quotes, snapshot.follow_ups)
        stored = next(table[record.id] for table in tables if record.id in table)
        ours = {name: getattr(record, name) for name in record.__struct_fields__}
        theirs = {name: getattr(stored, name) for name in record.__struct_fields__}
        assert ours | {"changed": 0, "seq": 0} == theirs | {"changed": 0, "seq": 0}
    assert write_record(kept[0], None)


@pytest.mark.parametrize("ref", ["D1\n", "\x1b[31mD1", "D1\u202e", "D1\x00", "rm -rf ~\r"])
async def test_a_ref_that_a_shell_would_obey_is_not_copied(tmp_path: Path, ref: str) -> None:
    app = an_app(tmp_path, *records("Plain", ref=ref))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        app.screen.query_one("Browser").lines.go_to(10)  # type: ignore[attr-defined]
        await pilot.press("y")
        await pilot.pause()
        assert app.clipboard == ""


async def test_a_plain_ref_is_copied(tmp_path: Path) -> None:
    app = an_app(tmp_path, *records("Plain", ref="Œ-1[/]"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        app.screen.query_one("Browser").lines.go_to(10)  # type: ignore[attr-defined]
        await pilot.press("y")
        await pilot.pause()
        assert app.clipboard == "Œ-1[/]"

"""Row 15: of all bytes that the real program writes to its terminal, none comes from data."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Open
from tests.faults.poison import ALL, data_file, obeyed_in, records
from tests.terminal import Terminal
from tui.commands import COMMANDS, key_name

NOT_HERE = ("today", "quotes", "leads", "log", "closed", "statistics", "undo", "redo", "quit")
"""Commands that open nothing over the list; the views are opened one after another."""

DIALOGS = tuple(
    key_name(command.keys[-1]).lower() if command.name == "delete" else key_name(command.keys[-1])
    for command in COMMANDS
    if command.name not in NOT_HERE
)


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    """A file that somebody else wrote."""
    file = tmp_path / "tracker.json"
    file.write_bytes(data_file(records(ALL)))
    return file


ESCAPE = "\x1b[27u"
"""The Escape key as some terminals send it: not the beginning of anything, so nobody waits."""


def press(app: Terminal, *keys: str) -> None:
    for key in keys:
        if key == "escape":
            app.type(ESCAPE)
        else:
            app.press(key)
        app.wait_quiet()


@pytest.mark.parametrize(("columns", "dialogs"), [(80, ("f", "e", "enter")), (120, DIALOGS)])
def test_nothing_that_the_app_writes_comes_from_data(
    open_relance: Open, poisoned: Path, columns: int, dialogs: Sequence[str]
) -> None:
    before = poisoned.read_bytes()
    app = open_relance(columns=columns, rows=30)
    app.wait_for("PWNED")
    for view in "123456":
        press(app, view)
    for key in dialogs:
        press(app, "2", key, "escape")
    press(app, "4", "e", "escape", "3", "e", "escape")

    assert obeyed_in(app.raw) == []
    assert poisoned.read_bytes() == before


def test_neither_does_what_it_says_of_a_change(open_relance: Open, poisoned: Path) -> None:
    app = open_relance()
    app.wait_for("PWNED")
    app.press("f")
    app.wait_for("Follow-up ·")
    app.press("enter")
    app.wait_for("logged, Fri")
    app.press("u")
    app.wait_for("Undone")
    app.press("ctrl+q")
    assert app.wait_exit() == 0
    assert obeyed_in(app.raw) == []


def test_a_click_on_any_cell_of_data_runs_nothing(open_relance: Open, poisoned: Path) -> None:
    before = poisoned.read_bytes()
    app = open_relance(columns=100, rows=24)
    app.wait_for("PWNED")
    for view in "123456":
        press(app, view)
        for row in range(3, 22):
            for column in range(1 + row % 5, 99, 5):
                app.click(column, row)
            if "Esc back" in app.text:
                press(app, "escape")
        app.wait_quiet()
    assert poisoned.read_bytes() == before
    app.press("ctrl+q")
    assert app.wait_exit() == 0
    assert obeyed_in(app.raw) == []

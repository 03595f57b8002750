"""Row 14: out within a second, the terminal as it was, what was being saved kept."""

import os
import re
import signal
from pathlib import Path
from time import perf_counter

import pytest

from tests.end_to_end.conftest import Open
from tests.terminal import Terminal

OUT_WITHIN = 1.0
"""Seconds, of which a busy machine with other tests on it gets some more."""

SLOW_MACHINE = 3.0

MODES = ("1049", "25", "1000", "1002", "1003", "1006", "1015", "1016", "2004", "1004", "2048", "7")
AS_FOUND = {mode: mode in ("25", "7") for mode in MODES}
"""A terminal before anybody changed it: the cursor is shown, lines wrap, all else is off."""


def modes(raw: bytes) -> dict[str, bool]:
    """The private modes that are on after the program wrote this."""
    on = dict(AS_FOUND)
    for numbers, final in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", raw):
        for number in numbers.decode().split(";"):
            on[number] = final == b"h"
    return on


def is_restored(raw: bytes) -> bool:
    """Whether modes and keyboard are as they were found."""
    pushed, popped = len(re.findall(rb"\x1b\[>[0-9]+u", raw)), raw.count(b"\x1b[<u")
    return {mode: modes(raw)[mode] for mode in MODES} == AS_FOUND and popped >= pushed


def opened(open_relance: Open, **size: int) -> Terminal:
    """The app on an empty file, and its first picture."""
    app = open_relance(**size)
    app.wait_for("add your first quote")
    app.wait_quiet()
    assert not is_restored(app.raw)
    return app


def leaves(app: Terminal, code: int) -> None:
    """The program ends in time with this code, and leaves nothing behind."""
    begun = perf_counter()
    assert app.wait_exit(timeout=OUT_WITHIN + SLOW_MACHINE) == code
    assert perf_counter() - begun < OUT_WITHIN + SLOW_MACHINE
    assert is_restored(app.raw), modes(app.raw)
    assert b"Traceback" not in app.raw


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_a_key_leaves_with_0(open_relance: Open, key: str) -> None:
    app = opened(open_relance)
    app.press(key)
    leaves(app, 0)


@pytest.mark.parametrize("dialog", [("n", "New quote"), ("ctrl+p", "Search"), ("?", "Esc closes")])
def test_ctrl_q_leaves_from_every_dialog(open_relance: Open, dialog: tuple[str, str]) -> None:
    app = opened(open_relance)
    app.press(dialog[0])
    app.wait_for(dialog[1])
    app.press("ctrl+q")
    leaves(app, 0)


@pytest.mark.parametrize("where", ["main", "form"])
def test_ctrl_c_twice_leaves_and_once_says_so(open_relance: Open, where: str) -> None:
    app = opened(open_relance)
    if where == "form":
        app.press("n")
        app.wait_for("New quote")
    app.press("ctrl+c")
    app.wait_for("Press Ctrl+C again to leave")
    app.press("ctrl+c")
    leaves(app, 130)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("where", ["main", "form"])
def test_a_signal_leaves(open_relance: Open, number: int, where: str) -> None:
    app = opened(open_relance)
    if where == "form":
        app.press("n")
        app.wait_for("New quote")
    os.kill(app.pid, number)
    leaves(app, 128 + number)


def test_the_demo_leaves_nothing_behind(open_relance: Open, tmp_path: Path) -> None:
    app = open_relance("demo", TMPDIR=str(tmp_path))
    app.wait_for("Today")
    os.kill(app.pid, signal.SIGTERM)
    leaves(app, 143)
    assert not [*tmp_path.glob("relance-demo-*")]

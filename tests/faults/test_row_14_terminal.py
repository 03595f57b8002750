"""Row 14: a terminal that is closed, stopped, or dead, and mistakes of our own."""

import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter

import pytest

from tests.end_to_end.conftest import Open
from tests.faults.test_row_14_leaving import is_restored, leaves, opened
from tests.terminal import Terminal

PATIENCE = 30.0
"""Seconds for what is not measured here, so many because the machine may be busy."""


def state(pid: int) -> str:
    """What the system says the process does: R, S, D, T (stopped), Z."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def waited(holds: Callable[[], bool], timeout: float = 10) -> bool:
    """Whether the condition comes true in time."""
    end = perf_counter() + timeout
    while not holds() and perf_counter() < end:
        os.sched_yield()
    return holds()


def test_a_closed_terminal_ends_it(open_relance: Open) -> None:
    app = opened(open_relance)
    app.hang_up()
    assert app.wait_exit(timeout=4) == 129


def test_a_closed_terminal_ends_it_also_where_nobody_says_so(
    environment: Mapping[str, str],
) -> None:
    deaf = f"trap '' HUP; exec '{sys.executable}' -m tui"
    with Terminal(["/bin/sh", "-c", deaf], env=environment) as app:
        app.wait_for("add your first quote")
        app.wait_quiet()
        app.hang_up()
        assert app.wait_exit(timeout=6) == 129


def worked(pid: int) -> int:
    """The processor time that the process took so far, in hundredths of a second."""
    return sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]))


def is_stuck_after(app: Terminal, keys: str) -> bool:
    """Whether the program does nothing any more with the keys."""
    before = worked(app.pid)
    app.type_blindly(keys)
    return not waited(lambda: worked(app.pid) > before + 1, timeout=1.5)


def test_a_dead_line_does_not_keep_a_signal_from_ending_it(open_relance: Open) -> None:
    app = opened(open_relance, columns=300, rows=80)
    assert any(is_stuck_after(app, "12345") for _ in range(200))
    os.kill(app.pid, signal.SIGTERM)
    assert waited(lambda: state(app.pid) == "Z", timeout=8)
    assert app.wait_exit() == 143


def is_painted_anew(raw: bytes) -> bool:
    """Whether the app has taken the terminal again and then painted.

    What it was about to paint when it was stopped comes before, and a key typed then is lost:
    what waits to be read is dropped where the terminal is taken.
    """
    _before, taken, painted = raw.rpartition(b"\x1b[?1049h")
    return bool(taken) and b"add your first quote" in painted


@pytest.mark.parametrize("stopped_by", ["ctrl+z", "SIGTSTP", "SIGSTOP"])
def test_it_goes_on_after_a_stop(open_relance: Open, stopped_by: str) -> None:
    app = open_relance()
    keyboard = app.keyboard
    app.wait_for("add your first quote", PATIENCE)
    assert app.keyboard != keyboard
    if stopped_by == "ctrl+z":
        app.press("ctrl+z")
    else:
        os.kill(app.pid, getattr(signal, stopped_by))
    app.wait_for(lambda app: state(app.pid) == "T", PATIENCE)
    if stopped_by != "SIGSTOP":
        assert is_restored(app.raw)
        assert app.keyboard == keyboard
        assert "add your first quote" not in app.text
    before = len(app.raw)
    os.kill(app.pid, signal.SIGCONT)
    app.wait_for(lambda app: is_painted_anew(app.raw[before:]), PATIENCE)
    app.press("n")
    app.wait_for("New quote", PATIENCE)
    app.type("Once")
    app.wait_for("Once", PATIENCE)
    app.press("ctrl+q")
    leaves(app, 0)
    assert app.keyboard == keyboard


MISTAKES = {
    "in an action": "MainScreen.action_help = mistake",
    "in a worker": "from tui.clerk import Clerk; Clerk.undo = mistake_later",
    "in painting": "from tui.screens.help import HelpScreen; HelpScreen.compose = mistake",
    "in reading keys": "from tui.driver import RestoringDriver\n"
    "RestoringDriver.process_message = mistake",
}
BROKEN = """
from tui.screens.main import MainScreen
def mistake(*_):
    raise KeyError("\\x1b[31msecret")
async def mistake_later(*_):
    mistake()
{patch}
from tui.__main__ import main
main()
"""


@pytest.mark.parametrize("where", MISTAKES)
def test_our_own_mistakes_leave_a_sentence_and_no_traceback(
    environment: Mapping[str, str], tmp_path: Path, where: str
) -> None:
    program = BROKEN.format(patch=MISTAKES[where])
    with Terminal([sys.executable, "-c", program], env=environment) as app:
        if where != "in reading keys":
            app.wait_for("add your first quote")
            app.press("u" if where == "in a worker" else "?")
        leaves(app, 3)
        assert "Something went wrong inside relance" in app.text
        assert b"secret" not in app.raw
    log = next(tmp_path.glob("**/errors.log"))
    assert "Traceback" in log.read_text() or where == "in reading keys"

"""Row 14: what is being saved when relance is left is saved to the end."""

import fcntl
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Open, Run
from tests.faults.test_row_14_leaving import is_restored
from tests.terminal import Terminal


@contextmanager
def another_writer(file: Path) -> Iterator[None]:
    """Holds the file's lock, so that every save waits."""
    with (file.parent / f".{file.name}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def is_waiting(app: Terminal) -> bool:
    """Whether the form is gone; it comes back where nothing was saved."""
    return "Follow-up ·" not in app.text


@pytest.mark.parametrize(
    ("leave", "code"), [("q", 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129), ("hang up", 129)]
)
def test_a_save_under_way_is_finished_and_kept(
    open_relance: Open, relance: Run, tmp_path: Path, leave: str | signal.Signals, code: int
) -> None:
    relance("add", "Atelier Lumen", "Website redesign", "4800", "--sent", "2026-03-18")
    app = open_relance()
    app.wait_for("Website redesign")
    with another_writer(tmp_path / "tracker.json"):
        app.press("f")
        app.wait_for("Follow-up ·")
        app.press("enter")
        app.wait_for(is_waiting)
        if isinstance(leave, signal.Signals):
            os.kill(app.pid, leave)
        elif leave == "hang up":
            app.hang_up()
        else:
            app.press(leave)
        if leave != "hang up":
            app.wait_for(lambda app: is_restored(app.raw), timeout=4)
    assert app.wait_exit() == code
    assert "follow-up by e-mail logged" in relance("history").stdout


IMPATIENT = """
from store.file import lock
lock.PATIENCE = 1.0
from tui.__main__ import main
main()
"""
"""The program, for which one second of waiting for another writer is enough."""


def test_a_save_that_fails_after_leaving_is_told_and_not_silently_lost(
    environment: Mapping[str, str], relance: Run, tmp_path: Path
) -> None:
    relance("add", "Atelier Lumen", "Website redesign", "4800", "--sent", "2026-03-18")
    with (
        Terminal([sys.executable, "-c", IMPATIENT], env=environment) as app,
        another_writer(tmp_path / "tracker.json"),
    ):
        app.wait_for("Website redesign")
        app.press("f")
        app.wait_for("Follow-up ·")
        app.press("enter")
        app.wait_for(is_waiting)
        app.press("q")
        assert app.wait_exit(timeout=15) == 3
        assert "Nothing was saved" in app.text
        assert is_restored(app.raw)

"""The real program in a pseudo-terminal, with a home of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal import Terminal

TODAY = "2026-03-20"
ROOT = Path(__file__).parent.parent.parent

Open = Callable[..., Terminal]
"""Opens relance with these arguments, at 120x36 unless told."""

Run = Callable[..., subprocess.CompletedProcess[str]]
"""Runs a command of relance to its end."""


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """A home where nothing is, and a file in it."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "RELANCE_FILE": str(tmp_path / "tracker.json"),
        "RELANCE_TODAY": TODAY,
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def open_relance(environment: Mapping[str, str], tmp_path: Path) -> Iterator[Open]:
    """Opens the app in its home; every terminal is closed at the end."""
    with ExitStack() as stack:

        def open_it(*arguments: str, columns: int = 120, rows: int = 36, **more: str) -> Terminal:
            argv = [sys.executable, "-m", "tui", *arguments]
            given = {**environment, **more}
            terminal = Terminal(argv, columns=columns, rows=rows, env=given, cwd=tmp_path)
            return stack.enter_context(terminal)

        yield open_it


@pytest.fixture
def relance(environment: Mapping[str, str]) -> Run:
    """Runs a command line."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            env=dict(environment),
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    return run

"""Runs the command line for tests, in this process or in another, far from anybody's home."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from tui.cli.group import relance

PROJECT = Path(__file__).parents[3]

TODAY = "2026-03-02"
"""A Monday, the day on which the quotes of the specification's examples are sent."""


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """stdout, read by a script."""
        return json.loads(self.out)


class CommandLine:
    """`relance`, with its file and its home in one folder."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.file = folder / "data" / "relance.json"
        self.file.parent.mkdir(mode=0o700)
        self.home.mkdir()

    def environment(self, today: str = TODAY, **more: str) -> Mapping[str, str]:
        """The variables that relance looks at."""
        given = {
            "HOME": str(self.home),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "COLUMNS": "80",
            "RELANCE_FILE": str(self.file),
            "RELANCE_TODAY": today,
            "RELANCE_MACHINE": "here",
        }
        return {name: value for name, value in (given | more).items() if value}

    def __call__(self, *args: str, on: str = TODAY, typed: str = "", **more: str) -> Answer:
        """Runs a command on a day, in this process; the language it speaks ends with it."""
        hidden = {name: None for name in os.environ if name.startswith(("XDG_", "RELANCE_", "LC_"))}
        runner = CliRunner(env=hidden | dict(self.environment(on, **more)))
        invoke = partial(runner.invoke, input=typed, catch_exceptions=False)
        done = copy_context().run(invoke, relance, args)
        return Answer(done.exit_code, done.stdout, done.stderr)

    def ok(self, *args: str, on: str = TODAY) -> str:
        """What a command that goes well prints on stdout."""
        answer = self(*args, on=on)
        assert answer.code == 0, answer
        return answer.out

    def only_quote(self, on: str) -> Any:
        """The one quote there is, as `list --json` prints it on a day."""
        (quote,) = self("list", "--view", "all", "--json", on=on).json
        return quote

    def process(
        self, *args: str, on: str = TODAY, stdout: Any = subprocess.PIPE, **more: str
    ) -> "subprocess.CompletedProcess[bytes]":
        """Runs a command in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "tui", *args],
            env=dict(self.environment(on, **more)),
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )

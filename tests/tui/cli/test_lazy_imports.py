"""What a command loads: never the screen, and never what it has no use for."""

import subprocess
import sys

import pytest

from tests.tui.cli.command_line import PROJECT, CommandLine
from tui.cli.group import COMMANDS

PROGRAM = """
import sys
from tui.__main__ import main
try:
    main()
except SystemExit:
    pass
print("loaded:", *sorted(sys.modules), sep="\\n", file=sys.stderr)
"""

ARGUMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "show": (("D26-001",), ("D26-001", "--json")),
    "add": (("Lead", "Title", "5"),),
    "send": (("D26-002",),),
    "log": (("D26-001",),),
    "reply": (("D26-001",),),
    "close": (("D26-001", "won"),),
    "reopen": (("D26-001",),),
    "snooze": (("D26-001", "+1w"),),
    "edit": (("D26-001", "title=New"),),
    "amend": (("D26-001", "1"),),
    "delete": (("D26-001",),),
    "lead": (("Atelier Lumen", "sector=x"),),
    "merge-leads": (("Atelier Lumen", "Nobody"),),
    "export": ((), *(("--format", name) for name in ("md", "html", "json", "ics"))),
    "ban": (("5euros",),),
    "import": (("no-such-file",),),
    "message": (("D26-001",), ("--list",), ("D26-001", "--json")),
    "completion": (("bash",), ("zsh",), ("fish",)),
}
"""Arguments with which a command does something; none for the others."""

OPENS_THE_APP = ("demo",)


def modules(cli: CommandLine, *arguments: str, **more: str) -> set[str]:
    """The modules that a run of the program had loaded at its end."""
    return loaded_by(cli, PROGRAM, *arguments, **more)


def loaded_by(cli: CommandLine, program: str, *arguments: str, **more: str) -> set[str]:
    """The modules that a Python program says on stderr it has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=dict(cli.environment(**more)),
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    loaded = set(done.stderr.partition("loaded:\n")[2].splitlines())
    assert "tui.cli.group" in loaded, done.stderr
    return loaded


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in OPENS_THE_APP])
def test_no_command_loads_the_screen(quoted: CommandLine, command: str) -> None:
    for arguments in ARGUMENTS.get(command, ((),)):
        loaded = modules(quoted, command, *arguments)
        assert not loaded & {"textual", "rich"}, arguments


@pytest.mark.parametrize("arguments", [("--help",), ("add", "--help"), ("nonsense",), ()])
def test_neither_do_help_and_mistakes(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    assert not modules(cli, *arguments) & {"textual", "rich"}


def test_neither_does_a_shell_that_completes(quoted: CommandLine) -> None:
    asked = {
        "_RELANCE_COMPLETE": "bash_complete",
        "COMP_WORDS": "relance\nshow\n",
        "COMP_CWORD": "2",
    }
    assert not modules(quoted, **asked) & {"textual", "rich", "filelock", "holidays"}


def test_the_calendar_library_is_loaded_for_calendars_alone(quoted: CommandLine) -> None:
    assert "icalendar" not in modules(quoted, "export")
    assert "icalendar" in modules(quoted, "export", "--format", "ics")


@pytest.mark.parametrize("command", ["list", "today", "leads"])
def test_reading_loads_only_what_it_needs(quoted: CommandLine, command: str) -> None:
    needless = {"filelock", "holidays", "dateutil.parser", "csv", "tomllib", "tui.demo"}
    assert not modules(quoted, command) & needless

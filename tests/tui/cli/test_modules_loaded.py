"""How much is loaded before a command answers and before the app paints its list.

Every module costs time at each start, so their number is bounded closely. Whoever needs more of
them loads them where they are used, or raises the bound by as many and says why.
"""

import sys

import pytest

from tests.tui.cli.command_line import CommandLine
from tests.tui.cli.test_lazy_imports import loaded_by, modules

OURS = ("store", "tui")

DUE = "2026-03-19"
"""A day on which the quote is to be chased."""

ANSWERS = {"click", "msgspec", "platformdirs", "typing_extensions"}
"""What a command needs of others: its options, JSON, places (and what msgspec itself loads)."""

COMMANDS: dict[tuple[str, ...], int] = {
    ("path",): 116,
    ("today",): 155,
    ("list",): 139,
    ("list", "--json"): 155,
    ("log", "D26-001"): 169,
}
"""Commands, and how many of our own modules they may load: 5 % more than they do."""

WRITES = {"filelock", "store.file.merge", "store.file.level"}
"""What only a command needs that writes."""

FIRST_PAINT = 155
"""How many of our own modules the app may have loaded when its list is painted first."""

NEEDLESS = {
    *("csv", "tomllib", "tinydb", "dateutil.parser", "holidays", "icalendar"),
    *("importlib.resources", "zipfile"),
    *("store.exchange", "store.rules.hindsight", "store.changes.fields", "store.file.migrations"),
    *("store.file.duplicates", "store.file.rescue"),
    *("tui.config.parsing", "tui.wording.errors", "tui.wording.statistics", "tui.messages"),
    *("tui.demo", "tui.forms"),
}
"""What no check-in needs: what is for trouble, for a change, or for one command."""

BEFORE_THE_PAINT = {
    *("json", "tui.cli.options", "tui.cli.output", "tui.clerk", "tui.widgets.banner"),
    *("tui.widgets.detail_text", "tui.widgets.find_input", "tui.widgets.statistics_panel"),
    *("tui.app_palette", "tui.screens.form", "tui.screens.help"),
    *(
        "store.file.briefing",
        "store.file.writer",
        "store.file.review",
        "store.file.history",
        "store.file.backups",
    ),
}
"""What the first paint does not need beyond that: it is for keys, or comes right after."""

APP = """
import os, sys
from textual.drivers.headless_driver import HeadlessDriver
from tui.cli.group import relance
import tui.cli.screen
from tui.cli.this_run import session_of
from tui.app import RelanceApp

class FirstPaint(HeadlessDriver):
    is_headless = False

    def write(self, data):
        if "Atelier Lumen" in data:
            print("loaded:", *sorted(sys.modules), sep="\\n", file=sys.__stderr__, flush=True)
            os._exit(0)

class App(RelanceApp):
    def get_driver_class(self):
        return FirstPaint

with relance.make_context("relance", []) as ctx:
    App(session_of(ctx)).run()
"""


def ours(loaded: set[str]) -> list[str]:
    return sorted(name for name in loaded if name.split(".")[0] in OURS)


def among(loaded: set[str], unwanted: set[str]) -> list[str]:
    """The modules that are unwanted, or beneath one that is."""
    starts = tuple(f"{name}." for name in unwanted)
    return sorted(name for name in loaded if name in unwanted or name.startswith(starts))


def third_parties(loaded: set[str]) -> set[str]:
    """The packages of others, by name."""
    known = (*OURS, *sys.stdlib_module_names, "sitecustomize")
    names = {name.split(".")[0] for name in loaded}
    return {name for name in names if name not in known and not name.startswith("_")}


def check(
    what: str, loaded: set[str], most: int, *, unwanted: set[str], packages: set[str]
) -> None:
    found = among(loaded, unwanted)
    assert not found, f"{what} loads what it has no use for: {', '.join(found)}"
    strangers = sorted(third_parties(loaded) - packages)
    assert not strangers, f"{what} loads packages that it did without: {', '.join(strangers)}"
    mine = ours(loaded)
    assert len(mine) <= most, (
        f"{what} loads {len(mine)} modules of ours, at most {most} are allowed: {' '.join(mine)}"
    )


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_loads_few_modules(quoted: CommandLine, arguments: tuple[str, ...]) -> None:
    writes = WRITES if arguments[0] == "log" else set()
    check(
        f"relance {' '.join(arguments)}",
        modules(quoted, *arguments, today=DUE),
        COMMANDS[arguments],
        unwanted=(NEEDLESS | WRITES) - writes,
        packages=ANSWERS | writes,
    )


def test_the_app_has_loaded_few_modules_when_its_list_is_painted(quoted: CommandLine) -> None:
    check(
        "the app, until its first paint,",
        loaded_by(quoted, APP, today=DUE, COLUMNS="120", LINES="36"),
        FIRST_PAINT,
        unwanted=NEEDLESS | WRITES | BEFORE_THE_PAINT,
        packages=ANSWERS | {"textual", "rich"},
    )

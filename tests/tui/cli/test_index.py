"""Commands make no index of the file; one that is there they use, keep up to date, and erase."""

from datetime import date
from pathlib import Path

import pytest

from store.file.index import Index
from store.file.repository import Repository
from tests.store.file.test_forgetting import traces
from tests.tui.cli.command_line import CommandLine
from tests.tui.cli.test_lazy_imports import loaded_by

TODAY = date(2026, 3, 20)

OPENING = """
import os, sys
from tui.__main__ import main
opened = set()
sys.addaudithook(lambda event, args: event == "open" and opened.add(os.path.basename(str(args[0]))))
try:
    main()
except SystemExit:
    pass
print("loaded:", *sys.modules, *opened, sep="\\n", file=sys.stderr)
"""
"""Says which files a command opened, and what else it loaded."""


def cache(cli: CommandLine) -> Path:
    return cli.home / ".cache" / "relance"


def opened(cli: CommandLine) -> Repository:
    return Repository(cli.file, "app", index=Index(lambda: cache(cli), cli.file))


@pytest.fixture
def indexed(quoted: CommandLine) -> CommandLine:
    """Quote Q, of which the app made an index."""
    repository = opened(quoted)
    repository.snapshot()
    repository.index_latest(TODAY)
    return quoted


@pytest.mark.parametrize("command", [["today"], ["list"], ["log", "D26-001"], ["undo"]])
def test_no_command_makes_one(quoted: CommandLine, command: list[str]) -> None:
    quoted.ok(*command)
    assert not cache(quoted).exists()


@pytest.mark.parametrize(
    ("command", "part"),
    [(["today"], "briefing"), (["today", "--json"], "briefing"), (["today", "--count"], "excerpt")],
    ids=["text", "json", "count"],
)
def test_today_is_read_out_of_one_part_of_it_and_the_file_is_not_opened(
    indexed: CommandLine, command: list[str], part: str
) -> None:
    opened = loaded_by(indexed, OPENING, *command, today=str(TODAY))
    assert {name for name in opened if indexed.file.name in name} == {
        each.name for each in cache(indexed).glob(f"*.{part}.index")
    }


def test_what_a_command_wrote_is_in_it(indexed: CommandLine) -> None:
    indexed.ok("log", "D26-001")
    excerpt = opened(indexed).excerpt(TODAY)
    assert excerpt is not None
    assert len(excerpt.follow_ups) == 1


def test_what_a_command_says_is_the_same_with_it(indexed: CommandLine) -> None:
    asked = (["today"], ["today", "--count"], ["show", "D26-001"], ["list", "--json"])
    with_index = [indexed.ok(*command) for command in asked]
    opened_index = opened(indexed).index
    assert opened_index is not None
    opened_index.erase_all()
    assert [*cache(indexed).iterdir()] == []
    assert with_index == [indexed.ok(*command) for command in asked]


def test_forgetting_leaves_nothing_in_it(indexed: CommandLine) -> None:
    indexed.ok("add", "Zorblax", "Zorblax site", "900")
    assert traces(cache(indexed))
    indexed.ok("forget", "Zorblax", "--yes")
    assert traces(indexed.home.parent) == []
    assert opened(indexed).excerpt(TODAY) is not None

"""Whatever the data holds, the terminal obeys none of it, and nothing is lost from it."""

import re

import pytest

from tests.faults.poison import data_file, records
from tests.tui.cli.command_line import CommandLine
from tui.cli.group import COMMANDS as EVERY

HOSTILE = (
    "\x9b2J\x07\u202e \x1b[31mred\x1b]52;c;cm0gLXJm\x07 \x00 \x7f \u202edlrow\u2069 \ufeff "
    "[red]b[/] "
    "[@click=app.quit]x[/] {0} %s\r"
)
TYPED = HOSTILE.replace("\0", "")
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]")

COMMANDS = (
    ("today",),
    ("list", "--view", "all"),
    ("leads",),
    ("show", "R"),
    ("show", "R", "--json"),
    ("list", "--json"),
    ("today", "--json"),
    ("leads", "--json"),
    ("history", "--json"),
    ("history",),
    ("stats",),
    ("stats", "--json"),
    ("message", "R", "first"),
    ("config",),
    ("ban", "malt", "--note", TYPED),
    ("add", TYPED, "Title", "5"),
    ("edit", "R"),
    ("amend", "R", "1"),
    ("edit", "R", "lead=x", "title=y"),
    ("log", "R"),
    ("reply", "R"),
    ("snooze", "R", "+3d"),
    ("amend", "R", "1", "--delete"),
    ("close", "R", "won"),
    ("delete", "R"),
    ("backups",),
    ("path",),
)

BY_NAME = (
    ("lead", TYPED, "sector=x"),
    ("merge-leads", TYPED, f"{TYPED}2"),
    ("forget", TYPED, "--yes"),
    ("send", f"{TYPED}d"),
    ("reopen", f"{TYPED}w"),
)
"""Commands that are given a hostile name of the file, in which there can be no NUL then."""

ELSEWHERE = {
    "undo": "after each of them",
    "redo": "after each of them",
    "export": "tests/tui/cli/test_exchange.py, on a terminal",
    "import": "tests/tui/cli/test_exchange.py",
    "restore": "says a backup's name, which is ours",
    "doctor": "below",
    "merge": "says a number",
    "demo": "has data of its own",
    "completion": "tests/tui/cli/test_completion.py",
}


@pytest.fixture
def hostile(cli: CommandLine) -> CommandLine:
    """A file that somebody else wrote, with one quote R and hostile text in every field."""
    cli.file.write_bytes(data_file(records(HOSTILE, ref="R")))
    return cli


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command)[:30])
def test_no_command_writes_what_a_terminal_obeys(
    hostile: CommandLine, command: tuple[str, ...]
) -> None:
    answer = hostile(*command, on="2026-03-20")
    assert answer.code == 0, answer
    assert not OBEYED.search(answer.out.replace("\t", ""))
    assert not OBEYED.search(answer.err)
    for again in ("undo", "redo"):
        answer = hostile(again, on="2026-03-20")
        assert not OBEYED.search(answer.out + answer.err)


@pytest.mark.parametrize("command", BY_NAME, ids=lambda command: command[0])
def test_neither_do_commands_that_are_given_such_a_name(
    cli: CommandLine, command: tuple[str, ...]
) -> None:
    cli.file.write_bytes(data_file(records(TYPED)))
    answer = cli(*command, on="2026-03-20")
    assert answer.code in (0, 4), answer
    assert not OBEYED.search(answer.out + answer.err)


def test_every_command_is_asked() -> None:
    assert {*EVERY} == {name for name, *_ in COMMANDS + BY_NAME} | {*ELSEWHERE}


def test_what_is_found_in_the_file_is_clean(hostile: CommandLine) -> None:
    text = hostile.file.read_text().replace('"lead_id":1,', '"lead_id":77,')
    hostile.file.write_text(text)
    answer = hostile("doctor")
    assert answer.code == 1
    assert not OBEYED.search(answer.out + answer.err)


def test_json_gives_scripts_the_very_text(hostile: CommandLine) -> None:
    shown = hostile("show", "R", "--json", on="2026-03-20").json
    assert (shown["lead"], shown["title"]) == (HOSTILE, HOSTILE)
    assert shown["follow_ups_log"][0]["note"] == HOSTILE


def test_markup_is_shown_as_it_stands(hostile: CommandLine) -> None:
    assert "[red]b[/] [@click=app.quit]x[/] {0} %s" in hostile.ok("edit", "R")


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", TYPED),
        ("lead", TYPED),
        ("add", "Lead", "Title", TYPED),
        ("close", "R", "\x1b[31m"),
        ("list", "--\x1b[31m"),
        ("\x1b[31m",),
        ("--today", "\x1b[31m", "list"),
    ],
)
def test_complaints_about_what_was_typed_are_clean(
    hostile: CommandLine, arguments: tuple[str, ...]
) -> None:
    answer = hostile(*arguments)
    assert answer.code in (2, 4)
    assert not OBEYED.search(answer.err)


@pytest.mark.parametrize("typed", ["half \ud83d", "x" * 1_000_000])
def test_text_that_cannot_be_kept_is_refused(cli: CommandLine, typed: str) -> None:
    for arguments in (("add", typed, "Title", "5"), ("add", "Lead", typed, "5")):
        answer = cli(*arguments)
        assert (answer.code, answer.out) == (2, "")
        assert len(answer.err) < 400
    assert not cli.file.exists()


def test_a_name_in_no_encoding_is_refused_by_the_real_program(cli: CommandLine) -> None:
    done = cli.process("add", "caf\udce9", "Title", "5")
    assert done.returncode == 2
    assert b"lone surrogate" in done.stderr

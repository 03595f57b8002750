"""Where the file is, what is created and what is not, and who else may look."""

import os
import stat
from pathlib import Path

import pytest

from tests.tui.cli.command_line import CommandLine

READING = (
    ("today",),
    ("list", "--view", "all"),
    ("leads",),
    ("history",),
    ("path",),
    ("export",),
    ("show", "D26-001"),
    ("edit", "D26-001"),
    ("close", "D26-001", "won"),
    ("completion", "bash"),
    ("--help",),
)


def default_file(cli: CommandLine) -> Path:
    return cli.home / ".local" / "share" / "relance" / "relance.json"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_without_a_file_nothing_is_created(cli: CommandLine, command: tuple[str, ...]) -> None:
    answer = cli(*command, RELANCE_FILE="")
    assert answer.code in (0, 4)
    assert list(cli.home.iterdir()) == []


def test_the_first_change_creates_a_file_only_for_us(cli: CommandLine) -> None:
    before = os.umask(0)
    try:
        answer = cli("add", "Lead", "Title", "5", RELANCE_FILE="")
    finally:
        os.umask(before)
    file = default_file(cli)
    assert answer.code == 0
    assert (mode(file), mode(file.parent)) == (0o600, 0o700)


def test_path_says_where_the_file_is(cli: CommandLine) -> None:
    assert cli("path").out == f"{cli.file}\n"
    assert cli("--file", "/elsewhere/x.json", "path").out == "/elsewhere/x.json\n"
    assert cli("path", RELANCE_FILE="").out == f"{default_file(cli)}\n"
    assert cli("path", RELANCE_FILE="~/x.json").out == f"{cli.home / 'x.json'}\n"


def test_a_configuration_in_the_home_of_nobody_is_named(cli: CommandLine) -> None:
    answer = cli("list", RELANCE_CONFIG="~nosuchuser/x.toml")
    assert answer.code == 3
    assert answer.err.endswith("Could not determine home directory.\n")
    assert "~nosuchuser/x.toml cannot be read" in answer.err


def test_a_file_in_the_home_of_nobody_is_named(cli: CommandLine) -> None:
    answer = cli("--file", "~nosuchuser/x.json", "list")
    assert answer.code == 3
    assert answer.err.endswith("Could not determine home directory.\n")
    assert "~nosuchuser/x.json cannot be read" in answer.err


def test_the_option_beats_the_variable(quoted: CommandLine) -> None:
    other = str(quoted.home / "other.json")
    assert quoted("--file", other, "list", "--json").json == []


def test_the_default_folder_is_made_private_again_by_a_change(cli: CommandLine) -> None:
    file = default_file(cli)
    file.parent.mkdir(parents=True)
    file.parent.chmod(0o755)
    assert cli("list", RELANCE_FILE="").code == 0
    assert mode(file.parent) == 0o755, "reading changes nothing"
    answer = cli("add", "Lead", "Title", "5", RELANCE_FILE="")
    assert mode(file.parent) == 0o700
    assert "warning" not in answer.err


@pytest.mark.parametrize(
    ("folder", "file", "warned"),
    [
        (0o700, 0o600, []),
        (0o755, 0o600, []),
        (0o755, 0o644, ["can be read by others"]),
        (0o777, 0o600, ["can be written by others"]),
        (0o1777, 0o600, []),
        (0o777, 0o666, ["can be read by others", "can be written by others"]),
    ],
)
def test_another_folder_is_left_as_it_is_with_a_warning(
    quoted: CommandLine, folder: int, file: int, warned: list[str]
) -> None:
    quoted.file.chmod(file)
    quoted.file.parent.chmod(folder)
    answer = quoted("list")
    assert answer.code == 0
    assert [line for line in answer.err.splitlines() if line.startswith("warning")] == [
        line for text in warned for line in answer.err.splitlines() if text in line
    ]
    assert len(answer.err.splitlines()) == len(warned)
    quoted.ok("log", "D26-001")
    assert mode(quoted.file.parent) == folder & 0o7777


def test_the_day_may_be_given_before_the_command(quoted: CommandLine) -> None:
    early = quoted("--today", "2 mars", "list", "--json").json
    assert early[0]["days_left"] == 21
    timed = quoted("--today", "2026-03-04 10:00", "list", "--json").json
    assert timed[0]["days_left"] == 19


@pytest.mark.parametrize("day", ["2199-12-31", "1970-01-01", "2028-02-29"])
def test_any_day_within_bounds_can_be_looked_from(quoted: CommandLine, day: str) -> None:
    for command in ("today", "list", "leads", "history", "export"):
        quoted.ok(command, on=day)


def test_a_quote_at_the_end_of_time_overflows_nothing(cli: CommandLine) -> None:
    options = ("--sent", "2199-12-01", "--deadline", "2199-12-31", "--cadence", "patient")
    cli.ok("add", "Lead", "Title", "5", *options)
    for view in ("all", "expiring"):
        cli.ok("list", "--view", view, on="2199-12-31")
    assert cli("add", "Lead", "Title", "5", "--sent", "2199-12-31").code == 2

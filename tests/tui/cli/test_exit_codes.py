"""Exit codes, one by one, and what goes to which stream."""

import os
import stat
from pathlib import Path

import pytest

from tests.tui.cli.command_line import CommandLine
from tui.cli import reading
from tui.place import error_log

Q = "D26-001"


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ("list",)),
        (0, ("log", Q)),
        (0, ("--help",)),
        (0, ("list", "-h")),
        (1, ("today", "--exit-code")),
        (1, ("redo",)),
        (1, ("edit", Q, "title=Website redesign")),
        (2, ("nonsense",)),
        (2, ("list", "--nonsense")),
        (2, ("list", "--view", "nonsense")),
        (2, ("add", "Lead", "Title")),
        (2, ("log", Q, "--on", "5")),
        (2, ("--today", "nonsense", "list")),
        (2, ("--lang", "de", "list")),
        (2, ("snooze", Q, "yesterday")),
        (4, ("show", "D26-999")),
        (4, ("lead", "Nobody")),
        (4, ("amend", Q, "7", "--delete")),
        (5, ("close", Q, "won", "--on", "2026-03-24")),
        (5, ("send", Q)),
        (5, ("delete", "--lead", "Atelier Lumen")),
    ],
)
def test_exit_code(quoted: CommandLine, code: int, arguments: tuple[str, ...]) -> None:
    answer = quoted(*arguments, on="2026-03-05")
    assert answer.code == code
    if code > 1:
        assert answer.out == ""
        assert "relance: " in answer.err
    assert "Traceback" not in answer.out + answer.err


def test_two_quotes_of_one_name_are_both_named(quoted: CommandLine) -> None:
    text = quoted.file.read_text()
    quoted.ok("add", "Cabinet Rey", "Leaflet", "650")
    second = quoted.file.read_text().replace("D26-002", Q)
    quoted.file.write_text(second)
    assert second != text
    answer = quoted("log", Q)
    assert (answer.code, answer.out) == (2, "")
    for name in ("Atelier Lumen: Website redesign", "Cabinet Rey: Leaflet"):
        assert name in answer.err
    assert "relance doctor --fix gives the one recorded later a free ref" in answer.err
    assert quoted("doctor", "--fix").code == 0
    assert quoted("log", Q).code == 0


@pytest.mark.parametrize("text", [b"{", b"[]", b'{"quotes": {"1": {"amount": "NaN"}}}', b"\xff"])
def test_a_damaged_file_is_left_as_it_is(cli: CommandLine, text: bytes) -> None:
    cli.file.write_bytes(text)
    for arguments in (("list",), ("add", "Lead", "Title", "5")):
        answer = cli(*arguments)
        assert (answer.code, answer.out) == (3, "")
    assert cli.file.read_bytes() == text


def test_a_path_through_a_file_leads_nowhere(quoted: CommandLine) -> None:
    assert quoted("list", RELANCE_FILE=str(quoted.file / "x.json")).code == 3
    assert quoted("list", RELANCE_FILE="~nobody-of-that-name/x.json").code == 3


def test_a_loop_of_links_leads_nowhere(cli: CommandLine) -> None:
    cli.file.symlink_to(cli.file)
    assert cli("list").code == 3


def test_our_own_mistake_is_one_sentence_and_a_log(
    quoted: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret\x1b[31m")

    monkeypatch.setattr(reading, "quote_lines", fail)
    answer = quoted("list")
    assert (answer.code, answer.out) == (3, "")
    monkeypatch.setenv("HOME", str(quoted.home))
    log = error_log()
    assert answer.err == (
        f"relance: Something went wrong inside relance (ZeroDivisionError). Details are in {log}.\n"
    )
    assert "ZeroDivisionError: secret" in log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_mistake_is_said_also_where_nothing_can_be_kept(
    quoted: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(reading, "quote_lines")
    (quoted.home / ".local" / "state" / "relance" / "errors.log").mkdir()
    answer = quoted("list")
    assert answer.code == 3
    assert answer.err == "relance: Something went wrong inside relance (NameError).\n"


def test_a_reader_that_leaves_early_is_no_trouble(quoted: CommandLine) -> None:
    reading_end, writing_end = os.pipe()
    os.close(reading_end)
    done = quoted.process("list", stdout=writing_end)
    os.close(writing_end)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_behind_stdout_says_that_the_change_is_saved(cli: CommandLine) -> None:
    with Path("/dev/full").open("wb") as full:
        done = cli.process("add", "Lead", "Title", "5", stdout=full)
    assert done.returncode == 3
    assert b"do not repeat" in done.stderr
    assert cli.only_quote("2026-03-02")["title"] == "Title"


def test_stdout_is_written_only_once_the_change_is_saved(quoted: CommandLine) -> None:
    """A folder in which nothing can be made stands for every failure of the disk."""
    lock = quoted.file.with_name(f".{quoted.file.name}.lock")
    lock.unlink()
    lock.symlink_to(quoted.home / "elsewhere")
    answer = quoted("close", Q, "won")
    assert (answer.code, answer.out) == (3, "")


def test_an_encoding_without_the_euro_is_no_trouble(quoted: CommandLine) -> None:
    done = quoted.process("list", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert b"1 200 ?" in done.stdout
    done = quoted.process("list", "--json", PYTHONIOENCODING="latin-1")
    assert b'"Atelier Lumen"' in done.stdout


@pytest.mark.parametrize("option", ["--today", "--file", "--lang", "--ascii"])
def test_an_option_after_the_command_that_stands_before_it_is_told_so(
    quoted: CommandLine, option: str
) -> None:
    answer = quoted("list", option, "x")
    assert answer.code == 2
    assert f"{option} stands before the command: relance {option} … list" in answer.err
    assert "stands before" not in quoted("list", "--nonsense").err

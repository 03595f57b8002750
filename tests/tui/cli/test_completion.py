"""What the shells are told, and what they then ask."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.tui.cli.command_line import PROJECT, CommandLine

NASTY = "Bad $(touch pwned) `touch pwned` ;&'\"*\\"
"""The name of a lead that a shell would run."""


def proposals(cli: CommandLine, *words: str) -> list[str]:
    """What bash is proposed for the last word."""
    asked = {
        "_RELANCE_COMPLETE": "bash_complete",
        "COMP_WORDS": "\n".join(("relance", *words)),
        "COMP_CWORD": str(len(words)),
    }
    answer = cli(**asked)
    assert answer.code == 0, answer
    return [line.partition(",")[2] for line in answer.out.splitlines() if line]


def with_quotes(cli: CommandLine) -> CommandLine:
    """One closed quote, one late and one fresh one, and a draft."""
    cli.ok("add", "Atelier Lumen", "Old", "10", "--ref", "A-OLD")
    cli.ok("close", "A-OLD", "lost")
    cli.ok("add", "Atelier Lumen", "Fresh", "10", "--ref", "A-FRESH")
    cli.ok("add", "Théâtre", "Late", "10", "--ref", "A-LATE", "--sent", "-9d")
    cli.ok("add", "Théâtre", "Draft", "10", "--ref", "B-DRAFT", "--draft")
    return cli


@pytest.fixture
def busy(cli: CommandLine) -> CommandLine:
    """A file with quotes of every kind."""
    return with_quotes(cli)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["mer"], ["merge-leads", "merge"]),
        (["show", ""], ["A-LATE", "A-FRESH", "B-DRAFT", "A-OLD"]),
        (["log", "a-"], ["A-LATE", "A-FRESH", "A-OLD"]),
        (["send", ""], ["B-DRAFT"]),
        (["reopen", ""], ["A-OLD"]),
        (["close", "A-LATE", ""], ["won", "lost", "no_response", "declined"]),
        (["close", "A-LATE", "lost", "--mo"], ["--mode"]),
        (["list", "--view", "ex"], ["expiring", "expired"]),
        (["list", "--view", "=", "ex"], ["expiring", "expired"]),
        (["add", "the"], ["Théâtre"]),
        (["list", "--lead", "at"], ["Atelier\\ Lumen"]),
        (["add", "X", "Y", "5", "--cadence", ""], ["standard", "once", "patient"]),
        (["edit", "A-LATE", "val"], ["validity_days=", "valid_until="]),
        (["edit", "A-LATE", "cadence", "=", "on"], ["once"]),
        (["edit", "A-LATE", "urgent", "="], ["yes", "no"]),
        (["amend", "A-LATE", "1", "channel", "=", "p"], ["phone", "platform"]),
        (["lead", "Théâtre", "cont"], ["contact+=", "contact-="]),
        (["snooze", "A-LATE", "to"], ["today", "tomorrow"]),
        (["log", "A-LATE", "--outcome", "v"], ["voicemail"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
    ],
    ids=str,
)
def test_proposals(busy: CommandLine, words: list[str], expected: list[str]) -> None:
    assert proposals(busy, *words) == expected


def test_zsh_and_fish_are_told_what_a_ref_stands_for(busy: CommandLine) -> None:
    asked = {"COMP_WORDS": "relance show A-O", "COMP_CWORD": "2"}
    answer = busy(_RELANCE_COMPLETE="zsh_complete", **asked)
    assert answer.out.splitlines() == ["plain", "A-OLD", "Atelier Lumen, Old"]
    asked = {"COMP_WORDS": "relance show A-O", "COMP_CWORD": "A-O"}
    answer = busy(_RELANCE_COMPLETE="fish_complete", **asked)
    assert answer.out == "plain,A-OLD\tAtelier Lumen, Old\n"


def test_a_file_that_cannot_be_read_proposes_nothing(cli: CommandLine) -> None:
    cli.file.write_text("{")
    assert proposals(cli, "show", "") == []


def test_what_a_terminal_obeys_is_not_proposed(busy: CommandLine) -> None:
    busy.ok("add", "Bad \x1b[31m name", "Title \x1b[31m", "5", "--ref", "C-1")
    assert proposals(busy, "lead", "bad") == []
    asked = {"COMP_WORDS": "relance show C-", "COMP_CWORD": "2"}
    assert "\x1b" not in busy(_RELANCE_COMPLETE="zsh_complete", **asked).out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_calls_relance_back(cli: CommandLine, shell: str) -> None:
    script = cli.ok("completion", shell)
    assert f"_RELANCE_COMPLETE={shell}_complete" in script


def test_another_shell_is_wrong_use(cli: CommandLine) -> None:
    assert cli("completion", "csh").code == 2


class Bash:
    """An interactive bash that has learnt to complete `relance`."""

    def __init__(self, cli: CommandLine, folder: Path, python: str) -> None:
        program = folder / "relance"
        program.write_text(f'#!/bin/sh\ncd {PROJECT} && exec {python} -m tui "$@"\n')
        program.chmod(0o755)
        environment = cli.environment(PATH=f"{folder}:{os.environ['PATH']}", TERM="dumb")
        self._shell = pexpect.spawn(
            "bash",
            ["--norc", "--noprofile"],
            env=dict(environment),
            cwd=str(folder),
            encoding="utf-8",
            dimensions=(24, 200),
            timeout=20,
        )
        self.home = folder.parent
        """Where nothing that was completed may have run."""
        self._prompt = "ready> "
        self._run(f"PS1='{self._prompt}'")
        self._run("bind 'set enable-bracketed-paste off'")
        self._run("bind 'set bell-style none'")
        self._run('eval "$(relance completion bash)"')

    def completed(self, line: str) -> str:
        """The line after the tabulator key, as bash then has it."""
        self._shell.send(f"{line}\t")
        self._shell.send("\x01printf '<%s>' \x05\r")  # Ctrl+A, Ctrl+E
        self._shell.expect_exact("\r\n<")
        self._shell.expect_exact(">" + self._prompt)
        return f"<{self._shell.before}>"

    def close(self) -> None:
        self._shell.close(force=True)

    def _run(self, line: str) -> None:
        self._shell.sendline(f"{line}; echo do''ne")
        self._shell.expect_exact("done\r\n")


@pytest.fixture(scope="module")
def bash(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bash]:
    """One for all lines, none of which leaves anything in it."""
    if shutil.which("bash") is None:
        pytest.skip("no bash")
    home = tmp_path_factory.mktemp("completed")
    busy = with_quotes(CommandLine(home))
    busy.ok("add", NASTY, "Title", "5")
    busy.ok("add", "$HOME", "Title", "5")
    folder = home / "bin"
    folder.mkdir()
    shell = Bash(busy, folder, sys.executable)
    yield shell
    shell.close()


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("relance sno", "<relance><snooze>"),
        ("relance show A-L", "<relance><show><A-LATE>"),
        ("relance lead Ate", "<relance><lead><Atelier Lumen>"),
        ('relance lead "Ate', "<relance><lead><Atelier Lumen>"),
        ("relance edit A-LATE lead=Ate", "<relance><edit><A-LATE><lead=Atelier Lumen>"),
        ("relance list --view=dr", "<relance><list><--view=drafts>"),
        ("relance lead Bad", f"<relance><lead><{NASTY}>"),
        ('relance lead "Bad', f"<relance><lead><{NASTY}>"),
        ("relance lead 'Bad", f"<relance><lead><{NASTY}>"),
        ('relance edit A-LATE "lead=Bad', f"<relance><edit><A-LATE><lead={NASTY}>"),
        ("relance lead \\$", "<relance><lead><$HOME>"),
    ],
)
def test_bash_completes_and_runs_nothing(bash: Bash, line: str, completed: str) -> None:
    assert bash.completed(line) == completed
    assert not list(bash.home.rglob("pwned"))

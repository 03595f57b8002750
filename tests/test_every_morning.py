"""The lines of the README for the morning do what it says, with a desktop that is a script."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from store.file.repository import Repository
from tests.store.file.samples import TODAY, an_addition

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
SECTION = README.split("## Every morning")[1].split("\n## ")[0]

WORK_DAY, FREE_DAY = "2026-03-04", "2026-03-03"
"""The quote that was sent on 2 March is to be followed up on the first; on the other nothing is."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with relance and notify-send on its path, and a quote."""
    programs = tmp_path / ".local" / "bin"
    programs.mkdir(parents=True)
    _program(programs / "relance", f'exec {shlex.quote(sys.executable)} -m tui "$@"')
    _program(programs / "notify-send", f'printf "%s|" "$@" >> {shlex.quote(str(tmp_path))}/told')
    Repository(tmp_path / "tracker.json", "here").commit(an_addition(), TODAY)
    return tmp_path


def _program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def run(home: Path, day: str, *argv: str, file: str = "tracker.json") -> str:
    """What a program prints in that home on that day."""
    environment = {
        "HOME": str(home),
        "PATH": f"{home}/.local/bin:{os.defpath}",
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "RELANCE_FILE": str(home / file),
        "RELANCE_TODAY": day,
    }
    done = subprocess.run(
        argv,
        check=False,
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=30,
    )
    return done.stdout


def told(home: Path) -> str:
    """What the desktop was asked to show."""
    shown = home / "told"
    return shown.read_text() if shown.exists() else ""


def cron_command() -> str:
    (line,) = re.findall(r"^    0 9 \* \* 1-5  (.*)$", SECTION, re.MULTILINE)
    assert "%" not in line  # cron would end the command there
    return str(line)


def unit(ending: str) -> str:
    """The lines of the systemd unit."""
    block = SECTION.split(f"relance.{ending}`", 1)[1]
    lines = re.findall(r"^    (\[Unit\]\n(?:    .*\n|\n)+)", block, re.MULTILINE)[0]
    return re.sub("^    ", "", str(lines), flags=re.MULTILINE)


def service_command() -> list[str]:
    """The program and arguments, as systemd gives them."""
    (line,) = re.findall(r"^ExecStart=(.*)$", unit("service"), re.MULTILINE)
    return shlex.split(line.replace("$$", "$"))


@pytest.mark.parametrize("argv", [["/bin/sh", "-c", cron_command()], service_command()])
def test_the_desktop_shows_the_sum_of_the_day_only_where_there_is_work(
    home: Path, argv: list[str]
) -> None:
    run(home, FREE_DAY, *argv)
    run(home, WORK_DAY, *argv, file=".")
    assert told(home) == ""
    run(home, WORK_DAY, *argv)
    assert told(home) == "relance|Wed 4 Mar 2026 · 1 to chase · 1 200 € pending|"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for ending in ("service", "timer"):
        (tmp_path / f"relance.{ending}").write_text(unit(ending))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", str(tmp_path / "relance.timer")],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
        env={"PATH": os.defpath, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)},
    )
    assert (done.returncode, "relance" in done.stderr) == (0, False), done.stderr


def test_the_prompt_of_bash_has_a_number_only_where_there_is_work(home: Path) -> None:
    (function,) = re.findall(r"^    (relance_count\(\).*)$", SECTION, re.MULTILINE)
    script = f"{function}\nrelance_count"
    assert run(home, WORK_DAY, "bash", "--norc", "-c", script) == "1! "
    assert run(home, FREE_DAY, "bash", "--norc", "-c", script) == ""
    assert run(home, WORK_DAY, "bash", "--norc", "-c", script, file=".") == ""


def test_bash_says_it_when_it_opens_for_a_person_only(home: Path) -> None:
    (line,) = re.findall(r"^    (.*?) +# bash: ~/.bashrc$", SECTION, re.MULTILINE)
    (home / ".bashrc").write_text(line)
    assert "1 to chase" in run(home, WORK_DAY, "bash", "-i", "-c", "true")
    assert run(home, WORK_DAY, "bash", "-c", f". {home}/.bashrc; true") == ""

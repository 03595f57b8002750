"""`relance merge`, by hand and as git's merge driver with real clones (README: two machines)."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tui.cli.command_line import PROJECT, CommandLine

Q = "D26-001"


class Versions:
    """Three versions of the file in one folder."""

    def __init__(self, cli: CommandLine) -> None:
        self._cli = cli
        self.base, self.ours, self.theirs = (
            cli.file.with_name(f"{name}.json") for name in ("base", "ours", "theirs")
        )
        for each in (self.base, self.ours, self.theirs):
            shutil.copy(cli.file, each)

    def change(self, path: Path, *args: str, machine: str = "here") -> None:
        answer = self._cli(*args, RELANCE_FILE=str(path), RELANCE_MACHINE=machine)
        assert answer.code == 0, answer

    def merge(self) -> Any:
        return self._cli("merge", str(self.base), str(self.ours), str(self.theirs))

    def quotes(self) -> list[dict[str, Any]]:
        answer = self._cli("list", "--view", "all", "--json", RELANCE_FILE=str(self.ours))
        found: list[dict[str, Any]] = answer.json
        return found


@pytest.fixture
def versions(quoted: CommandLine) -> Versions:
    return Versions(quoted)


def test_the_result_is_written_into_ours(versions: Versions) -> None:
    versions.change(versions.ours, "edit", Q, "title=Map")
    versions.change(versions.theirs, "add", "Cabinet Rey", "Leaflet", "650")
    theirs = versions.theirs.read_bytes()
    answer = versions.merge()
    assert (answer.code, answer.out, answer.err) == (0, "merged\n", "")
    assert {quote["title"] for quote in versions.quotes()} == {"Map", "Leaflet"}
    assert versions.theirs.read_bytes() == theirs


def test_it_says_how_much_was_lost_and_the_history_says_what(
    versions: Versions, quoted: CommandLine
) -> None:
    versions.change(versions.ours, "edit", Q, "title=Map")
    versions.change(versions.theirs, "edit", Q, "title=Atlas", machine="there")
    told = f"1 field was changed on both sides: see relance --file {versions.ours} doctor\n"
    assert told in versions.merge().out
    history = quoted("history", RELANCE_FILE=str(versions.ours)).out
    assert f"{Q}: title changed on two machines; “Atlas” kept, “Map” lost" in history
    asked = quoted("history", "--json", RELANCE_FILE=str(versions.ours)).json
    assert asked[0]["facts"]["machine"] == "here"


@pytest.mark.parametrize("text", [b"", b'{"leads"', b"[]", b'{"leads": {"1": {}}}', b"\xff"])
@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_side_that_cannot_be_read_exits_1_with_the_reason(
    versions: Versions, side: str, text: bytes
) -> None:
    """An empty side where there was something is damage: nobody deleted everything."""
    getattr(versions, side).write_bytes(text)
    before = versions.ours.read_bytes()
    answer = versions.merge()
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("relance: ")
    assert versions.ours.read_bytes() == before


def test_a_missing_side_exits_1(versions: Versions) -> None:
    versions.theirs.unlink()
    assert versions.merge().code == 1
    versions.theirs.mkdir()
    assert versions.merge().code == 1


def test_the_data_file_is_backed_up_before_something_is_merged_into_it(
    versions: Versions, quoted: CommandLine
) -> None:
    before = quoted.file.read_bytes()
    versions.change(versions.theirs, "add", "Cabinet Rey", "Leaflet", "650", machine="there")
    quoted.ok("merge", str(versions.base), str(quoted.file), str(versions.theirs))
    assert len(quoted("list", "--json").json) == 2
    assert [each["why"] for each in quoted("backups", "--json").json] == ["merge"]
    assert [each.read_bytes() for each in quoted.home.rglob("*-merge.json")] == [before]


def test_versions_that_are_not_the_data_file_are_not_backed_up(
    versions: Versions, quoted: CommandLine
) -> None:
    versions.change(versions.theirs, "add", "Cabinet Rey", "Leaflet", "650", machine="there")
    versions.merge()
    assert quoted("backups", "--json").json == []


@pytest.mark.parametrize(
    ("name", "file"), [("relance", ()), ("relance", ("--file",)), (".merge_file_x", ())]
)
def test_the_doctor_is_named_that_knows_the_file(
    versions: Versions, quoted: CommandLine, name: str, file: tuple[str, ...]
) -> None:
    """Git's own file is gone after the merge, and what was merged is then in the data file."""
    ours = quoted.file.with_name(f"{name}{'.json' if name == 'relance' else ''}")
    if ours != quoted.file:
        shutil.copy(quoted.file, ours)
    versions.change(ours, "edit", Q, "title=Map")
    versions.change(versions.theirs, "edit", Q, "title=Atlas", machine="there")
    typed = (*file, str(ours)) if file else ()
    answer = quoted(*typed, "merge", str(versions.base), str(ours), str(versions.theirs))
    doctor = f"relance --file {ours} doctor" if file else "relance doctor"
    assert answer.out.endswith(f"see {doctor}\n")


def test_an_empty_base_is_no_ancestor(versions: Versions) -> None:
    """git gives one where both branches added the file."""
    versions.base.write_bytes(b"")
    versions.change(versions.theirs, "add", "Cabinet Rey", "Leaflet", "650")
    assert versions.merge().code == 0
    assert len(versions.quotes()) == 2


def test_two_arguments_are_wrong_use(quoted: CommandLine) -> None:
    assert quoted("merge", "a", "b").code == 2


class Clone:
    """A git clone of one machine, with relance as merge driver as the README says."""

    def __init__(self, folder: Path, home: Path, machine: str) -> None:
        self.folder = folder
        self.file = folder / "relance.json"
        self.driver = f'"{sys.executable}" -m tui merge %O %A %B'
        self._environment = {
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(PROJECT),
            "RELANCE_FILE": str(self.file),
            "RELANCE_TODAY": "2026-03-02",
            "RELANCE_MACHINE": machine,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        for name, value in {
            "user.name": machine,
            "user.email": f"{machine}@x.example",
            "merge.relance.driver": self.driver,
            "pull.rebase": "false",
        }.items():
            self.git("config", name, value)

    def git(self, *args: str, code: int = 0) -> str:
        return self._run(["git", *args], code)

    def relance(self, *args: str) -> str:
        return self._run([sys.executable, "-m", "tui", *args], 0)

    def commit(self, message: str) -> None:
        self.git("add", "relance.json", ".gitattributes")
        self.git("commit", "-m", message)

    def quotes(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.relance("list", "--view", "all", "--json"))
        return found

    def _run(self, words: list[str], code: int) -> str:
        done = subprocess.run(
            words,
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == code, (words, done.stdout, done.stderr)
        return done.stdout


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Clone, Clone]:
    """A laptop and a desktop, with quote Q on both."""
    home = tmp_path / "home"
    home.mkdir()
    shared = tmp_path / "shared.git"
    _git(home, "init", "--bare", "--initial-branch=main", str(shared))
    _git(home, "clone", str(shared), str(tmp_path / "laptop"))
    laptop = Clone(tmp_path / "laptop", home, "laptop")
    laptop.git("checkout", "-b", "main")
    (laptop.folder / ".gitattributes").write_text("relance.json merge=relance\n")
    laptop.relance("add", "Atelier Lumen", "Website redesign", "1200")
    laptop.commit("start")
    laptop.git("push", "-u", "origin", "main")
    _git(home, "clone", str(shared), str(tmp_path / "desktop"))
    return laptop, Clone(tmp_path / "desktop", home, "desktop")


def _git(home: Path, *args: str) -> None:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *args], env=environment, check=True, capture_output=True, timeout=60)


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="no git")


@needs_git
def test_two_clones_that_both_added_and_both_edited_merge(clones: tuple[Clone, Clone]) -> None:
    laptop, desktop = clones
    laptop.relance("add", "Cabinet Rey", "Leaflet", "650")
    laptop.relance("edit", Q, "title=Map")
    laptop.relance("log", Q)
    laptop.commit("laptop")
    desktop.relance("add", "Ville de Nay", "Annual report", "9000")
    desktop.relance("edit", Q, "limit=2")
    desktop.relance("log", Q, "--channel", "phone")
    desktop.commit("desktop")

    laptop.git("push")
    desktop.git("pull", "--no-edit")
    desktop.git("push")
    laptop.git("pull", "--no-edit")

    assert laptop.file.read_bytes() == desktop.file.read_bytes()
    assert {quote["title"] for quote in laptop.quotes()} == {"Map", "Leaflet", "Annual report"}
    edited = next(quote for quote in laptop.quotes() if quote["title"] == "Map")
    assert (edited["limit"], edited["follow_ups"]) == (2, 2)
    assert desktop.git("status", "--porcelain", "--untracked-files=no") == ""


@needs_git
def test_a_version_that_cannot_be_read_is_left_to_the_person(clones: tuple[Clone, Clone]) -> None:
    laptop, desktop = clones
    laptop.file.write_text("{ this is no tracker\n")
    laptop.commit("damage")
    laptop.git("push")
    desktop.relance("edit", Q, "title=Map")
    desktop.commit("desktop")
    ours = desktop.file.read_bytes()
    desktop.git("pull", "--no-edit", code=1)
    assert desktop.file.read_bytes() == ours
    assert "UU relance.json" in desktop.git("status", "--porcelain")


@needs_git
def test_where_git_could_not_run_relance_aborting_and_pulling_again_merges(
    clones: tuple[Clone, Clone],
) -> None:
    laptop, desktop = clones
    laptop.relance("edit", Q, "title=Map")
    laptop.commit("laptop")
    laptop.git("push")
    desktop.relance("edit", Q, "limit=2")
    desktop.commit("desktop")
    ours = desktop.file.read_bytes()
    desktop.git("config", "merge.relance.driver", "relance-is-not-there merge %O %A %B")
    desktop.git("pull", "--no-edit", code=1)
    assert desktop.file.read_bytes() == ours
    desktop.git("merge", "--abort")
    desktop.git("config", "merge.relance.driver", desktop.driver)
    desktop.git("pull", "--no-edit")
    (quote,) = desktop.quotes()
    assert (quote["title"], quote["limit"]) == ("Map", 2)


@needs_git
@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_without_the_driver_relance_reads_the_markers(
    clones: tuple[Clone, Clone], style: str
) -> None:
    laptop, desktop = clones
    laptop.relance("edit", Q, "title=Map")
    laptop.relance("add", "Cabinet Rey", "Leaflet", "650")
    laptop.commit("laptop")
    laptop.git("push")
    desktop.relance("edit", Q, "limit=2")
    desktop.relance("add", "Ville de Nay", "Annual report", "9000")
    desktop.commit("desktop")
    desktop.git("config", "--unset", "merge.relance.driver")
    desktop.git("config", "merge.conflictStyle", style)
    desktop.git("pull", "--no-edit", code=1)
    assert "<<<<<<<" in desktop.file.read_text()
    assert {quote["title"] for quote in desktop.quotes()} == {"Map", "Leaflet", "Annual report"}
    desktop.relance("log", Q)
    assert "<<<<<<<" not in desktop.file.read_text()

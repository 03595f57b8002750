"""Row 25: no name leads an export onto the tracker's own files, and a folder is no data file."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from store.errors import InvalidValue
from store.exchange.output import OwnPlaces, write_export
from tests.builders import a_quote
from tests.tui.apps import an_app
from tests.tui.cli.command_line import CommandLine
from tui.export_formats import FORMATS

OWN = (
    "data/relance.json",
    "data/../data/relance.json",
    "home/../data/./relance.json",
    "link",
    "link_to_a_link",
    "hard_link",
    "folder_link/relance.json",
    "folder_link/../data/relance.json",
    "data/.relance.json.lock",
    "folder_link/.relance.json.lock",
    "lock_link",
    "data/.relance.json.0123456789ab.tmp",
    "home/.local/state/relance/backups",
    "home/.local/state/relance/backups/new.csv",
    "home/.local/state/relance/errors.log",
    "state_link/backups/new.csv",
    "state_link/backups/../errors.log",
    "backup_link",
)
"""Names of the tracker's files, in the folder above the data's."""


@pytest.fixture
def linked(quoted: CommandLine) -> CommandLine:
    """A file with a lock and a backup, and links to all of them."""
    quoted.ok("log", "D26-001", on="2026-03-03")
    folder = quoted.home.parent
    lock = quoted.file.with_name(f".{quoted.file.name}.lock")
    assert lock.exists()
    (folder / "link").symlink_to(quoted.file)
    (folder / "link_to_a_link").symlink_to("link")
    (folder / "hard_link").hardlink_to(quoted.file)
    (folder / "folder_link").symlink_to(quoted.file.parent)
    (folder / "lock_link").symlink_to(lock)
    (folder / "state_link").symlink_to(state_folder(quoted))
    (folder / "backup_link").symlink_to(backup(quoted))
    return quoted


def state_folder(cli: CommandLine) -> Path:
    return cli.home / ".local" / "state" / "relance"


def backup(cli: CommandLine) -> Path:
    """The one backup there is."""
    (found,) = state_folder(cli).glob("backups/*/*-daily.json")
    return found


def everything(cli: CommandLine) -> Mapping[Path, tuple[int, bytes]]:
    """Inode and content of every file."""
    files = [path for path in cli.home.parent.rglob("*") if path.is_file()]
    return {path: (path.stat().st_ino, path.read_bytes()) for path in files}


@pytest.mark.parametrize("name", OWN)
def test_an_export_onto_the_trackers_own_files_is_refused(linked: CommandLine, name: str) -> None:
    before = everything(linked)
    for options in ((), ("--force",), ("--force", "--format", "ics")):
        answer = linked("export", "--output", str(linked.home.parent / name), *options)
        assert (answer.code, answer.out) == (2, ""), answer
        assert answer.err.count("\n") >= 1
    assert everything(linked) == before


def test_a_relative_name_with_two_dots_is_followed_before_it_is_judged(
    linked: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(linked.home)
    before = everything(linked)
    assert linked("export", "--output", "../data/relance.json", "--force").code == 2
    assert everything(linked) == before
    assert linked.ok("export", "--output", "../log.csv") == "../log.csv written\n"
    assert (linked.home.parent / "log.csv").read_text().startswith("date,")


def test_another_name_of_the_lock_or_of_a_backup_is_no_way_to_them(linked: CommandLine) -> None:
    for file in (linked.file.with_name(".relance.json.lock"), backup(linked)):
        before = (file.stat().st_ino, file.read_bytes())
        other = linked.home / "other"
        other.hardlink_to(file)
        answer = linked("export", "--output", str(other))
        assert answer.code == 5
        assert answer.err.endswith(" exists already. --force replaces it.\n")
        linked.ok("export", "--output", str(other), "--force")
        assert (file.stat().st_ino, file.read_bytes()) == before
        other.unlink()


def test_the_data_file_is_refused_before_it_exists_and_through_a_link_of_its_own(
    tmp_path: Path,
) -> None:
    data_file = tmp_path / "linked.json"
    data_file.symlink_to(tmp_path / "relance.json")
    with pytest.raises(InvalidValue, match="is_the_data_file"):
        write_export(tmp_path / "relance.json", "new", own=OwnPlaces(data_file))
    assert [*tmp_path.iterdir()] == [data_file]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_overwritten_without_force(quoted: CommandLine, name: str) -> None:
    file, link = quoted.home / f"log.{name}", quoted.home / "link"
    file.write_text("precious")
    link.symlink_to(file)
    for path in (file, link, quoted.home / ".." / "home" / file.name):
        answer = quoted("export", "--format", name, "--output", str(path))
        assert (answer.code, answer.out) == (5, "")
        assert "--force" in answer.err
    assert file.read_text() == "precious"
    quoted.ok("export", "--output", str(file), "--force")
    assert file.read_text() != "precious"


@pytest.mark.parametrize("name", ["tracker.json", "folder/../tracker.json", ".tracker.json.lock"])
async def test_the_app_refuses_the_data_file_too(tmp_path: Path, name: str) -> None:
    desk = an_app(tmp_path, a_quote()).desk
    (tmp_path / "folder").mkdir()
    before = (tmp_path / "tracker.json").read_bytes()
    with pytest.raises(InvalidValue, match="is_the_data_file"):
        await desk.put_export(tmp_path / name, "date,time", force=True)
    assert (tmp_path / "tracker.json").read_bytes() == before


@pytest.mark.parametrize("name", ["../relance", "..", "/etc/passwd", "a/../b", ""])
def test_a_backups_name_leads_nowhere_else(linked: CommandLine, name: str) -> None:
    before = everything(linked)
    answer = linked("restore", name)
    assert (answer.code, answer.out) == (4, "")
    assert everything(linked) == before


@pytest.mark.parametrize("way", ["--file", "RELANCE_FILE"])
def test_a_folder_is_no_data_file(cli: CommandLine, way: str) -> None:
    folder = str(cli.home)
    given = ("--file", folder) if way == "--file" else ()
    variable = {"RELANCE_FILE": folder} if way == "RELANCE_FILE" else {}
    for arguments in (
        ("list",),
        ("add", "Lead", "Title", "5"),
        ("undo",),
        ("export",),
        ("export", "--output", str(cli.home / "log.csv")),
    ):
        answer = cli(*given, *arguments, **variable)
        assert (answer.code, answer.out) == (3, ""), answer
        assert "is a folder" in answer.err
    assert [path.name for path in cli.home.iterdir() if path.name != ".local"] == []

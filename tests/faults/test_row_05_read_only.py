"""FAULTS 5: a read-only file or folder opens with a banner, and nothing is written."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from store.errors import FileTrouble
from tests.faults.files import DAY, ReadOnlyDisk, a_tracker, an_app_on, on, until
from tests.store.file.samples import a_log
from tests.tui.cli.command_line import PROJECT, CommandLine
from tests.tui.test_app import fill
from tui.screens.form import FormScreen
from tui.widgets.banner import Banner

PLACES = {"file": "read_only_file", "folder": "read_only_folder"}


def read_only(folder: Path, place: str) -> ReadOnlyDisk:
    path = a_tracker(folder, 1).path
    return ReadOnlyDisk(path if place == "file" else path.parent)


@pytest.mark.parametrize("place", PLACES)
def test_it_is_read_and_not_written(tmp_path: Path, place: str) -> None:
    repository = a_tracker(tmp_path, disk=read_only(tmp_path, place))
    before = repository.path.read_bytes()
    assert set(repository.snapshot().quotes) == {1}
    for use in (lambda: repository.commit(a_log(1), on(DAY)), lambda: repository.undo(on(DAY))):
        with pytest.raises(FileTrouble) as trouble:
            use()
        assert (trouble.value.code, trouble.value.exit_code) == (PLACES[place], 3)
    assert repository.path.read_bytes() == before


@pytest.mark.parametrize("place", PLACES)
async def test_the_app_opens_with_a_banner_and_a_form_keeps_what_was_typed(
    tmp_path: Path, place: str
) -> None:
    app = an_app_on(a_tracker(tmp_path, disk=read_only(tmp_path, place)))
    async with app.run_test() as pilot:
        await until(pilot, lambda: bool(app.screen.query(Banner)))
        (banner,) = app.screen.query(Banner)
        assert "nothing can be saved" in banner.text
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        first = app.screen
        await pilot.press(*"Rey", "tab", *"Leaflet", "tab", *"650", "enter")
        await until(pilot, lambda: isinstance(app.screen, FormScreen) and app.screen is not first)
        assert isinstance(app.screen, FormScreen)
        await until(pilot, lambda: app.screen.is_mounted)
        assert app.screen.values["title"] == "Leaflet"


async def test_a_file_that_can_be_written_has_no_banner(tmp_path: Path) -> None:
    app = an_app_on(a_tracker(tmp_path, 1))
    async with app.run_test() as pilot:
        assert not app.screen.query(Banner)
        await pilot.press("2")
        await fill(pilot, "f")


@pytest.mark.skipif(os.geteuid() == 0 and not which("setpriv"), reason="root needs setpriv")
@pytest.mark.parametrize("place", PLACES)
def test_the_command_line_says_it_when_writing(quoted: CommandLine, place: str) -> None:
    target = quoted.file if place == "file" else quoted.file.parent
    target.chmod(0o400 if place == "file" else 0o500)
    as_others = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*as_others, sys.executable, "-m", "tui", *arguments],
            env=dict(quoted.environment()),
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    before = quoted.file.read_bytes()
    written, read = run("log", "D26-001"), run("list")
    target.chmod(0o700)
    assert (written.returncode, written.stdout) == (3, "")
    assert "Nothing was saved" in written.stderr
    assert (read.returncode, read.stderr) == (0, "")
    assert quoted.file.read_bytes() == before

"""A text goes into the person's editor and comes back; the file is only for us, and gone after."""

import errno
import os
import signal
import stat
import tempfile
from pathlib import Path

import pytest

from store.errors import TrackerError
from tui.text_editor import chosen_editor, edited


def an_editor(folder: Path, script: str) -> dict[str, str]:
    file = folder / "my editor"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o700)
    return {"EDITOR": f"'{file}' --wait"}


def test_the_text_comes_back_as_it_was_left(tmp_path: Path) -> None:
    environment = an_editor(tmp_path, f'stat -c \'%a %n\' "$2" > {tmp_path}/log; echo Ça >> "$2"')
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTSTP)]
    assert edited("Été\n", environment) == "Été\nÇa\n"
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTSTP)] == before
    mode, _, name = (tmp_path / "log").read_text().strip().partition(" ")
    assert int(mode, 8) == stat.S_IRUSR | stat.S_IWUSR
    assert not Path(name).parent.exists()


def test_the_editor_has_the_given_environment(tmp_path: Path) -> None:
    environment = an_editor(tmp_path, 'printf "%s" "$LANGUAGE" > "$2"') | {"LANGUAGE": "de"}
    assert edited("x", environment) == "de"


@pytest.mark.parametrize(
    "script", ["exit 1", 'printf "\\377" > "$2"', 'rm "$2"'], ids=["failed", "no text", "gone"]
)
def test_an_editor_that_fails_is_named(tmp_path: Path, script: str) -> None:
    with pytest.raises(TrackerError, match="no_editor") as caught:
        edited("x", an_editor(tmp_path, script))
    assert "my editor" in str(caught.value.facts["editor"])


@pytest.mark.parametrize("editor", ["/no/such/editor", "'unclosed"])
def test_an_editor_that_cannot_be_run_is_named(editor: str) -> None:
    with pytest.raises(TrackerError, match="no_editor"):
        edited("x", {"EDITOR": editor})


def test_visual_goes_before_editor_and_both_before_what_is_there(tmp_path: Path) -> None:
    assert chosen_editor({"VISUAL": "code --wait", "EDITOR": "vi"}) == "code --wait"
    assert chosen_editor({"VISUAL": " ", "EDITOR": "vi"}) == "vi"
    (tmp_path / "nano").touch(0o700)
    assert chosen_editor({"PATH": str(tmp_path)}) == "nano"
    with pytest.raises(TrackerError, match="no_editor_here"):
        chosen_editor({"PATH": str(tmp_path / "no")})


def test_where_there_is_no_room_for_the_file_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(TrackerError, match="no_editor") as caught:
        edited("x", {"EDITOR": "true"})
    assert caught.value.facts["why"] == os.strerror(errno.ENOENT)


def test_a_folder_that_the_editor_took_away_is_no_fault(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="no_editor"):
        edited("x", an_editor(tmp_path, 'rm -r "$(dirname "$2")"'))

"""The system's opener is given the address, and its failures are said with what to do."""

from pathlib import Path

import pytest

from store.errors import TrackerError
from tui.language import use_language
from tui.mail_program import open_in_mail_program

MAILTO = "mailto:a@x.example?subject=A%20B&body=$(x)%0D%0A"


def an_opener(folder: Path, script: str) -> None:
    for name in ("xdg-open", "open"):
        file = folder / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o700)


def test_the_address_is_one_argument(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    an_opener(tmp_path, f"printf '%s' \"$#:$1\" > {tmp_path}/given")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    open_in_mail_program(MAILTO)
    assert (tmp_path / "given").read_text() == f"1:{MAILTO}"


def test_the_mail_program_speaks_the_language_of_the_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_opener(tmp_path, f'printf "%s" "$LANGUAGE" > {tmp_path}/spoken')
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setenv("LANGUAGE", "de")
    use_language("en")
    open_in_mail_program(MAILTO)
    assert (tmp_path / "spoken").read_text() == "de"


def test_what_fails_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TrackerError, match="no_opener"):
        open_in_mail_program(MAILTO)
    an_opener(tmp_path, "exit 3")
    with pytest.raises(TrackerError, match="no_mail_program") as caught:
        open_in_mail_program(MAILTO)
    assert caught.value.facts["why"] == "3"


def test_an_opener_that_stays_is_the_mail_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_opener(tmp_path, "exec sleep 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr("tui.mail_program.PATIENCE", 0.05)
    open_in_mail_program(MAILTO)

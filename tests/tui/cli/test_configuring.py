"""`relance config`, and what a configuration changes on the command line."""

import stat
from pathlib import Path

import pytest

from tests.tui.cli.command_line import CommandLine


@pytest.fixture
def path(cli: CommandLine) -> Path:
    return Path(cli.ok("config").strip())


def test_config_says_where_it_is_and_creates_nothing(cli: CommandLine, path: Path) -> None:
    assert path.is_relative_to(cli.home)
    assert path.name == "config.toml"
    assert not path.exists()


def test_editing_begins_with_a_commented_file_for_us_alone(cli: CommandLine, path: Path) -> None:
    answer = cli("config", "--edit", EDITOR="true")
    assert (answer.code, answer.out) == (0, "")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert all(not line or line.startswith("#") for line in path.read_text().splitlines())


@pytest.mark.parametrize("persons", ["de", ""])
def test_the_editor_speaks_the_language_of_the_person(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, persons: str
) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    editor = cli.home / "editor"
    editor.write_text(f'#!/bin/sh\necho "$LANGUAGE" > {cli.home}/spoken\n')
    editor.chmod(0o700)
    answer = cli("config", "--edit", EDITOR=str(editor), LANGUAGE=persons)
    assert (answer.code, (cli.home / "spoken").read_text()) == (0, f"{persons}\n")


def test_editing_again_keeps_what_is_there_and_checks_it(cli: CommandLine, path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("limit = 300\n")
    answer = cli("config", "--edit", EDITOR="true")
    assert path.read_text() == "limit = 300\n"
    assert "line 1: limit = 300" in answer.err


def test_the_configured_limit_and_language_hold(cli: CommandLine, path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('limit = 1\nvalidity_days = 30\ncurrency = "CHF"\nlanguage = "fr"\n')
    cli.ok("add", "Atelier Lumen", "Website redesign", "1200")
    quote = cli.only_quote(on="2026-03-02")
    assert (quote["limit"], quote["valid_until"]) == (1, "2026-04-01")
    assert quote["currency"] == "CHF"


def test_a_wrong_line_is_said_and_stops_nothing(cli: CommandLine, path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("limit = 1\nvalidity = 3\n")
    answer = cli("add", "Atelier Lumen", "Website redesign", "1200")
    assert (answer.code, answer.out) == (0, "D26-001\n")
    assert f"{path}, line 2: there is no “validity”" in answer.err
    assert cli.only_quote(on="2026-03-02")["limit"] == 1


def test_a_cadence_of_ones_own_can_be_given(cli: CommandLine, path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('[cadences.weekly]\nsteps = ["1 week after sending"]\n')
    cli.ok("add", "Atelier Lumen", "Website redesign", "1200", "--cadence", "weekly")
    assert cli.only_quote(on="2026-03-02")["next_follow_up_on"] == "2026-03-09"


def test_ones_own_messages_may_be_elsewhere(cli: CommandLine, path: Path) -> None:
    folder = cli.home / "texts"
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "first.txt").write_text("Subject: {ref}\n\nHello {lead}!\n")
    path.parent.mkdir(parents=True)
    path.write_text(f'messages = "{folder}"\n')
    cli.ok("add", "Atelier Lumen", "Website redesign", "1200")
    assert cli.ok("message", "D26-001", "first") == "Subject: D26-001\n\nHello Atelier Lumen!\n"

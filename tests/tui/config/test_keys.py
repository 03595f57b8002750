"""Keys of one's own: as terminals send them, and never one that something else has."""

from pathlib import Path

import pytest

from tui.app import RelanceApp
from tui.commands import COMMANDS, with_keys
from tui.config.config import Config
from tui.config.key_reading import RESERVED, read_key
from tui.config.reading import read_config
from tui.widgets.detail import Detail
from tui.widgets.line_list import LineList
from tui.widgets.statistics_panel import StatisticsPanel


def read(folder: Path, keys: str) -> Config:
    path = folder / "config.toml"
    path.write_text(f"[keys]\n{keys}\n", encoding="utf-8")
    return read_config(path)


@pytest.mark.parametrize(
    ("keys", "left_aside"),
    [
        ('follow_up = "r"\nreply = "w"', ["keys.follow_up", "keys.reply"]),
        (
            'follow_up = "r"\nreply = "w"\nwon = "f1"',
            ["keys.follow_up", "keys.reply", "keys.won"],
        ),
        ('follow_up = ["v", "w"]\nreply = "v"', ["keys.follow_up"]),
    ],
)
def test_a_command_that_is_left_aside_has_its_usual_key_to_itself(
    tmp_path: Path, keys: str, left_aside: list[str]
) -> None:
    config = read(tmp_path, keys)
    assert [problem.key for problem in config.problems] == left_aside
    taken = [key for command in with_keys(config.keys) for key in command.keys]
    assert len(taken) == len({*taken})


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("shift+a", "A"),
        ("shift+É", "É"),
        ("ctrl+A", "ctrl+a"),
        ("shift+f5", "shift+f5"),
        ("ctrl+shift+a", "ctrl+shift+a"),
        ("alt+A", "alt+A"),
    ],
)
def test_a_key_is_taken_as_terminals_send_it(written: str, sent: str) -> None:
    assert read_key("follow_up", written) == (sent,)


def test_the_keys_of_lists_and_of_the_app_are_reserved() -> None:
    commands = {key for command in COMMANDS for key in command.keys}
    for owner in (LineList, Detail, StatisticsPanel, RelanceApp):
        for binding in owner.BINDINGS:
            assert not isinstance(binding, tuple)
            assert {*binding.key.split(",")} <= RESERVED | commands
    assert {"escape", "tab", "shift+tab", "ctrl+i", "ctrl+m"} <= RESERVED


@pytest.mark.parametrize(("command", "key"), [("detail", "enter"), ("quit", "ctrl+q")])
def test_a_command_may_keep_a_reserved_key_that_it_has(command: str, key: str) -> None:
    assert read_key(command, ["Q", key]) == ("Q", key)

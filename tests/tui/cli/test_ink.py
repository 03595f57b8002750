"""Colours in `relance today`: only for a person at a terminal that has them, never from data."""

import re
from collections.abc import Mapping
from datetime import date
from io import StringIO

import pytest

from store.rules.board import Board
from tests.faults.poison import data_file, records
from tests.tui.cli.command_line import CommandLine
from tests.tui.cli.test_hostile_text import HOSTILE, OBEYED
from tui.cli.day_text import day_lines
from tui.cli.ink import Ink, Pen, shows_colours
from tui.cli.this_run import open_session
from tui.session import Session

TERMINAL = {"TERM": "xterm-256color"}


class Screen(StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        (TERMINAL, True),
        (TERMINAL | {"NO_COLOR": ""}, True),
        (TERMINAL | {"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": ""}, False),
        ({}, False),
    ],
)
def test_a_terminal_has_colours_unless_it_or_the_person_says_no(
    environment: Mapping[str, str], coloured: bool
) -> None:
    assert shows_colours(Screen(), environment) is coloured


def test_what_is_piped_has_none(quoted: CommandLine) -> None:
    assert not shows_colours(StringIO(), TERMINAL)
    assert "\x1b" not in quoted.ok("today", on="2026-03-20")


def today_in_colour(cli: CommandLine, day: date) -> list[str]:
    session: Session = open_session({"file": str(cli.file), "today": str(day)}, {})
    board = Board(session.repository.snapshot(), day, session.rulebook)
    return [*day_lines(session, board, board.work(), Pen(colours=True))]


def test_amber_at_the_limit_red_past_it(quoted: CommandLine) -> None:
    quoted.ok("edit", "D26-001", "limit=1")
    rows = []
    for day in ("2026-03-04", "2026-03-09"):
        quoted.ok("log", "D26-001", on=day)
        lines = today_in_colour(quoted, date.fromisoformat(day))
        rows += [line for line in lines if "D26-001" in line]
    assert rows[0].startswith(Ink.WARNING.value)
    assert rows[1].startswith(Ink.ALARM.value)


def test_data_brings_no_colour_of_its_own(cli: CommandLine) -> None:
    cli.file.write_bytes(data_file(records(HOSTILE, ref="R")))
    text = "\n".join(today_in_colour(cli, date(2026, 3, 20)))
    ours = "|".join(re.escape(code) for code in ("\x1b[0m", *(ink.value for ink in Ink)))
    assert "red" in text
    assert not OBEYED.search(re.sub(ours, "", text))


def test_a_row_says_the_two_strongest_things_and_where_the_rest_is(quoted: CommandLine) -> None:
    quoted.ok("lead", "Atelier Lumen", "insists=2", "platform=malt")
    for day in ("2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07", "2026-03-09"):
        quoted.ok("log", "D26-001", "--channel", "phone", "--yes", on=day)
    lines = quoted.ok("today", on="2026-03-20").splitlines()
    beneath = [line for line in lines if line.startswith(" " * 8)]
    assert beneath[-1].endswith("more: relance show D26-001")

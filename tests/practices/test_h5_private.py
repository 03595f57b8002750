"""What I thought stays mine: no list, export, print-out or history line has it (PRACTICES H5)."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine
from tui.export_formats import FORMATS

SECRET, OLDER, OTHER = "he is a bore", "he may be a bore", "she is a bore"
ON = "2026-03-05"


@pytest.fixture
def refused(cli: CommandLine, tmp_path: Path) -> CommandLine:
    """Quote Q was declined, and what I thought of it noted twice, on two machines."""
    cli.ok("log", REF, "--note", "called", on="2026-03-03")
    cli.ok("edit", REF, f"private_reason={OLDER}", "stated_reason=no time")
    cli.ok("edit", REF, f"private_reason={SECRET}")
    base = cli.file.read_bytes()
    cli("edit", REF, f"private_reason={OTHER}", RELANCE_MACHINE="there")
    copies = {"base": base, "theirs": cli.file.read_bytes()}
    for name, text in copies.items():
        (tmp_path / name).write_bytes(text)
    cli.file.write_bytes(base)
    cli.ok("edit", REF, f"private_reason={SECRET}!")
    cli.ok("merge", str(tmp_path / "base"), str(cli.file), str(tmp_path / "theirs"))
    cli.ok("add", "Cabinet Rey", "Leaflet", "650", on="2026-03-03")
    cli.ok("edit", "D26-002", f"private_reason={SECRET}", on="2026-03-03")
    cli.ok("delete", "D26-002", on="2026-03-03")
    cli.ok("close", REF, "declined", "--to", "Ana Roux", on=ON)
    return cli


READING = (
    *(("export", "--format", name) for name in FORMATS),
    *(("list", "--view", "all"), ("list", "--view", "all", "--json")),
    *(("leads",), ("leads", "--json"), ("today",), ("today", "--json")),
    *(("edit", REF), ("lead", "Atelier Lumen"), ("doctor",), ("show", REF)),
    *(("stats",), ("stats", "--json"), ("message", REF), ("message", REF, "--json")),
    *(("history",), ("history", "--json"), ("undo",)),
    *(("edit", REF, "private_reason="), ("reopen", REF), ("amend", REF, "1", "note=x")),
)


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_h5_what_i_thought_is_in_nothing_that_is_printed(
    refused: CommandLine, command: tuple[str, ...]
) -> None:
    answer = refused(*command, on=ON)
    assert answer.out
    assert "bore" not in answer.out + answer.err


def test_h5_what_i_thought_is_in_the_file_and_in_show_for_scripts(refused: CommandLine) -> None:
    shown: Any = refused("show", REF, "--json", on=ON).json
    assert "bore" in shown["quote_record"]["private_reason"]
    assert json.dumps(json.loads(refused.file.read_text())).count("bore") > 3
    assert "conflict" in [each["code"] for each in refused("history", "--json", on=ON).json]


def test_h5_what_i_said_is_exported(refused: CommandLine) -> None:
    assert "no time" in refused.ok("export", "--format", "json", on=ON)

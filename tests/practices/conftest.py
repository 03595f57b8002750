"""The command line with quote Q: sent Mon 2026-03-02, 1 200 EUR, cadence standard."""

from pathlib import Path

import pytest

from tests.tui.cli.command_line import CommandLine

REF = "D26-001"


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    """A command line on a file with quote Q."""
    line = CommandLine(tmp_path)
    line.ok("add", "Atelier Lumen", "Website redesign", "1200", "--sent", "2026-03-02")
    return line


@pytest.fixture
def on_5euros(cli: CommandLine) -> CommandLine:
    """Quote Q's lead came through 5euros."""
    cli.ok("lead", "Atelier Lumen", "platform=5euros")
    return cli

"""The command line over a file of its own, empty or with quote Q."""

from pathlib import Path

import pytest

from tests.tui.cli.command_line import CommandLine


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    """No file yet."""
    return CommandLine(tmp_path)


@pytest.fixture
def quoted(cli: CommandLine) -> CommandLine:
    """Quote Q: D26-001, sent Mon 2026-03-02, 1 200 EUR, cadence standard."""
    cli.ok("add", "Atelier Lumen", "Website redesign", "1200")
    return cli

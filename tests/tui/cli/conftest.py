"""The command line over a file of its own, empty or with quote Q."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.cli.command_line import CommandLine
from tui.language import use_language


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """A command with `--lang fr` runs in this process: later tests find English again."""
    yield
    use_language("en")


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    """No file yet."""
    return CommandLine(tmp_path)


@pytest.fixture
def quoted(cli: CommandLine) -> CommandLine:
    """Quote Q: D26-001, sent Mon 2026-03-02, 1 200 EUR, cadence standard."""
    cli.ok("add", "Atelier Lumen", "Website redesign", "1200")
    return cli

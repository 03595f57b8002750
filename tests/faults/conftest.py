"""The command line over a file of its own, as its own tests have it."""

from tests.tui.cli.conftest import cli, quoted

__all__ = ["cli", "quoted"]

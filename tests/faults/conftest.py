"""The command line over a file of its own, and the real program, as their own tests have them."""

from tests.end_to_end.conftest import environment, open_relance, relance
from tests.tui.cli.conftest import cli, quoted

__all__ = ["cli", "environment", "open_relance", "quoted", "relance"]

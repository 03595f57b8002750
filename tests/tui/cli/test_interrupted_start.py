"""Ctrl+C while relance is still being loaded."""

import subprocess
import sys

from tests.tui.cli.command_line import PROJECT

_START = """
import sys
from tui.__main__ import main

class Pressed:
    def find_spec(self, name, path, target=None):
        if name == "tui.cli.group":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Pressed())
main()
"""


def test_ctrl_c_in_the_first_moment_shows_no_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START], cwd=PROJECT, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")

"""No run of relance spends its time on looking for garbage that is not there."""

import subprocess
import sys

from tests.tui.cli.command_line import PROJECT, CommandLine

_END = """
import gc, sys
from tui.__main__ import main
try:
    main()
except SystemExit:
    pass
print(gc.isenabled(), gc.get_freeze_count() > 10_000, len(gc.get_objects()), file=sys.stderr)
"""


def test_python_finds_nothing_to_look_through_at_the_end_of_a_command(quoted: CommandLine) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _END, "today"],
        env=dict(quoted.environment()),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    enabled, is_frozen, left = done.stderr.split()
    assert (enabled, is_frozen) == ("False", "True")
    assert int(left) < 100
